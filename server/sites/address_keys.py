"""One spelling of postcode and house number, by which an address of one source is found in another."""

import re

_NUMBER = re.compile(r"(\d{1,5})[\s-]*([a-z]?)(?![a-z])[\s/-]*([a-z0-9]{0,4})$")
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")


def address_key(postcode: str | None, number: str) -> str | None:
    """`2671AB 41a-2` of "2671 ab" and "41 A/2"; None without a whole postcode or number."""
    code = (postcode or "").replace(" ", "").upper()
    parts = _NUMBER.match(number.strip().lower())
    if not _POSTCODE.fullmatch(code) or parts is None:
        return None
    digits, letter, addition = parts.groups()
    return f"{code} {int(digits)}{letter}" + (f"-{addition}" if addition else "")


def number_of(address: str) -> str:
    """The house number at the end of "Lange Broekweg 120 a": `120 a`; empty when there is none."""
    found = re.search(r"\s(\d{1,5}(?:\s?[a-zA-Z])?(?:[\s/-]\w{1,4})?)$", address.strip())
    return found[1] if found else ""
