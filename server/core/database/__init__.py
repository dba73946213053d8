"""The database: one base, one session, one bulk, one lock, for SQLite and PostgreSQL alike."""

from server.core.database.base import Base, BigId, db
from server.core.database.bulk import bulk
from server.core.database.locks import among, among_given, given, is_postgresql, lock, lock_id
from server.core.database.numbers import numbers_given, numbers_table
from server.core.database.one_row import ONE_ROW
from server.core.database.session import reading, writing
from server.core.database.types import Digest, Guid, Instant, Json
from server.core.database.words import folded, has_words, word_index

__all__ = [
    "ONE_ROW",
    "Base",
    "BigId",
    "Digest",
    "Guid",
    "Instant",
    "Json",
    "among",
    "among_given",
    "bulk",
    "db",
    "folded",
    "given",
    "has_words",
    "is_postgresql",
    "lock",
    "lock_id",
    "numbers_given",
    "numbers_table",
    "reading",
    "word_index",
    "writing",
]
