"""What access gives over HTTP."""

from marshmallow import Schema, fields


class SentenceSchema(Schema):
    """A sentence in both languages."""

    nl = fields.String(required=True)
    en = fields.String(required=True)


class ExplainQuery(Schema):
    """The scope asked about."""

    scope = fields.String(required=True)


class ExplanationSchema(Schema):
    """Who reads the scope, that nobody else does, and why the asker does; no reason means that they do
    not."""

    scope = fields.String(required=True)
    who = fields.List(fields.Nested(SentenceSchema), required=True)
    nobody = fields.Nested(SentenceSchema, required=True)
    why = fields.List(fields.Nested(SentenceSchema), required=True)
