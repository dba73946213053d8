"""What other packages may ask of the dossiers."""

from server.dossiers.service.accepted import Accepted
from server.dossiers.service.audit import log_reads
from server.dossiers.service.findings import FindingFacts, finding_facts
from server.dossiers.service.fold import fold
from server.dossiers.service.follow_ups import decide_follow_ups
from server.dossiers.service.rebuild import Difference, rebuild
from server.dossiers.service.record import record_of_finding, scopes_of_record
from server.dossiers.service.written import agencies_on

__all__ = [
    "Accepted",
    "Difference",
    "FindingFacts",
    "agencies_on",
    "decide_follow_ups",
    "finding_facts",
    "fold",
    "log_reads",
    "rebuild",
    "record_of_finding",
    "scopes_of_record",
]
