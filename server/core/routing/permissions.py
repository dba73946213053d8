"""Forgetting must not start: every route declares who may call it, or the app refuses to be made.

`identity.guard` decides and enforces; its decorators leave the declared permission on the view by `mark`.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from flask import Flask

PUBLIC = "public"

_ATTRIBUTE = "__permission__"
View = TypeVar("View", bound=Callable[..., Any])


def mark(view: View, permission: str) -> View:
    """Write the permission on a view; `functools.wraps` carries it through further decorators."""
    setattr(view, _ATTRIBUTE, permission)
    return view


def permission_of(view: Callable[..., Any]) -> str | None:
    """The permission that a view declares, if it does."""
    return getattr(view, _ATTRIBUTE, None)


def declared_routes(app: Flask) -> Iterator[tuple[str, str, str | None]]:
    """(method, path, permission or None) of every route; a `MethodView` declares each method for itself."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        view = app.view_functions[rule.endpoint]
        methods = sorted((rule.methods or set()) - {"OPTIONS", "HEAD"})
        for method in methods or ["HEAD"]:
            of_class = getattr(getattr(view, "view_class", None), method.lower(), None)
            yield method, rule.rule, permission_of(of_class) if of_class else permission_of(view)


def refuse_undeclared(app: Flask) -> None:
    """Stop the start when a route declares no permission; the error names the routes."""
    forgotten = [
        f"{method} {path}" for method, path, permission in declared_routes(app) if permission is None
    ]
    if forgotten:
        raise RuntimeError(
            "these routes declare no permission; add @requires(…) or @public of identity.guard: "
            + ", ".join(forgotten)
        )
