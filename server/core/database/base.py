"""The base of all tables, and the Flask extension that holds the engine.

A model is written as `class Agency(Base)` with typed columns; `Mapped[UUID]` becomes `Guid`,
`Mapped[datetime]` becomes `Instant`. Hashes say so: `mapped_column(Digest)`.
"""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

from server.core.database.types import Guid, Instant

#: A whole number of 64 bits that SQLite may still number by itself when it is a primary key.
BigId = BigInteger().with_variant(Integer, "sqlite")

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """What every table builds on; its metadata names each constraint, so that migrations can."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Guid,
        datetime: Instant,
        str: Text,
    }


db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False, "autoflush": True})
