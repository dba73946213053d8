"""A tablet trusts our authority once, for this network alone."""

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from urllib.request import urlopen

import pytest
from cryptography import x509

from server.serving import tls, trust_page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ADDRESSES = ["192.168.1.20"]


def serial(path: Path) -> int:
    return x509.load_pem_x509_certificate(path.read_bytes()).serial_number


@pytest.fixture
def https(tmp_path: Path) -> Iterator[tuple[tls.Made, int]]:
    """A server that speaks HTTPS with a certificate of ours."""
    made = tls.ensure(tmp_path, ADDRESSES, "laptop", datetime.now(UTC))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.certificate, made.key)
    server = HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made, server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_who_trusts_the_authority_gets_in(https: tuple[tls.Made, int], host: str) -> None:
    made, port = https
    context = ssl.create_default_context(cafile=str(made.authority))
    connection = HTTPSConnection(host, port, context=context)
    connection.request("HEAD", "/")
    assert connection.getresponse().status == 200
    connection.close()


def test_who_does_not_trust_it_stays_out(https: tuple[tls.Made, int]) -> None:
    _, port = https
    connection = HTTPSConnection("127.0.0.1", port, context=ssl.create_default_context())
    with pytest.raises(ssl.SSLCertVerificationError):
        connection.request("HEAD", "/")
    connection.close()


def test_a_second_start_keeps_both(tmp_path: Path) -> None:
    first = tls.ensure(tmp_path, ADDRESSES, "laptop", NOW)
    serials = serial(first.authority), serial(first.certificate)
    tls.ensure(tmp_path, ADDRESSES, "laptop", NOW + timedelta(days=100))
    assert (serial(first.authority), serial(first.certificate)) == serials


def test_another_address_needs_another_certificate_and_no_new_trust(tmp_path: Path) -> None:
    first = tls.ensure(tmp_path, ADDRESSES, "laptop", NOW)
    serials = serial(first.authority), serial(first.certificate)
    tls.ensure(tmp_path, ["10.0.0.7"], "laptop", NOW)
    assert serial(first.authority) == serials[0]
    assert serial(first.certificate) != serials[1]


def test_a_certificate_is_renewed_before_it_ends(tmp_path: Path) -> None:
    first = tls.ensure(tmp_path, ADDRESSES, "laptop", NOW)
    before = serial(first.certificate)
    tls.ensure(tmp_path, ADDRESSES, "laptop", NOW + timedelta(days=380))
    assert serial(first.certificate) != before


def test_the_authority_cannot_vouch_for_the_internet(tmp_path: Path) -> None:
    made = tls.ensure(tmp_path, ADDRESSES, "laptop", NOW)
    extensions = x509.load_pem_x509_certificate(made.authority.read_bytes()).extensions
    limits = extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical
    names = [name.value for name in limits.value.permitted_subtrees or [] if isinstance(name, x509.DNSName)]
    assert names == ["localhost", "local", "laptop"]


def test_keys_are_their_owners_alone(tmp_path: Path) -> None:
    made = tls.ensure(tmp_path, ADDRESSES, "laptop", NOW)
    assert [path.stat().st_mode & 0o077 for path in (made.key, tmp_path / "authority.key")] == [0, 0]


def test_the_page_hands_out_the_authority_and_says_how_to_trust_it(tmp_path: Path) -> None:
    made = tls.ensure(tmp_path, ADDRESSES, "laptop", NOW)
    server = trust_page.serve(made.authority, 0, "https://192.168.1.20:8000", made.fingerprint)
    base = f"http://127.0.0.1:{server.server_address[1]}"
    with urlopen(base) as page, urlopen(f"{base}/glashelder.crt") as certificate:
        text = page.read().decode()
        assert made.fingerprint[:40] in text
        assert "https://192.168.1.20:8000" in text
        assert 'lang="en"' in text
        assert certificate.headers["Content-Type"] == "application/x-x509-ca-cert"
        assert certificate.read() == made.authority.read_bytes()
    server.shutdown()
    server.server_close()


def test_the_code_in_the_terminal_leads_to_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    trust_page.show("http://192.168.1.20:8001", "AB:CD")
    shown = capsys.readouterr().out
    assert "http://192.168.1.20:8001" in shown
    assert "▄▄▄▄▄" in shown
