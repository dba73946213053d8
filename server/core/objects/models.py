"""The keys of stored objects."""

from datetime import datetime

from sqlalchemy import BigInteger, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base


class DataKey(Base):
    """The wrapped key of one object; without this row its bytes are noise."""

    __tablename__ = "data_key"

    object: Mapped[str] = mapped_column(primary_key=True)
    stored: Mapped[str] = mapped_column(unique=True)
    """Where its bytes lie, new with every writing: a crash never joins old key and new bytes."""
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    size: Mapped[int] = mapped_column(BigInteger)
    """Bytes of the content, before encryption."""
    made: Mapped[datetime]
