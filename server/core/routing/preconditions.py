"""Changes name the version they were made on: `ETag` in answers, `If-Match` in requests (RFC 9110)."""

import re

from flask import Response, request

from server.core.problems import Problem

_VERSION = re.compile(r'"([1-9][0-9]{0,8})"')


def tagged(answer: Response, version: int) -> Response:
    """The answer with its version as a strong ETag."""
    answer.headers["ETag"] = f'"{version}"'
    return answer


def seen_version() -> int:
    """The version that the caller saw, from If-Match; else raises `precondition-needed`."""
    match = _VERSION.fullmatch(request.headers.get("If-Match", "").strip())
    if match is None:
        raise Problem("precondition-needed", field="If-Match")
    return int(match.group(1))
