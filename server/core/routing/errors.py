"""Every error as problem+json, in the reader's language."""

from typing import Any

import structlog
from flask import Flask, Response, g, request
from sqlalchemy.exc import DataError, OperationalError
from werkzeug.exceptions import ClientDisconnected, HTTPException

from server.core.problems import FieldError, Problem, as_json
from server.core.routing import responses

log = structlog.get_logger(__name__)

_CODES = {
    400: "body-unreadable",
    401: "sign-in-needed",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    409: "conflict",
    412: "version-changed",
    413: "body-too-large",
    415: "content-type-unknown",
    422: "fields-invalid",
    428: "precondition-needed",
    429: "too-many-requests",
}


def register_errors(app: Flask) -> None:
    """Answer each exception with its problem; what nobody expected is logged and told without detail."""
    app.register_error_handler(Problem, problem_answer)
    app.register_error_handler(HTTPException, _http_answer)
    app.register_error_handler(OperationalError, _database_answer)
    app.register_error_handler(DataError, _unkeepable_answer)
    app.register_error_handler(ClientDisconnected, _silence_answer)
    app.register_error_handler(Exception, _unexpected_answer)


def language() -> str:
    """The reader's language, `nl` or `en`, from Accept-Language; Dutch when they state none."""
    return request.accept_languages.best_match(["nl", "en"], default="nl") or "nl"


def problem_answer(problem: Problem) -> Response:
    """The answer that tells a problem."""
    spoken = language()
    answer = responses.json(as_json(problem, spoken), problem.status, "application/problem+json")
    answer.headers["Content-Language"] = spoken
    answer.headers["Cache-Control"] = "no-store"
    for name, value in problem.headers.items():
        answer.headers[name] = value
    return answer


def _http_answer(error: HTTPException) -> Response:
    if error.response is not None:
        return error.response  # type: ignore[return-value]
    status = error.code or 500
    if status < 400:
        return error.get_response()  # type: ignore[return-value]
    code = _CODES.get(status, "internal" if status >= 500 else "body-unreadable")
    return problem_answer(Problem(code, status, headers=_headers(error), **_details(error, status)))


def _details(error: HTTPException, status: int) -> dict[str, Any]:
    if status == 405:
        allowed = sorted(getattr(error, "valid_methods", None) or [])
        return {"method": request.method, "allowed": ", ".join(allowed)}
    if status == 413:
        return {"limit": request.max_content_length}
    if status == 415:
        return {"given": request.content_type or "(none)", "expected": "application/json"}
    if status == 422:
        errors = field_errors(getattr(error, "data", {}).get("messages", {}))
        return {"count": len(errors), "errors": errors, "field": errors[0].field if errors else None}
    if status == 400:
        return {"reason": (error.description or "unreadable").rstrip(".")}
    return {"request": g.get("request_id")} if status >= 500 else {}


def _headers(error: HTTPException) -> dict[str, str]:
    kept = ("Allow", "Retry-After", "WWW-Authenticate")
    return {name: str(value) for name, value in error.get_headers() if name in kept}


def field_errors(messages: Any, path: str = "") -> list[FieldError]:
    """marshmallow's tree of messages as a flat list; the outermost level (json, query …) is left out."""
    if isinstance(messages, str):
        return [FieldError(path, messages)]
    if isinstance(messages, list):
        return [found for message in messages for found in field_errors(message, path)]
    flat: list[FieldError] = []
    for name, inner in messages.items():
        outermost = not path and name in ("json", "query", "headers", "path", "form", "files")
        below = path if outermost or name == "_schema" else f"{path}.{name}".lstrip(".")
        flat += field_errors(inner, below)
    return flat


def _database_answer(error: OperationalError) -> Response:
    log.error("database.unavailable", kind=type(error.orig).__name__)
    return problem_answer(Problem("busy", seconds=5, headers={"Retry-After": "5"}))


def _unkeepable_answer(error: DataError) -> Response:
    """A value that the schema let through and the database cannot keep: a number beyond its column."""
    log.warning("database.refused_value", kind=type(error.orig).__name__)
    return problem_answer(Problem("fields-invalid", count=1))


def _silence_answer(_error: ClientDisconnected) -> Response:
    """The link broke or fell silent in the middle of the request; how long it may is the worker's bound."""
    return problem_answer(Problem("request-stalled"))


def _unexpected_answer(error: Exception) -> Response:
    log.exception("request.failed", kind=type(error).__name__)
    return problem_answer(Problem("internal", request=g.get("request_id")))
