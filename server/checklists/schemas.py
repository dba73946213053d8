"""What checklists give over HTTP."""

from marshmallow import Schema, fields


class WordsSchema(Schema):
    nl = fields.String(required=True)
    en = fields.String(required=True)


class ChecklistSummarySchema(Schema):
    code = fields.String(required=True)
    version = fields.String(required=True)
    title = fields.Nested(WordsSchema, required=True)
    agency = fields.String(required=True, metadata={"description": "Kind of the agency that owns the list."})
    dataClass = fields.String(required=True)
    per = fields.String(required=True)
    writers = fields.String(required=True)
    status = fields.String(required=True)
    mandateRequired = fields.List(fields.String(), required=True)
    ownSystems = fields.Boolean(
        required=True, metadata={"description": "Your agency does not record this list here."}
    )
    ownSystemQuestions = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "Questions that your agency does not record here."},
    )


class ChecklistContentSchema(ChecklistSummarySchema):
    """One version with everything a tablet needs to work with it; `docs/recipes/add-a-checklist.md` tells
    the parts.
    """

    purpose = fields.Nested(WordsSchema, required=True)
    notes = fields.Nested(WordsSchema, required=True, allow_none=True)
    siteTypes = fields.List(fields.String(), required=True)
    defaultShare = fields.String(required=True)
    figures = fields.List(fields.Dict(), required=True)
    sections = fields.List(fields.Dict(), required=True)
    names = fields.Dict(required=True)


class ParameterSchema(Schema):
    name = fields.String(required=True)
    value = fields.String(required=True, metadata={"description": "A decimal as text."})
    validFrom = fields.Date(required=True)
    unit = fields.String(required=True)
    note = fields.Nested(WordsSchema, required=True)
