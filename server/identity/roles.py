"""The roles a membership may carry; what each may do is said in `permissions`, what each may read in
`access`."""

from enum import StrEnum


class Role(StrEnum):
    """A role within one agency. The `class_*` roles open a data class of that agency and nothing else."""

    INSPECTOR = "inspector"
    TEAM_LEAD = "team_lead"
    OPERATIONAL_LEAD = "operational_lead"
    CASE_WORKER = "case_worker"
    COORDINATOR = "coordinator"
    PRIVACY_OFFICER = "privacy_officer"
    ADMINISTRATOR = "administrator"
    TRIAGE = "triage"
    CLASS_WPG = "class_wpg"
    CLASS_FISCAL = "class_fiscal"
    CLASS_VICTIM = "class_victim"
    CLASS_SIGNAL = "class_signal"
    CLASS_PRIVATE_SHARED = "class_private_shared"


FIELD = frozenset({Role.INSPECTOR, Role.TEAM_LEAD, Role.OPERATIONAL_LEAD})
"""Those who go out and record."""

DESK = frozenset({Role.CASE_WORKER, Role.COORDINATOR})
"""Those who read their agency's dossiers without being assigned to the visit."""
