"""Request bodies: a bound on what arrives, and gzip with a bound on what comes out."""

import io
import zlib
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request

from server.core.problems import Problem

ORDINARY = 512 * 1024
"""Bytes, unpacked, that a route takes as JSON: parsed, they may be thirty times as much."""

_LARGE = "__takes_much__"
View = TypeVar("View", bound=Callable[..., Any])


def takes_much(view: View) -> View:
    """Let a route take bodies up to the bound of the settings; `functools.wraps` carries it on."""
    setattr(view, _LARGE, True)
    return view


def inflate(raw: bytes, limit: int) -> bytes:
    """Unpack gzip; `Problem` when it is broken, cut off, followed by other bytes, or larger than `limit`."""
    engine = zlib.decompressobj(31)
    try:
        content = engine.decompress(raw, limit)
        if engine.unconsumed_tail:
            raise Problem("body-too-large", limit=limit)
        content += engine.flush()
    except zlib.error as error:
        raise Problem("body-unreadable", reason="the gzip stream is broken") from error
    if not engine.eof or engine.unused_data:
        raise Problem("body-unreadable", reason="the gzip stream does not end where the body ends")
    return content


def register_bodies(app: Flask, inflated_limit: int) -> None:
    """Let every route take `Content-Encoding: gzip`; other encodings are refused."""

    @app.before_request
    def unpack() -> None:
        if "\0" in request.path or b"%00" in request.query_string:
            raise Problem("body-unreadable", reason="the address holds the character U+0000")
        encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
        limit = inflated_limit if _is_large(app) else min(inflated_limit, ORDINARY)
        if encoding == "identity":
            if request.is_json:
                request.max_content_length = min(request.max_content_length or limit, limit)
            return
        if encoding != "gzip":
            raise Problem("content-type-unknown", given=encoding, expected="Content-Encoding: gzip")
        content = inflate(request.get_data(cache=False), limit)
        request.environ["wsgi.input"] = io.BytesIO(content)
        request.environ["CONTENT_LENGTH"] = str(len(content))
        request.environ.pop("HTTP_CONTENT_ENCODING", None)
        for cached in ("stream", "content_length"):
            request.__dict__.pop(cached, None)
        request.max_content_length = limit


def _is_large(app: Flask) -> bool:
    return bool(getattr(app.view_functions.get(request.endpoint or ""), _LARGE, False))
