"""Structured logs without personal data: no query, no body, no address, no message of an error."""

import logging
import secrets
import sys
import time
from pathlib import Path
from traceback import extract_tb
from typing import Any

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger("request")

REQUEST_ID = "X-Request-Id"


def configure_logs(level: str) -> None:
    """Send our own and other libraries' logs to standard error, as JSON lines or readable on a terminal."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_messages,
    ]
    terminal = sys.stderr.isatty()
    renderer: Any = structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(level=max(logging.WARNING, logging.getLevelNamesMapping()[level]), handlers=[handler])


def without_messages(_logger: object, _method: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Replace an exception by its class and the places it passed; its message may hold what people wrote."""
    info = entry.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        entry["error"] = type(error).__name__
        frames = extract_tb(error.__traceback__)
        entry["trace"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return entry


def register_logs(app: Flask) -> None:
    """Give each request an id, and log it with its route, status and time; the route, not the path."""

    @app.before_request
    def begin() -> None:
        g.request_id = secrets.token_hex(8)
        g.began = time.perf_counter()
        structlog.contextvars.bind_contextvars(request=g.request_id)

    @app.after_request
    def end(answer: Response) -> Response:
        if "request_id" in g:
            answer.headers[REQUEST_ID] = g.request_id
            log.info(
                "request",
                method=request.method,
                route=request.url_rule.rule if request.url_rule else None,
                status=answer.status_code,
                ms=round((time.perf_counter() - g.began) * 1000, 1),
            )
        return answer

    @app.teardown_request
    def forget(_error: BaseException | None) -> None:
        structlog.contextvars.clear_contextvars()
