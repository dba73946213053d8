"""The norms of a day: rules use those of the day the action is held, never those of today."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.checklists.models import Parameter


def every_parameter(session: Session) -> Sequence[Parameter]:
    """All values, by name and day."""
    return session.scalars(select(Parameter).order_by(Parameter.name, Parameter.valid_from)).all()


def parameters_on(session: Session, day: date) -> dict[str, str]:
    """Each parameter's value on `day`, as a decimal text; without one before the first value's day."""
    return {row.name: row.value for row in every_parameter(session) if row.valid_from <= day}
