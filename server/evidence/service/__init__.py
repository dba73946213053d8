"""What routes and jobs ask of evidence."""

from server.evidence.service.announcing import Announced, announced_on
from server.evidence.service.appending import append
from server.evidence.service.beginning import begin, end
from server.evidence.service.cleaning import clean
from server.evidence.service.confirming import received_from
from server.evidence.service.finishing import Keeper
from server.evidence.service.previewing import make_preview
from server.evidence.service.progress import Progress, settled, spool_folder, turn
from server.evidence.service.reading import own_receipt, photo, preview_of

__all__ = [
    "Announced",
    "Keeper",
    "Progress",
    "announced_on",
    "append",
    "begin",
    "clean",
    "end",
    "make_preview",
    "own_receipt",
    "photo",
    "preview_of",
    "received_from",
    "settled",
    "spool_folder",
    "turn",
]
