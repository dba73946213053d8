"""Exact decimals: what is compared with a norm is never a float.

The tablet does the same with whole numbers of any size (pwa/src/core/checklists/numbers.ts); shared
vectors hold both.
"""

import re
from fractions import Fraction

_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,6}[1-9])?")


def is_decimal(text: str) -> bool:
    """Whether `text` is a decimal in its shortest form: `12`, `14.71`; never `1.50`, `-0`, `.5` or `1e3`."""
    return _DECIMAL.fullmatch(text) is not None and text != "-0"


def exact(text: str) -> Fraction:
    """The number of a decimal text. Raises ValueError when it is none."""
    if not is_decimal(text):
        raise ValueError(f"{text!r} is not a decimal")
    return Fraction(text)


def decimals_of(text: str) -> int:
    """How many digits stand after the point."""
    return len(text.partition(".")[2])


def written(value: Fraction, decimals: int) -> str:
    """`value` rounded to `decimals` places, halves away from zero, in the shortest form."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    text = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and whole else text
