"""Cut the text of a condition or formula into tokens, each with its place for the error message."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["code", "parameter", "number", "text", "word", "sign", "end"]

MAX_LENGTH = 1000

_TOKEN = re.compile(
    r"""
    (?P<space>[ ]+)
    | (?P<parameter>param\.[A-Z][A-Z0-9_]*)
    | (?P<code>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)
    | (?P<number>(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,6}[1-9])?(?![0-9.]))
    | '(?P<text>[a-z][a-z0-9_]*)'
    | (?P<word>[a-z]+)
    | (?P<sign>==|!=|<=|>=|[<>()\[\],+*/-])
    """,
    re.VERBOSE,
)


class LanguageError(ValueError):
    """A text that is not of the language. `place` counts characters from 1; `mend` says what would be."""

    def __init__(self, detail: str, mend: str, place: int) -> None:
        super().__init__(f"{detail} (character {place})")
        self.detail = f"{detail} (character {place})"
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    place: int


def cut(text: str) -> list[Token]:
    """Return the tokens of `text`, closed by one of kind `end`. Raises LanguageError at what is no token."""
    if len(text) > MAX_LENGTH:
        raise LanguageError(f"longer than {MAX_LENGTH} characters", "split it over two questions", MAX_LENGTH)
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise LanguageError(
                f"{text[position]!r} has no meaning here",
                "use question codes, param.NAME, numbers such as 12 or 14.71, 'option values', "
                "and < <= > >= == != in and or",
                position + 1,
            )
        kind = match.lastgroup
        if kind is not None and kind != "space":
            tokens.append(Token(kind, match.group(kind), position + 1))  # type: ignore[arg-type]
        position = match.end()
    tokens.append(Token("end", "", len(text) + 1))
    return tokens
