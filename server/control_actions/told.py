"""What control_actions gives over HTTP; what it takes is in `schemas`."""

from marshmallow import Schema, fields, validate

from server.control_actions.missing import CODES
from server.control_actions.schemas import ANSWERS, ROLES
from server.control_actions.service.targets import ORIGINS
from server.control_actions.states import STATES
from server.identity.schemas import AgencySchema
from server.sites.schemas import SiteSchema


class SpanSchema(Schema):
    """From when until when, as told."""

    since = fields.String(required=True, data_key="from")
    until = fields.String(required=True)


class ActionTold(Schema):
    """What lists and the whole plan have in common."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    title = fields.String(required=True)
    goal = fields.String(required=True)
    legalBasis = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    window = fields.Nested(SpanSchema, required=True)
    closedAt = fields.String(required=True, allow_none=True)
    retentionDays = fields.Integer(required=True)
    version = fields.Integer(required=True)


class LineLead(Schema):
    """Who leads, in a list."""

    agency = fields.Nested(AgencySchema, required=True)
    name = fields.String(required=True)


class ActionLine(ActionTold):
    """An action in a list."""

    lead = fields.Nested(LineLead, required=True)
    targets = fields.Integer(required=True)
    withoutReason = fields.Integer(required=True)
    teams = fields.Integer(required=True)


class ActionPage(Schema):
    """A page of actions; `after` is null on the last one."""

    actions = fields.List(fields.Nested(ActionLine), required=True)
    after = fields.String(required=True, allow_none=True)


class PlanLead(Schema):
    """Who leads."""

    agency = fields.UUID(required=True)
    member = fields.UUID(required=True)
    name = fields.String(required=True)


class AskedTold(Schema):
    """An agency asked, its answer, and how many of its people are in teams."""

    agency = fields.Nested(AgencySchema, required=True)
    answer = fields.String(required=True, validate=validate.OneOf(ANSWERS))
    note = fields.String(required=True, allow_none=True)
    people = fields.Integer(required=True)


class TeamMemberTold(Schema):
    """A person in a team, by name."""

    member = fields.UUID(required=True)
    agency = fields.UUID(required=True)
    name = fields.String(required=True)
    role = fields.String(required=True, validate=validate.OneOf(ROLES))


class TeamTold(Schema):
    """A team."""

    id = fields.UUID(required=True)
    label = fields.String(required=True)
    members = fields.List(fields.Nested(TeamMemberTold), required=True)


class ElsewhereSchema(Schema):
    """Another action at the same site and time."""

    number = fields.String(required=True)
    title = fields.String(required=True)


class TargetTold(Schema):
    """A target with its site; `order` is its place in its team's route."""

    id = fields.UUID(required=True)
    dossier = fields.UUID(required=True)
    site = fields.Nested(SiteSchema, required=True)
    team = fields.UUID(required=True, allow_none=True)
    order = fields.Integer(required=True)
    slot = fields.Nested(SpanSchema, required=True, allow_none=True)
    reason = fields.String(required=True)
    origin = fields.String(required=True, validate=validate.OneOf(ORIGINS))
    agencies = fields.List(fields.UUID(), required=True, allow_none=True)
    entryOrder = fields.List(fields.String(), required=True)
    warning = fields.String(required=True, allow_none=True)
    elsewhere = fields.List(fields.Nested(ElsewhereSchema), required=True)


class MissingSchema(Schema):
    """One thing that approval still needs; what does not block may stay."""

    code = fields.String(required=True, validate=validate.OneOf(CODES))
    blocks = fields.Boolean(required=True)
    target = fields.UUID(required=True, allow_none=True)
    team = fields.UUID(required=True, allow_none=True)
    agency = fields.UUID(required=True, allow_none=True)
    checklist = fields.String(required=True, allow_none=True)
    laws = fields.List(fields.String(), required=True)


class MaySchema(Schema):
    """What the reader may do with the action."""

    edit = fields.Boolean(required=True)
    states = fields.List(fields.String(validate=validate.OneOf(STATES)), required=True)


class PlanSchema(ActionTold):
    """An action whole."""

    lead = fields.Nested(PlanLead, required=True)
    agencies = fields.List(fields.Nested(AskedTold), required=True)
    teams = fields.List(fields.Nested(TeamTold), required=True)
    targets = fields.List(fields.Nested(TargetTold), required=True)
    missing = fields.List(fields.Nested(MissingSchema), required=True)
    may = fields.Nested(MaySchema, required=True)


class CandidateMandate(Schema):
    """A mandate, and whether it holds on the day of the action."""

    law = fields.String(required=True)
    until = fields.String(required=True, allow_none=True)
    valid = fields.Boolean(required=True)


class CandidateSchema(Schema):
    """Somebody who could go; `busy` are other actions at the same time."""

    member = fields.UUID(required=True)
    agency = fields.UUID(required=True)
    name = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)
    mandates = fields.List(fields.Nested(CandidateMandate), required=True)
    busy = fields.List(fields.String(), required=True)


class TodaySchema(Schema):
    """What is theirs today: visits, and a line by language."""

    visits = fields.Integer(required=True)
    summary = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class DemoPersonSchema(Schema):
    """Somebody who can sign in to the demo."""

    membership = fields.UUID(required=True)
    member = fields.UUID(required=True)
    name = fields.String(required=True)
    agency = fields.Nested(AgencySchema, required=True)
    roles = fields.List(fields.String(), required=True)
    today = fields.Nested(TodaySchema, required=True)
