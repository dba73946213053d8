"""Jobs of evidence: previews, and the clearing away of uploads that nobody goes on with."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog

from server.config import settings
from server.core import base64url
from server.core.jobs import Subject, job, periodic
from server.core.objects import vault
from server.evidence import service
from server.evidence.service.finishing import PREVIEW_JOB

log = structlog.get_logger(__name__)


@job(PREVIEW_JOB)
def preview(subject: Subject, now: datetime) -> None:
    """Make the preview of one photo."""
    sha256 = base64url.decode(subject["sha256"], 32)
    key = (UUID(subject["dossier"]), UUID(subject["id"]), UUID(subject["signer"]), sha256)
    service.make_preview(key, vault(), now)


@periodic("evidence.clean", minutes=60)
def clean(_subject: Subject, now: datetime) -> None:
    """Throw away what was left of uploads unchanged for GLASHELDER_UPLOAD_HOURS."""
    keep = timedelta(hours=settings().upload_hours)
    dropped = service.clean(service.spool_folder(settings().data_dir), keep, now)
    log.info("evidence.cleaned", dropped=dropped)
