"""Which checklists an agency of a kind works with at a visit, and the mandates they ask."""

from sqlalchemy.orm import Session

from server.checklists import service as checklists
from server.control_actions.missing import Lists

NO_LAW = frozenset({"any", "none"})
"""What a list says that asks for no particular law."""


def lists_by_kind(session: Session) -> Lists:
    """Kind of agency → (code, laws of which one is enough) of the newest version of its lists."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for content in checklists.newest(session):
        laws = [law for law in content.data["mandateRequired"] if law not in NO_LAW]
        found.setdefault(checklists.owner_kind(content), []).append((content.code, laws))
    return found
