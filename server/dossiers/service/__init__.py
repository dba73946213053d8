"""What other packages may ask of the dossiers."""

from server.dossiers.service.accepted import Accepted
from server.dossiers.service.fold import fold
from server.dossiers.service.follow_ups import decide_follow_ups

__all__ = ["Accepted", "decide_follow_ups", "fold"]
