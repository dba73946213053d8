"""Answers made by orjson: three to five times faster than `json`, and stricter."""

from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider


class OrjsonProvider(JSONProvider):
    """Flask's JSON by orjson; UUIDs as text, and a NaN or an integer beyond 64 bits is an error."""

    def dumps(self, obj: Any, **_: Any) -> str:
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **_: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        return json(self._prepare_response_obj(args, kwargs))


def json(body: Any, status: int = 200, mimetype: str = "application/json") -> Response:
    """A JSON answer; keys in the order given."""
    return Response(orjson.dumps(body), status, mimetype=mimetype)
