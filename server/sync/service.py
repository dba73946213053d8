"""What other packages may ask of sync; they import from here and from nowhere else in it."""

from server.sync.documents import Put, put_document, put_documents, remove_document

__all__ = ["Put", "put_document", "put_documents", "remove_document"]
