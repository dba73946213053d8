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
    """Whether a text in it, however deep, holds U+0000."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            if "\0" in one:
                return True
        elif isinstance(one, list):
            left.extend(one)
        elif isinstance(one, dict):
            left.extend(one)
            left.extend(one.values())
    return False


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """Routes of one package."""

    ARGUMENTS_PARSER = JsonParser()
