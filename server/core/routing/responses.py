"""Answers made by orjson: three to five times faster than `json`, and stricter."""

from datetime import datetime
from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider

from server.core import base64url, clock


class OrjsonProvider(JSONProvider):
    """Flask's JSON by orjson; a NaN or an integer beyond 64 bits is an error."""

    def dumps(self, obj: Any, **_: Any) -> str:
        return _bytes(obj).decode()

    def loads(self, s: str | bytes, **_: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        return json(self._prepare_response_obj(args, kwargs))


def json(body: Any, status: int = 200, mimetype: str = "application/json") -> Response:
    """A JSON answer; keys in the order given, times and bytes in their wire form."""
    return Response(_bytes(body), status, mimetype=mimetype)


def _bytes(body: Any) -> bytes:
    return orjson.dumps(body, default=_spell, option=orjson.OPT_PASSTHROUGH_DATETIME)


def _spell(value: Any) -> Any:
    if isinstance(value, datetime):
        return clock.to_wire(value)
    if isinstance(value, bytes):
        return base64url.encode(value)
    raise TypeError(f"{type(value).__name__} has no JSON form here")
