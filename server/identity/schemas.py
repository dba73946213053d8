"""What identity takes and gives over HTTP."""

from marshmallow import Schema, fields, validate

_TEXT = validate.Length(min=1, max=2048)


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


class VouchedSignerSchema(Schema):
    """A signer's text and our signature under it, as `POST /signers` answered them."""

    text = fields.String(required=True, validate=_TEXT)
    signature = fields.String(required=True, validate=_TEXT)


class DeviceProofSchema(Schema):
    """That the device holds a key of one of its signers: `signature` is that key's under `nonce`."""

    signer = fields.Nested(VouchedSignerSchema, required=True)
    nonce = fields.String(required=True, validate=_TEXT)
    signature = fields.String(required=True, validate=_TEXT)


class ProvingDeviceSchema(DeviceSchema):
    """The device one signs in on; `proof` where it lost the cookie of its first sign-in."""

    proof = fields.Nested(DeviceProofSchema)


class SignInSchema(Schema):
    """Who signs in, on what. Only where the demo sign-in is on."""

    membership = fields.UUID(required=True)
    device = fields.Nested(ProvingDeviceSchema, required=True)


class DeviceChallengeSchema(Schema):
    """The device that wants to prove itself."""

    device = fields.UUID(required=True)


class NonceSchema(Schema):
    """What a key of the device has to sign: the UTF-8 bytes of `nonce`."""

    nonce = fields.String(required=True)


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
