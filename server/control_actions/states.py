"""The life of an action: draft → approved → briefed → active → debriefing → closed, one way, by its lead.

Who may: planning, briefing and stopping are the operational lead's; the decision of the mayor
behind an approval is made outside the app (docs/decisions/0009-planning-an-action.md).
"""

NEXT = {
    "draft": ("approved",),
    "approved": ("briefed",),
    "briefed": ("active",),
    "active": ("debriefing",),
    "debriefing": ("closed",),
    "closed": (),
}
"""State → the states an action can move to from there."""

STATES = tuple(NEXT)


def is_published(state: str) -> bool:
    """Whether its people know of the action; a draft is read by its lead alone."""
    return state != "draft"
