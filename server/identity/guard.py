"""The door of every route. A view says with `@requires(…)` or `@public` who may call it; what says nothing
is shut.

The decorator only marks: the check runs before the view, in whatever order other decorators stand.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from flask import Flask, current_app, g, request
from flask.typing import ResponseReturnValue

from server.core import clock
from server.core.database import db, reading
from server.core.problems import Problem
from server.identity.permissions import EVERYBODY, PERMISSIONS
from server.identity.sessions import SignedIn, find_session
from server.identity.viewer import Viewer

COOKIE = "gh_session"
CSRF_HEADER = "X-Requested-With"
CSRF_VALUE = "glashelder"
PUBLIC = "public"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

View = TypeVar("View", bound=Callable[..., Any])


def requires(permission: str) -> Callable[[View], View]:
    """Let only a signed-in person with this permission call the view; `g.viewer` is who. Unknown:
    `LookupError`."""
    if permission not in PERMISSIONS:
        raise LookupError(f"'{permission}' is no permission; declare it in identity/permissions.py")

    def mark(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Let anybody call the view, signed in or not."""
    view.permission = PUBLIC  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    """Guard all routes of an app."""
    app.before_request(_check)
    app.teardown_request(_forget)


def refuse_unguarded(app: Flask) -> None:
    """Stop the start when a route says nothing of who may call it: `RuntimeError` names all of them."""
    found = sorted(f"{method} {rule}" for rule, method, permission in routes(app) if permission is None)
    if found:
        raise RuntimeError("routes without @requires(…) or @public: " + ", ".join(found))


def routes(app: Flask) -> Iterator[tuple[str, str, str | None]]:
    """Every route with each of its methods and the permission it asks for; None where it says nothing."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule.rule, method, _permission(app.view_functions[rule.endpoint], method)


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None or request.method == "OPTIONS":
        return None  # no such address, or a question about one: answered by the router
    db.session().info["viewer"] = None
    permission = _permission(current_app.view_functions[request.endpoint], request.method)
    if permission == PUBLIC:
        _refuse_strangers()
        return None
    if permission is None:
        raise Problem("not-allowed")
    found = _session()
    if found is None:
        raise Problem("sign-in-needed")
    g.signed_in = found
    g.viewer = found.viewer
    _refuse_strangers()
    if not may(found.viewer, permission):
        raise Problem("not-allowed")
    db.session().info["viewer"] = found.viewer
    return None


def may(viewer: Viewer, permission: str) -> bool:
    """Whether a viewer's roles hold a permission."""
    allowed = PERMISSIONS[permission]
    return allowed is EVERYBODY or viewer.has(*allowed)


def _session() -> SignedIn | None:
    token = request.cookies.get(COOKIE, "")
    if not token:
        return None
    with reading() as session:
        return find_session(session, token, clock.now())


def _refuse_strangers() -> None:
    """A page of another site can send a form with our cookie, but no header of its own choosing."""
    if request.method not in _SAFE and request.headers.get(CSRF_HEADER) != CSRF_VALUE:
        raise Problem("origin-unproven")


def _forget(_error: BaseException | None) -> None:
    db.session().info.pop("viewer", None)


def _permission(view: Any, method: str) -> str | None:
    """What a view function, or the method of a view class, was marked with."""
    handler = view
    if hasattr(view, "view_class"):
        name = "get" if method == "HEAD" and not hasattr(view.view_class, "head") else method.lower()
        handler = getattr(view.view_class, name, None)
    found: str | None = getattr(handler, "permission", None)
    return found
