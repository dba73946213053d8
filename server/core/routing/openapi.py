"""The machine-readable description of the API, made from its routes; committed as `schemas/openapi.json`."""

import re
from typing import Any

import marshmallow as ma
from flask import Flask
from flask_smorest import Api

from server.core.problems import Problem, as_json, declared, every
from server.core.routing import responses
from server.core.routing.errors import language
from server.core.routing.permissions import PUBLIC, declared_routes, mark

#: The extension that holds the API, for `flask schemas`.
API = "glashelder.api"

_VARIABLE = re.compile(r"<(?:[^<>:]+:)?([^<>]+)>")


class FieldErrorSchema(ma.Schema):
    """One field that is wrong."""

    field = ma.fields.String(required=True)
    detail = ma.fields.String(required=True)
    mend = ma.fields.String()


class ProblemSchema(ma.Schema):
    """RFC 9457 with the code, the field and the mend."""

    type = ma.fields.String(required=True)
    title = ma.fields.String(required=True)
    status = ma.fields.Integer(required=True)
    code = ma.fields.String(required=True)
    detail = ma.fields.String(required=True)
    mend = ma.fields.String(required=True)
    field = ma.fields.String()
    errors = ma.fields.List(ma.fields.Nested(FieldErrorSchema))


class ProblemApi(Api):  # type: ignore[misc]
    """flask-smorest, with our shape of error."""

    ERROR_SCHEMA = ProblemSchema

    def _register_error_handlers(self) -> None:
        """Nothing: `errors.register_errors` answers for all routes, of the API or not."""


def register_openapi(app: Flask, api: Api, prefix: str) -> None:
    """Serve the document, and the explanation that each problem's `type` points to."""
    app.extensions[API] = api
    made: dict[str, Any] = {}

    def openapi() -> Any:
        made.update(made or document(app, api))
        return responses.json(made)

    def explain(code: str) -> Any:
        if code not in {problem.code for problem in every()}:
            raise Problem("not-found")
        problem = declared(code)
        return responses.json(as_json(Problem(code), language()) | {"status": problem.status})

    app.add_url_rule(f"{prefix}/openapi.json", "openapi", mark(openapi, PUBLIC))
    app.add_url_rule(f"{prefix}/problems/<code>", "problem", mark(explain, PUBLIC))


def document(app: Flask, api: Api) -> dict[str, Any]:
    """The OpenAPI document, each operation with its permission as `x-permission`."""
    found: dict[str, Any] = api.spec.to_dict()
    for method, rule, permission in declared_routes(app):
        operation = found["paths"].get(_VARIABLE.sub(r"{\1}", rule), {}).get(method.lower())
        if operation is not None:
            operation["x-permission"] = permission
            operation["security"] = [] if permission == PUBLIC else [{"session": []}]
    components = found.setdefault("components", {})
    components["securitySchemes"] = {"session": {"type": "apiKey", "in": "cookie", "name": "gh_session"}}
    for response in components.get("responses", {}).values():
        content = response.get("content", {})
        if content.get("application/json", {}).get("schema", {}).get("$ref", "").endswith("/Problem"):
            content["application/problem+json"] = content.pop("application/json")
    return found
