"""The door of every route. A view says with `@requires(…)` or `@public` who may call it; what says nothing
is shut.

The decorators only mark (`core.routing.permissions`); the check runs before the view, in whatever order other
decorators stand.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, g, request

from server.core import clock
from server.core.database import db, reading
from server.core.problems import Problem
from server.core.routing.permissions import PUBLIC, mark, permission_of
from server.identity.permissions import EVERYBODY, PERMISSIONS
from server.identity.sessions import SignedIn, find_session
from server.identity.viewer import Viewer

COOKIE = "gh_session"
CSRF_HEADER = "X-Requested-With"
CSRF_VALUE = "glashelder"
PERSON_HEADER = "X-Glashelder-Person"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

View = TypeVar("View", bound=Callable[..., Any])


def requires(permission: str) -> Callable[[View], View]:
    """Let only a signed-in person with this permission call the view; inside it `g.viewer` is who.

    `LookupError` for a permission that `permissions` does not know.
    """
    if permission not in PERMISSIONS:
        raise LookupError(f"'{permission}' is no permission; declare it in identity/permissions.py")
    return lambda view: mark(view, permission)


def public(view: View) -> View:
    """Let anybody call the view, signed in or not."""
    return mark(view, PUBLIC)


def may(viewer: Viewer, permission: str) -> bool:
    """Whether a viewer's roles hold a permission."""
    allowed = PERMISSIONS[permission]
    return allowed is EVERYBODY or viewer.has(*allowed)


def check_request() -> None:
    """Refuse the request in hand, or say in `g.viewer` who makes it. Runs before every view."""
    if request.endpoint is None or request.method == "OPTIONS":
        return  # no such address, or a question about one: the router answers
    db.session().info["viewer"] = None  # nobody: row-level security shows nothing
    permission = _declared(current_app, request.endpoint, request.method)
    found = None if permission == PUBLIC else _signed_in()
    if request.method not in _SAFE and request.headers.get(CSRF_HEADER) != CSRF_VALUE:
        # A page of another site can send a form with our cookie, but no header of its own choosing.
        raise Problem("origin-unproven")
    if found is None:
        return
    if request.headers.get(PERSON_HEADER, found.viewer.person) != found.viewer.person:
        # On a shared tablet the cookie may have changed hands since the request was made.
        raise Problem("session-other")
    if permission is None or not may(found.viewer, permission):
        raise Problem("not-allowed")
    g.signed_in = found
    g.viewer = found.viewer
    db.session().info["viewer"] = found.viewer


def forget_viewer(_error: BaseException | None) -> None:
    """Take the viewer off the database session. Runs after every request."""
    db.session().info.pop("viewer", None)


def _signed_in() -> SignedIn:
    token = request.cookies.get(COOKIE, "")
    if token:
        with reading() as session:
            found = find_session(session, token, clock.now())
        if found is not None:
            return found
    raise Problem("sign-in-needed")


def _declared(app: Flask, endpoint: str, method: str) -> str | None:
    """What the view function, or the method of a view class, was marked with."""
    view = app.view_functions[endpoint]
    view_class = getattr(view, "view_class", None)
    if view_class is None:
        return permission_of(view)
    name = "get" if method == "HEAD" and not hasattr(view_class, "head") else method.lower()
    return permission_of(getattr(view_class, name, view))
