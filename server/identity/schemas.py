"""What identity takes and gives over HTTP."""

from marshmallow import Schema, fields, validate


class AgencySchema(Schema):
    """An agency as chips and headings need it."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    kind = fields.String(required=True)
    name = fields.String(required=True)
    short = fields.String(required=True)


class AgencyDetailSchema(AgencySchema):
    """An agency with its area: CBS codes of municipalities, none for the whole country."""

    glyph = fields.String(required=True)
    area = fields.List(fields.String(), required=True)
    public = fields.Boolean(required=True)


class SignedInMemberSchema(Schema):
    """A member."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)


class DeviceSchema(Schema):
    """A device names itself: a random id that it keeps, and a label for people."""

    id = fields.UUID(required=True)
    label = fields.String(required=True, validate=validate.Length(min=1, max=120))


class SignInSchema(Schema):
    """Who signs in, on what. Only where the demo sign-in is on."""

    membership = fields.UUID(required=True)
    device = fields.Nested(DeviceSchema, required=True)


class MandateSchema(Schema):
    """A power under one law, until when; null is until further notice."""

    law = fields.String(required=True)
    until = fields.String(required=True, allow_none=True)


class SessionSchema(Schema):
    """The running session; `serverTime` lets the device see how far its clock is off."""

    member = fields.Nested(SignedInMemberSchema, required=True)
    agency = fields.Nested(AgencySchema, required=True)
    roles = fields.List(fields.String(), required=True)
    mandates = fields.List(fields.Nested(MandateSchema), required=True)
    device = fields.Nested(DeviceSchema, required=True)
    until = fields.String(required=True)
    serverTime = fields.String(required=True)
    demo = fields.Boolean(required=True)
