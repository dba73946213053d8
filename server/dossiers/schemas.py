"""What dossiers take and give over HTTP."""

from marshmallow import Schema, fields, validate

from server.core import paging
from server.dossiers.reading.listing import STATES


class PageSchema(Schema):
    """Where a page begins, and how long it is."""

    after = fields.String(validate=validate.Length(max=400))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))


class DossierQuery(PageSchema):
    """Which dossiers."""

    action = fields.UUID()
    site = fields.UUID()
    state = fields.String(validate=validate.OneOf(STATES))


class AnswerQuery(PageSchema):
    """Which answers."""

    instance = fields.UUID()
    checklist = fields.String(validate=validate.Length(max=40))


class FindingQuery(PageSchema):
    """Which findings."""

    severity = fields.String(validate=validate.OneOf(["minor", "moderate", "serious", "critical"]))
    owner = fields.UUID()


class EvidenceQuery(PageSchema):
    """Which photos and drawings."""

    subject = fields.UUID()


class PlaceSchema(Schema):
    """A site as lists show it; coordinates in WGS 84."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    address = fields.String(required=True)
    town = fields.String(required=True)
    municipality = fields.String(required=True)
    lon = fields.String(required=True)
    lat = fields.String(required=True)
    fictitious = fields.Boolean(required=True)


class DossierSchema(Schema):
    """A dossier in a list."""

    id = fields.UUID(required=True)
    action = fields.UUID(required=True)
    team = fields.UUID(required=True, allow_none=True)
    planned = fields.Boolean(required=True)
    opened = fields.String(required=True)
    site = fields.Nested(PlaceSchema, required=True, allow_none=True)
    label = fields.String(required=True, allow_none=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    since = fields.String(required=True, allow_none=True)
    agencies = fields.List(fields.UUID(), required=True)


class DossierPage(Schema):
    """A page of dossiers; `after` is null on the last one."""

    dossiers = fields.List(fields.Nested(DossierSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class PersonSchema(Schema):
    """A member, by name."""

    member = fields.UUID(required=True)
    name = fields.String(required=True)


class AuthorSchema(Schema):
    """Who wrote something; `person` is null where the signer is not known here any more."""

    signer = fields.UUID(required=True)
    agency = fields.UUID(required=True)
    person = fields.Nested(PersonSchema, required=True, allow_none=True)


class ValueSchema(Schema):
    """One value of a register, as docs/format.md § 5 shows it; `at` is corrected, `deviceTime` as written."""

    id = fields.String(required=True)
    ids = fields.List(fields.String(), required=True)
    lead = fields.String(required=True)
    keeps = fields.List(fields.String(), required=True, allow_none=True)
    kind = fields.String(required=True)
    at = fields.String(required=True)
    deviceTime = fields.String(required=True)
    offset = fields.Integer(required=True)
    author = fields.Nested(AuthorSchema, required=True)
    fields_ = fields.Dict(required=True, data_key="fields")
    erased = fields.Integer(required=True)


class WithdrawalSchema(Schema):
    """By whom a register was emptied."""

    id = fields.String(required=True)
    at = fields.String(required=True)
    author = fields.Nested(AuthorSchema, required=True)
    reason = fields.String(required=True, allow_none=True)
    lost = fields.Boolean(required=True)


class RegisterSchema(Schema):
    """What a register shows; more than one value is a conflict until a person resolves it."""

    values = fields.List(fields.Nested(ValueSchema), required=True)
    conflict = fields.Boolean(required=True)
    withdrawnBy = fields.Nested(WithdrawalSchema, required=True, allow_none=True)


class EntitySchema(Schema):
    """What every recorded thing tells."""

    scope = fields.String(required=True)
    entity = fields.UUID(required=True)
    at = fields.String(required=True)
    agency = fields.UUID(required=True, allow_none=True)
    conflict = fields.Boolean(required=True)
    withdrawn = fields.Boolean(required=True)
    registers = fields.Dict(keys=fields.String(), values=fields.Nested(RegisterSchema), required=True)


class InstanceSchema(EntitySchema):
    """A filling of a checklist; `signed` counts the agencies that signed it off."""

    checklist = fields.String(required=True, allow_none=True)
    version = fields.String(required=True, allow_none=True)
    label = fields.String(required=True, allow_none=True)
    signed = fields.Integer(required=True)


class ScopeSchema(Schema):
    """A part of the dossier that the reader reads."""

    name = fields.String(required=True)
    dataClass = fields.String(required=True, allow_none=True)
    agency = fields.UUID(required=True, allow_none=True)


class DossierDetailSchema(DossierSchema):
    """A dossier with its visit and fillings."""

    scopes = fields.List(fields.Nested(ScopeSchema), required=True)
    visits = fields.List(fields.Nested(EntitySchema), required=True)
    instances = fields.List(fields.Nested(InstanceSchema), required=True)


class AnswerSchema(EntitySchema):
    """An answer; `value` is that of the first shown."""

    instance = fields.UUID(required=True, allow_none=True)
    checklist = fields.String(required=True, allow_none=True)
    version = fields.String(required=True, allow_none=True)
    question = fields.String(required=True, allow_none=True)
    value = fields.Raw(required=True, allow_none=True)


class FindingSchema(EntitySchema):
    """A finding; the title of one from a rule stands in its checklist version."""

    owner = fields.UUID(required=True, allow_none=True)
    checklist = fields.String(required=True, allow_none=True)
    version = fields.String(required=True, allow_none=True)
    instance = fields.UUID(required=True, allow_none=True)
    question = fields.String(required=True, allow_none=True)
    rule = fields.String(required=True, allow_none=True)
    title = fields.String(required=True, allow_none=True)
    severity = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, allow_none=True)
    decision = fields.String(required=True, allow_none=True)


class EvidenceSchema(EntitySchema):
    """A photo or drawing as its record names it; `received` is when that record came in."""

    subject = fields.UUID(required=True, allow_none=True)
    sha256 = fields.String(required=True, allow_none=True)
    bytes = fields.Integer(required=True, allow_none=True)
    mime = fields.String(required=True, allow_none=True)
    taken = fields.String(required=True, allow_none=True)
    original = fields.UUID(required=True, allow_none=True)
    role = fields.String(required=True, allow_none=True)
    received = fields.String(required=True, allow_none=True)


class TimelineItemSchema(Schema):
    """One operation, with what became of it."""

    id = fields.String(required=True)
    at = fields.String(required=True)
    deviceTime = fields.String(required=True)
    offset = fields.Integer(required=True)
    kind = fields.String(required=True)
    scope = fields.String(required=True)
    entity = fields.UUID(required=True)
    register = fields.String(required=True, allow_none=True)
    author = fields.Nested(AuthorSchema, required=True)
    place = fields.Dict(required=True, allow_none=True)
    fields_ = fields.Dict(required=True, data_key="fields")
    replaced = fields.Boolean(required=True)
    withdrawn = fields.Boolean(required=True)


class AnswerPage(Schema):
    """A page of answers."""

    answers = fields.List(fields.Nested(AnswerSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class FindingPage(Schema):
    """A page of findings."""

    findings = fields.List(fields.Nested(FindingSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class EvidencePage(Schema):
    """A page of photos and drawings."""

    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class TimelinePage(Schema):
    """A page of what happened, newest first."""

    items = fields.List(fields.Nested(TimelineItemSchema), required=True)
    after = fields.String(required=True, allow_none=True)
