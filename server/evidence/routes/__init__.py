"""HTTP of evidence: photos come in by tus and are read through their records."""

from server.evidence.routes.photos import blueprint as photos
from server.evidence.routes.uploads import blueprint as uploads

__all__ = ["photos", "uploads"]
