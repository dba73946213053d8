"""The life of a follow-up: proposed, then accepted or refused; accepted ones are worked on and closed with
an outcome.
"""

from typing import Final

PROPOSED: Final = "proposed"
ACCEPTED: Final = "accepted"
REFUSED: Final = "refused"
IN_PROGRESS: Final = "in_progress"
CLOSED: Final = "closed"

STATES: Final = (PROPOSED, ACCEPTED, REFUSED, IN_PROGRESS, CLOSED)
OPEN: Final = (PROPOSED, ACCEPTED, IN_PROGRESS)
"""States in which somebody still has to do something."""

MOVES: Final = {
    "accept": ((PROPOSED,), ACCEPTED),
    "refuse": ((PROPOSED,), REFUSED),
    "start": ((ACCEPTED,), IN_PROGRESS),
    "close": ((ACCEPTED, IN_PROGRESS), CLOSED),
}
"""Verb → the states from which it leads, and where to."""

REFUSALS: Final = ("no_competence", "too_little_evidence", "already_handled", "duplicate", "no_violation")
"""Why an agency does not take a task up; the source and the lead see which, not the words beside
it.
"""

OUTCOMES: Final = {
    "follow_up": ("complied", "escalated", "hearing", "no_violation"),
    "decide": ("informed", "not_informed"),
    "inform": ("informed", "not_informed"),
}
"""Task → the outcomes it may be closed with. The source sees the outcome, never the case."""

ACTIONS: Final = (
    "immediate_action", "emergency_order", "coercive_order", "penalty_order", "warning_letter", "fine_report",
    "stop_work", "closure", "official_report", "criminal_investigation", "seizure", "further_investigation",
    "records_demand", "tax_audit", "recovery", "reinspection", "address_investigation", "victim_referral",
    "signal_share", "riec_signal", "permit_review", "advice", "private_complaint", "disconnect",
    "quarantine_measure", "registry_correction",
)  # fmt: skip
"""What may follow from a finding; also the measures an agency may choose on accepting."""


class MoveForbidden(ValueError):
    """The follow-up is in a state from which this verb does not lead."""


def move(verb: str, state: str) -> str:
    """The state that `verb` leads to from `state`; raises `MoveForbidden`."""
    allowed, target = MOVES[verb]
    if state not in allowed:
        raise MoveForbidden(f"{verb} leads from {' or '.join(allowed)}, not from {state}")
    return target
