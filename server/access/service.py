"""THE one place that decides who sees what. Other packages import from here and from nowhere else in
`access`."""

from server.access.assignments import (
    assign,
    assign_all,
    ensure_dossier,
    open_unplanned,
    stop_taking_part,
    take_part,
    unassign,
)
from server.access.audit import class_scopes, log_class_reads
from server.access.decision import Decision
from server.access.explaining import explain, who, why
from server.access.home import (
    Classes,
    ClassUnknown,
    KindUnknown,
    is_narrower_class,
    is_wider,
    scope_for,
)
from server.access.names import ScopeName, ScopeNameInvalid
from server.access.readable import assigned_scopes, readable_scopes
from server.access.scopes import ensure_scope, ensure_scopes, ensure_share, scope_ids
from server.access.writing import Rights, may_write, rights_of, was_in_team
from server.identity.viewer import Viewer

__all__ = [
    "ClassUnknown",
    "Classes",
    "Decision",
    "KindUnknown",
    "Rights",
    "ScopeName",
    "ScopeNameInvalid",
    "Viewer",
    "assign",
    "assign_all",
    "assigned_scopes",
    "class_scopes",
    "ensure_dossier",
    "ensure_scope",
    "ensure_scopes",
    "ensure_share",
    "explain",
    "is_narrower_class",
    "is_wider",
    "log_class_reads",
    "may_write",
    "open_unplanned",
    "readable_scopes",
    "rights_of",
    "scope_for",
    "scope_ids",
    "stop_taking_part",
    "take_part",
    "unassign",
    "was_in_team",
    "who",
    "why",
]
