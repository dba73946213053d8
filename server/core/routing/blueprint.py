"""flask-smorest's blueprint with our one JSON parser; packages import `Blueprint` from here."""

from typing import Any

import flask
import flask_smorest
import orjson
from webargs.core import missing
from webargs.flaskparser import FlaskParser

from server.core.problems import Problem


class JsonParser(FlaskParser):
    """Takes what both engines can keep: no half surrogate pair, no NaN (orjson refuses them), no U+0000."""

    def _raw_load_json(self, req: flask.Request) -> Any:
        raw = req.get_data(cache=True)
        if not raw:
            return missing
        if not req.is_json:
            raise Problem(
                "content-type-unknown",
                given=req.mimetype or "(none)",
                expected="Content-Type: application/json",
            )
        try:
            value = orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            raise Problem("body-unreadable", reason=f"it is no JSON ({error.msg})") from error
        if rb"\u0000" in raw and _holds_nul(value):
            raise Problem("body-unreadable", reason="a text holds the character U+0000")
        return value


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, list):
        return any(map(_holds_nul, value))
    return isinstance(value, dict) and any(_holds_nul(k) or _holds_nul(v) for k, v in value.items())


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """Routes of one package."""

    ARGUMENTS_PARSER = JsonParser()
