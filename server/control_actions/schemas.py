"""What control_actions takes over HTTP; what it gives is in `told`."""

from datetime import UTC, datetime
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from server.control_actions.service.targets import ORIGINS
from server.control_actions.states import STATES
from server.core import clock, paging

ANSWERS = ("waiting", "yes", "no")
ROLES = ("inspector", "team_lead")
EARLIEST, LATEST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class Moment(fields.Field[datetime]):
    """A time on the wire: UTC, three decimals, Z."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime:
        try:
            moment = clock.from_wire(value) if isinstance(value, str) else None
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if moment is None or not EARLIEST <= moment < LATEST:
            raise ValidationError("Give a time between 2020 and 2100, as in 2026-11-25T10:00:00.000Z.")
        return moment


class WindowSchema(Schema):
    """From when until when."""

    since = Moment(required=True, data_key="from")
    until = Moment(required=True)

    @validates_schema
    def _in_order(self, data: dict[str, Any], **_: Any) -> None:
        if "since" in data and "until" in data and data["until"] <= data["since"]:
            raise ValidationError("It must end after it begins.", "until")


class ActionFields(Schema):
    """What an action is for, on what basis, and when."""

    title = fields.String(required=True, validate=validate.Length(1, 200))
    goal = fields.String(load_default="", validate=validate.Length(max=2000))
    legalBasis = fields.String(load_default="", validate=validate.Length(max=200))
    window = fields.Nested(WindowSchema, required=True)


class AskedSchema(Schema):
    """An agency that is asked, and its answer."""

    agency = fields.UUID(required=True)
    answer = fields.String(required=True, validate=validate.OneOf(ANSWERS))
    note = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=500))


class ActionChange(ActionFields):
    """A whole replacement of what an action is for and whom it asks."""

    agencies = fields.List(fields.Nested(AskedSchema), required=True, validate=validate.Length(max=60))
    retentionDays = fields.Integer(validate=validate.Range(0, 365))


class TargetFields(Schema):
    """A target as the lead writes it; without `id` it is new."""

    id = fields.UUID(load_default=None, allow_none=True)
    site = fields.UUID(required=True)
    team = fields.UUID(load_default=None, allow_none=True)
    reason = fields.String(load_default="", validate=validate.Length(max=2000))
    origin = fields.String(load_default="chosen", validate=validate.OneOf(ORIGINS))
    slot = fields.Nested(WindowSchema, load_default=None, allow_none=True)
    agencies = fields.List(
        fields.UUID(), load_default=None, allow_none=True, validate=validate.Length(max=60)
    )
    entryOrder = fields.List(
        fields.String(validate=validate.Regexp(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")),
        load_default=list,
        validate=validate.Length(max=60),
    )
    warning = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=500))


class TargetsChange(Schema):
    """The whole list, in order."""

    targets = fields.List(fields.Nested(TargetFields), required=True, validate=validate.Length(max=200))


class TeamMemberFields(Schema):
    """A person in a team."""

    member = fields.UUID(required=True)
    agency = fields.UUID(required=True)
    role = fields.String(load_default="inspector", validate=validate.OneOf(ROLES))


class TeamFields(Schema):
    """A team as the lead writes it; without `id` it is new."""

    id = fields.UUID(load_default=None, allow_none=True)
    label = fields.String(required=True, validate=validate.Length(1, 20))
    members = fields.List(fields.Nested(TeamMemberFields), required=True, validate=validate.Length(max=60))


class TeamsChange(Schema):
    """All teams."""

    teams = fields.List(fields.Nested(TeamFields), required=True, validate=validate.Length(max=20))


class StateChange(Schema):
    """Where the action moves to."""

    state = fields.String(required=True, validate=validate.OneOf(STATES))


class ActionQuery(Schema):
    """Which actions."""

    state = fields.String(load_default=None, validate=validate.OneOf(STATES))
    after = fields.String(load_default=None, validate=validate.Length(max=400))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))
