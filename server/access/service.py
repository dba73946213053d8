"""THE one place that decides who sees what. Other packages import from here and from nowhere else in
`access`."""

from server.access.actions import Place, leads, set_window, settle_agencies, settle_people
from server.access.asker import Anybody, asked
from server.access.assignments import (
    assign,
    assign_all,
    ensure_dossier,
    open_unplanned,
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
from server.access.readable import assigned_scopes, assigned_to, readable_scopes
from server.access.rls import reading_as_service
from server.access.scopes import ensure_scope, ensure_scopes, ensure_share, scope_ids
from server.access.visits import dossiers_of, move_to_team, settle_visits, unplanned_of
from server.access.writing import Rights, may_write, rights_of, was_in_team
from server.identity.viewer import Viewer

__all__ = [
    "Anybody",
    "ClassUnknown",
    "Classes",
    "Decision",
    "KindUnknown",
    "Place",
    "Rights",
    "ScopeName",
    "ScopeNameInvalid",
    "Viewer",
    "asked",
    "assign",
    "assign_all",
    "assigned_scopes",
    "assigned_to",
    "class_scopes",
    "dossiers_of",
    "ensure_dossier",
    "ensure_scope",
    "ensure_scopes",
    "ensure_share",
    "explain",
    "is_narrower_class",
    "is_wider",
    "leads",
    "log_class_reads",
    "may_write",
    "move_to_team",
    "open_unplanned",
    "readable_scopes",
    "reading_as_service",
    "rights_of",
    "scope_for",
    "scope_ids",
    "set_window",
    "settle_agencies",
    "settle_people",
    "settle_visits",
    "take_part",
    "unassign",
    "unplanned_of",
    "was_in_team",
    "who",
    "why",
]
