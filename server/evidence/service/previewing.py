"""The preview of a photo, made in the worker from the stored original."""

import io
from datetime import datetime

from server.core import objects
from server.core.database import reading, writing
from server.core.objects import Vault
from server.evidence import images
from server.evidence.models import Derived, PhotoReceipt


def make_preview(key: tuple[object, ...], vault: Vault, now: datetime) -> None:
    """Make and store the preview of the photo with this key; safe to repeat, and nothing when the photo is
    gone.

    An original that no decoder gets a picture out of has a row without object, so that nobody waits for it.
    """
    with reading() as session:
        photo = session.get(PhotoReceipt, key)
        if photo is None or session.get(Derived, (*key, "preview")) is not None:
            return
        original = b"".join(objects.read(session, vault, photo.object))
    try:
        small = images.preview(io.BytesIO(original), photo.mime)
    except Exception:
        small = b""
    name = f"{photo.object}.preview" if small else None
    with writing() as session:
        if session.get(Derived, (*key, "preview")) is not None:
            return
        if name:
            objects.put(session, vault, name, [small], now=now)
        session.add(
            Derived(
                dossier=photo.dossier,
                id=photo.id,
                signer=photo.signer,
                sha256=photo.sha256,
                kind="preview",
                object=name,
                mime=images.PREVIEW_MIME,
                bytes=len(small),
            )
        )
