"""How a page is told: the texts as they came, and of documents the newest body only (docs/format.md § 7)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from server.core import base64url
from server.operations.digests import spell
from server.sync.pulling import cursors
from server.sync.pulling.cursors import Cursor
from server.sync.pulling.plan import Range

Documents = Mapping[tuple[int, UUID], Any]


def entries(rows: Sequence[Any], documents: Documents) -> list[dict[str, Any]]:
    """Entries in their order: an operation or document put, a document removed, or one that comes again later
    (`void`)."""
    batches = {batch: spell(batch) for batch in {row.batch for row in rows} if batch is not None}
    return [
        _document(row, documents)
        if row.operation is None
        else {
            "n": row.n,
            "put": spell(row.operation),
            "head": row.head,
            "fields": row.fields.split("\n"),
            "batch": batches[row.batch],
        }
        for row in rows
    ]


def _document(row: Any, documents: Documents) -> dict[str, Any]:
    document = documents[row.scope, row.document]
    if document.n != row.n:
        return {"n": row.n, "void": True}
    if row.removed:
        return {"n": row.n, "remove": str(row.document)}
    return {
        "n": row.n,
        "put": str(row.document),
        "type": document.type,
        "version": document.version,
        "body": orjson.Fragment(document.body),
    }


def scope(
    asked: Range,
    cursor: Cursor,
    rows: Sequence[Any],
    documents: Documents,
    batches: Iterable[Any],
    gaps: Iterable[Any],
) -> dict[str, Any]:
    """What the page says of one scope; `gaps` are all of the scope's."""
    # A document that was written again after the pull began is void here and comes with the next page.
    overtaken = any(
        documents[row.scope, row.document].n > asked.scope.last for row in rows if row.document is not None
    )
    return {
        "from": asked.low,
        "entries": entries(rows, documents),
        "cursor": cursors.write(cursor),
        "more": asked.more or overtaken,
        "batches": [_signed(row.text, row.signature) for row in batches],
        "releases": [_signed(row.release, row.release_signature) for row in rows if row.release is not None],
        "gaps": [{"signer": str(row.signer), "first": row.first, "last": row.last} for row in gaps],
    }


def signer(row: Any) -> dict[str, Any]:
    """A signer with its end, if it ended."""
    end = None if row.end_text is None else _signed(row.end_text, row.end_signature)
    return {**_signed(row.text, row.signature), "end": end}


def _signed(text: str, signature: bytes | str) -> dict[str, str]:
    spelled = signature if isinstance(signature, str) else base64url.encode(signature)
    return {"text": text, "signature": spelled}
