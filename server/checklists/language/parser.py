"""Parse a condition or a formula into its JSON tree.

    condition   = both ("or" both)*            both = comparison ("and" comparison)*
    comparison  = "(" condition ")" | sum sign sum | CODE ("==" | "!=") 'option'
                | CODE ["not"] "in" "[" 'option', … "]"
    sum         = product (("+" | "-") product)*            product = value (("*" | "/") value)*
    value       = NUMBER | CODE | param.NAME | ("max" | "min") "(" sum, … ")" | "(" sum ")"

A comparison may begin with its sign (`> 12`, `in ['a','b']`): then it speaks of the question it stands under.
There is no `not` over a whole condition: a comparison with an unanswered question is false, `!=` too
(docs/decisions/0001), and `not` would turn that into true.
"""

from typing import Any

from server.checklists.language.tokens import LanguageError, Token, cut

Tree = dict[str, Any]

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
MAX_DEPTH = 12


class _Reader:
    """A place in the tokens of one text."""

    def __init__(self, text: str, own: str | None) -> None:
        self.tokens = cut(text)
        self.at = 0
        self.own = own
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def takes(self, *texts: str) -> bool:
        """Step over the token when it is one of these words or signs."""
        if self.token.kind in ("word", "sign") and self.token.text in texts:
            self.at += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.takes(text):
            raise self.wrong(f"{text!r} is missing", f"write {text!r} here")

    def wrong(self, detail: str, mend: str) -> LanguageError:
        return LanguageError(detail, mend, self.token.place)


def parse_condition(text: str, own: str | None = None) -> Tree:
    """The tree of a condition; `own` is the code of the question under which it stands. Raises
    LanguageError.
    """
    reader = _Reader(text, own)
    return _whole(reader, _condition(reader))


def parse_formula(text: str) -> Tree:
    """The tree of a computed value. Raises LanguageError."""
    reader = _Reader(text, None)
    return _whole(reader, _sum(reader))


def _whole(reader: _Reader, tree: Tree) -> Tree:
    if reader.token.kind != "end":
        raise reader.wrong(f"{reader.token.text!r} is left over", "join two conditions with 'and' or 'or'")
    return tree


def _condition(reader: _Reader) -> Tree:
    parts = [_both(reader)]
    while reader.takes("or"):
        parts.append(_both(reader))
    return parts[0] if len(parts) == 1 else {"op": "or", "of": parts}


def _both(reader: _Reader) -> Tree:
    parts = [_comparison(reader)]
    while reader.takes("and"):
        parts.append(_comparison(reader))
    return parts[0] if len(parts) == 1 else {"op": "and", "of": parts}


def _comparison(reader: _Reader) -> Tree:
    start = reader.at
    if reader.token.text == "(" and reader.token.kind == "sign":
        group = _group(reader)
        if group is not None:
            return group
        reader.at = start
    left = _subject(reader)
    if reader.takes("in"):
        return _among(reader, left, "in")
    if reader.takes("not"):
        reader.expect("in")
        return _among(reader, left, "not in")
    sign = reader.token
    if sign.kind != "sign" or sign.text not in COMPARISONS:
        raise reader.wrong("a comparison is missing", "write ==, !=, <, <=, >, >=, in or not in here")
    reader.next()
    if reader.token.kind == "text":
        return _option(reader, left, sign)
    return {"op": sign.text, "left": left, "right": _sum(reader)}


def _group(reader: _Reader) -> Tree | None:
    """A condition in brackets, or None when the brackets belong to a sum."""
    _deeper(reader)
    reader.next()
    try:
        tree = _condition(reader)
        reader.expect(")")
    except LanguageError:
        if _sum_follows(reader):
            return None
        raise
    finally:
        reader.depth -= 1
    return tree


def _sum_follows(reader: _Reader) -> bool:
    """Whether the bracket could not be read as a condition because it is one side of a comparison."""
    return reader.token.kind == "sign" and reader.token.text == ")"


def _subject(reader: _Reader) -> Tree:
    """The left side; left out, it is the question itself."""
    sign_first = reader.token.kind == "sign" and reader.token.text in COMPARISONS
    if sign_first or (reader.token.kind == "word" and reader.token.text in ("in", "not")):
        if reader.own is None and reader.token.text == "not":
            raise reader.wrong("'not' stands only before 'in'", "write CODE != 'option' or CODE not in […]")
        if reader.own is None:
            raise reader.wrong("the left side is missing", "name the question before the comparison")
        return {"question": reader.own}
    return _sum(reader)


def _among(reader: _Reader, left: Tree, op: str) -> Tree:
    if "question" not in left:
        raise reader.wrong(f"{op!r} needs a question before it", "write a question code before it")
    reader.expect("[")
    values = [_text(reader)]
    while reader.takes(","):
        values.append(_text(reader))
    reader.expect("]")
    return {"op": op, "question": left["question"], "values": values}


def _option(reader: _Reader, left: Tree, sign: Token) -> Tree:
    if "question" not in left or sign.text not in ("==", "!="):
        raise reader.wrong("an option is compared by == or != with a question", "write CODE == 'option'")
    return {
        "op": "in" if sign.text == "==" else "not in",
        "question": left["question"],
        "values": [_text(reader)],
    }


def _text(reader: _Reader) -> str:
    if reader.token.kind != "text":
        raise reader.wrong(
            "an option value is missing", "write an option value in single quotes, such as 'yes'"
        )
    return reader.next().text


def _sum(reader: _Reader) -> Tree:
    tree = _product(reader)
    while reader.token.kind == "sign" and reader.token.text in "+-":
        tree = {"op": reader.next().text, "of": [tree, _product(reader)]}
    return tree


def _product(reader: _Reader) -> Tree:
    tree = _value(reader)
    while reader.token.kind == "sign" and reader.token.text in "*/":
        tree = {"op": reader.next().text, "of": [tree, _value(reader)]}
    return tree


def _value(reader: _Reader) -> Tree:
    token = reader.token
    if token.kind == "number":
        return {"number": reader.next().text}
    if token.kind == "code":
        return {"question": reader.next().text}
    if token.kind == "parameter":
        return {"parameter": reader.next().text.removeprefix("param.")}
    if reader.takes("max", "min"):
        reader.expect("(")
        return {"op": token.text, "of": _sums(reader)}
    if reader.takes("("):
        return _sums(reader, most=1)[0]
    raise reader.wrong("a value is missing", "write a question code, a number or param.NAME here")


def _sums(reader: _Reader, most: int = 20) -> list[Tree]:
    """One or more sums up to the closing bracket; the opening one is already taken."""
    _deeper(reader)
    parts = [_sum(reader)]
    while len(parts) < most and reader.takes(","):
        parts.append(_sum(reader))
    reader.expect(")")
    reader.depth -= 1
    return parts


def _deeper(reader: _Reader) -> None:
    reader.depth += 1
    if reader.depth > MAX_DEPTH:
        raise reader.wrong(f"more than {MAX_DEPTH} brackets in each other", "split it over two questions")
