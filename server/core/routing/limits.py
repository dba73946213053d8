"""How often an address may try to sign in; nothing else is limited, for field data must get through."""

from typing import Any, cast

from flask import Flask, Response
from flask_limiter import Limiter, RateLimitExceeded
from flask_limiter.util import get_remote_address

from server.core.problems import Problem
from server.core.routing.errors import problem_answer


def limit_sign_in(app: Flask, endpoint: str, limit: str) -> None:
    """Hold the view of `endpoint` to `limit` (as in `30 per minute`) for each address.

    Counted in each process by itself: with two workers somebody may get twice as far, which is still nothing.
    """
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", headers_enabled=False)
    app.view_functions[endpoint] = cast(Any, limiter.limit(limit)(app.view_functions[endpoint]))

    def too_often(error: RateLimitExceeded) -> Response:
        seconds = error.limit.limit.get_expiry() if error.limit else 60
        return problem_answer(
            Problem("too-many-requests", seconds=seconds, headers={"Retry-After": str(seconds)})
        )

    app.register_error_handler(RateLimitExceeded, too_often)
