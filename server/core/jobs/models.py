"""The outbox."""

from datetime import datetime

from sqlalchemy import Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, BigId, Json

WAITING, RUNNING, DEAD = "waiting", "running", "dead"


class Job(Base):
    """One piece of work that is still to be done; a finished one has no row."""

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    """Asked twice under one key is done once, unless it was already running: then it runs once more."""
    subject: Mapped[dict[str, str]] = mapped_column(Json)
    asked: Mapped[int] = mapped_column(Integer, default=1)
    """How often it was asked; a worker removes the row only if nobody asked again while it ran."""
    made: Mapped[datetime]
    due: Mapped[datetime]
    """When it may run next; for a running job, when its worker counts as dead."""
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    state: Mapped[str]
    error: Mapped[str | None]
    """The class and place of the last error, never its message: messages may hold personal data."""

    __table_args__ = (Index("ix_job_state_due", "state", "due"),)
