"""Searching in text by parts of words: the one function, the same answer on both engines.

The column holds text as `folded` writes it. On PostgreSQL `word_index` makes a trigram index for it (pg_trgm,
which comes with Debian's package and every owner of a database may create); SQLite looks through the column.
"""

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Index, and_, true

WORDS = "gin_trgm_ops"
MOST = 8
"""Words of a search that count."""


def folded(text: str) -> str:
    """Lower case without accents: "Mariëndijk" and "MARIENDIJK" are one word."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def has_words(column: Any, q: str) -> ColumnElement[bool]:
    """Every word of `q` is a part of the column's text, in any order; true for no words."""
    words = folded(q).split()[:MOST]
    return and_(true(), *(column.contains(word, autoescape=True) for word in words))


def word_index(table: str, column: str) -> Index:
    """The index of such a column, for PostgreSQL alone; for `__table_args__`."""
    return Index(
        f"ix_{table}_{column}_words",
        column,
        postgresql_using="gin",
        postgresql_ops={column: WORDS},
    ).ddl_if(dialect="postgresql")
