"""What other packages may ask of the dossiers."""

from server.dossiers.service.accepted import Accepted
from server.dossiers.service.fold import fold

__all__ = ["Accepted", "fold"]
