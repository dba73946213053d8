"""What other packages may ask of sync; they import from here and from nowhere else in it."""

from server.sync.authority import Authority, authority
from server.sync.confirmed import photos_from
from server.sync.documents import Put, put_document, put_documents, remove_document
from server.sync.signers.ending import end_at
from server.sync.waiting import release_dossier

__all__ = [
    "Authority",
    "Put",
    "authority",
    "end_at",
    "photos_from",
    "put_document",
    "put_documents",
    "release_dossier",
    "remove_document",
]
