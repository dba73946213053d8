"""An own certificate authority for tablets on the local network (`make run HTTPS=1`).

It may vouch for private addresses and local names alone (name constraints), so that a tablet that trusts it
cannot be fooled about any site of the internet, even if the key were stolen.
"""

import contextlib
import ipaddress
import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from server.core import clock

_PRIVATE = (
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "127.0.0.0/8",
    "fc00::/7",
    "::1/128",
)
_AUTHORITY_LIFE = timedelta(days=3650)
_LIFE = timedelta(days=397)
_RENEW_BEFORE = timedelta(days=30)


@dataclass(frozen=True)
class Made:
    """Files for the server, the authority to hand out, and its SHA-256 to compare by eye."""

    authority: Path
    certificate: Path
    key: Path
    fingerprint: str


def local_addresses() -> list[str]:
    """The private IPv4 addresses of this machine, the one towards the network first; no packet is sent."""
    found: list[str] = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    private = [a for a in found if ipaddress.ip_address(a).is_private and not a.startswith("127.")]
    return list(dict.fromkeys(private))


def ensure(folder: Path, addresses: list[str], hostname: str, now: datetime | None = None) -> Made:
    """Make what is missing: the authority once, the certificate when addresses changed or it grows old."""
    moment = now or clock.now()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    authority, authority_key = folder / "authority.crt", folder / "authority.key"
    if not _may_vouch(authority, authority_key, addresses, hostname):
        _make_authority(authority, authority_key, addresses, hostname, moment)
    made = Made(authority, folder / "server.crt", folder / "server.key", _fingerprint(authority))
    names = _names(addresses, hostname)
    if not _still_good(made, names, moment):
        _make_certificate(made, authority_key, names, moment)
    return made


def _may_vouch(path: Path, key_path: Path, addresses: list[str], hostname: str) -> bool:
    """Whether there is an authority whose constraints allow all our names; else a new one is needed."""
    if not (path.exists() and key_path.exists()):
        return False
    held = x509.load_pem_x509_certificate(path.read_bytes())
    permitted = held.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    networks = [ipaddress.ip_network(name.value) for name in permitted if isinstance(name, x509.IPAddress)]
    hosts = [name.value for name in permitted if isinstance(name, x509.DNSName)]
    inside = all(any(ipaddress.ip_address(a) in net for net in networks) for a in addresses)
    return inside and hostname in hosts


def _make_authority(path: Path, key_path: Path, addresses: list[str], hostname: str, now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Glashelder demo ({hostname[:40]})")])
    networks = [*_PRIVATE, *addresses]
    permitted: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_network(net)) for net in networks]
    permitted += [x509.DNSName(local) for local in ("localhost", "local", hostname)]
    certificate = (
        _builder(name, name, key.public_key(), now, _AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(_usage(sign_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(key_path, key)
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def _make_certificate(made: Made, authority_key: Path, names: list[x509.GeneralName], now: datetime) -> None:
    issuer = x509.load_pem_x509_certificate(made.authority.read_bytes())
    issuer_key = serialization.load_pem_private_key(authority_key.read_bytes(), None)
    assert isinstance(issuer_key, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Glashelder demo")])
    certificate = (
        _builder(subject, issuer.subject, key.public_key(), now, _LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_usage(sign_certificates=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
    _write_key(made.key, key)
    made.certificate.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM) + made.authority.read_bytes()
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # a tablet's clock may be behind
        .not_valid_after(now + life)
    )


def _usage(*, sign_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not sign_certificates,
        key_cert_sign=sign_certificates,
        crl_sign=sign_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _names(addresses: list[str], hostname: str) -> list[x509.GeneralName]:
    hosts = dict.fromkeys(["localhost", hostname, f"{hostname.split('.')[0]}.local"])
    names: list[x509.GeneralName] = [x509.DNSName(host) for host in hosts]
    return names + [x509.IPAddress(ipaddress.ip_address(a)) for a in ["127.0.0.1", *addresses]]


def _still_good(made: Made, names: list[x509.GeneralName], now: datetime) -> bool:
    if not (made.certificate.exists() and made.key.exists()):
        return False
    certificate = x509.load_pem_x509_certificate(made.certificate.read_bytes())
    held = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return list(held) == names and certificate.not_valid_after_utc > now + _RENEW_BEFORE


def _fingerprint(authority: Path) -> str:
    raw = x509.load_pem_x509_certificate(authority.read_bytes()).fingerprint(hashes.SHA256())
    return raw.hex(":").upper()


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    raw = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(raw)
