"""What follow-ups take and give over HTTP."""

from marshmallow import Schema, fields, validate

from server.core import paging
from server.dossiers.schemas import AnswerSchema, EvidenceSchema, FindingSchema
from server.follow_ups import states

VIEWS = ("open", "new", "mine", "due", "waiting", "returned", "closed")
SEVERITIES = ("minor", "moderate", "serious", "critical")

OUTCOMES = sorted({outcome for allowed in states.OUTCOMES.values() for outcome in allowed})


def _words(most: int, **more: object) -> fields.String:
    return fields.String(validate=validate.Length(min=1, max=most), **more)  # type: ignore[arg-type]


class FollowUpQuery(Schema):
    """Which part of the inbox."""

    view = fields.String(load_default="open", validate=validate.OneOf(VIEWS))
    q = fields.String(validate=validate.Length(max=200))
    severity = fields.String(validate=validate.OneOf(SEVERITIES))
    action = fields.String(validate=validate.OneOf(states.ACTIONS))
    after = fields.String(validate=validate.Length(max=400))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))


class AcceptanceInput(Schema):
    """Taking it up: the measure, until when, and who handles it."""

    measure = fields.String(required=True, validate=validate.OneOf(states.ACTIONS))
    dueOn = fields.Date(required=True)
    handler = fields.UUID(load_default=None, allow_none=True)


class RefusalInput(Schema):
    """One of five reasons, which the source and the lead see; the words stay with the own agency."""

    reason = fields.String(required=True, validate=validate.OneOf(states.REFUSALS))
    text = _words(2000, load_default=None, allow_none=True)


class QuestionInput(Schema):
    """A question to the inspectors of the source."""

    text = _words(2000, required=True)


class ClosureInput(Schema):
    """The outcome, which the source and the lead see; the words stay with the own agency."""

    outcome = fields.String(
        required=True,
        validate=validate.OneOf(sorted({one for all in states.OUTCOMES.values() for one in all})),
    )
    text = _words(2000, load_default=None, allow_none=True)


class TitleSchema(Schema):
    """A title in both languages."""

    nl = fields.String(required=True)
    en = fields.String(required=True)


class HandlerSchema(Schema):
    """A member of the agency."""

    member = fields.UUID(required=True)
    name = fields.String(required=True)


class AboutSchema(Schema):
    """Whom a task to decide or to inform is about."""

    kind = fields.String(required=True, allow_none=True)
    agency = fields.UUID(required=True, allow_none=True)


class ShortSiteSchema(Schema):
    """A place in a list."""

    name = fields.String(required=True)
    town = fields.String(required=True, allow_none=True)


class FollowUpItemSchema(Schema):
    """A follow-up in the list; what it may not tell of its finding is null."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    version = fields.Integer(required=True)
    task = fields.String(required=True, validate=validate.OneOf(["follow_up", "decide", "inform"]))
    origin = fields.String(required=True, validate=validate.OneOf(["own", "team", "referral"]))
    source = fields.UUID(required=True)
    about = fields.Nested(AboutSchema, required=True, allow_none=True)
    action = fields.String(required=True)
    severity = fields.String(required=True, allow_none=True)
    title = fields.Nested(TitleSchema, required=True, allow_none=True)
    rule = fields.String(required=True, allow_none=True)
    sentence = fields.String(required=True, allow_none=True)
    site = fields.Nested(ShortSiteSchema, required=True, allow_none=True)
    handler = fields.Nested(HandlerSchema, required=True, allow_none=True)
    dueOn = fields.String(required=True, allow_none=True)
    state = fields.String(required=True, validate=validate.OneOf(states.STATES))
    waiting = fields.Boolean(required=True)
    withdrawn = fields.String(required=True, allow_none=True)
    at = fields.String(required=True)


class CountsSchema(Schema):
    """How many follow-ups each view holds."""

    open = fields.Integer(required=True)
    new = fields.Integer(required=True)
    mine = fields.Integer(required=True)
    due = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    returned = fields.Integer(required=True)
    closed = fields.Integer(required=True)


class FollowUpPage(Schema):
    """A page of the inbox; `today` is the day it is in the Netherlands, for grouping by term."""

    followUps = fields.List(fields.Nested(FollowUpItemSchema), required=True)
    counts = fields.Nested(CountsSchema, required=True)
    today = fields.String(required=True)
    after = fields.String(required=True, allow_none=True)


class FollowUpEventSchema(Schema):
    """What happened, by whom; null is the service."""

    version = fields.Integer(required=True)
    what = fields.String(required=True)
    at = fields.String(required=True)
    by = fields.Nested(HandlerSchema, required=True, allow_none=True)
    details = fields.Dict(required=True)


class FindingRecordSchema(Schema):
    """What was recorded, where the reader may read it."""

    finding = fields.Nested(FindingSchema, required=True)
    answers = fields.List(fields.Nested(AnswerSchema), required=True)
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)


class ToldSiteSchema(Schema):
    """Where it is; of a place opened on the spot only its label is known."""

    id = fields.UUID(required=True, allow_none=True)
    name = fields.String(required=True)
    address = fields.String(required=True, allow_none=True)
    town = fields.String(required=True, allow_none=True)
    municipality = fields.String(required=True, allow_none=True)


class ControlActionSchema(Schema):
    """The action it came from."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)


class ToldFindingSchema(Schema):
    """What the task tells of its finding."""

    id = fields.UUID(required=True)
    title = fields.Nested(TitleSchema, required=True)
    severity = fields.String(required=True)
    kind = fields.String(required=True)
    legalBasis = fields.String(required=True, allow_none=True)
    confidence = fields.String(required=True, allow_none=True)
    checklist = fields.String(required=True, allow_none=True)
    version = fields.String(required=True, allow_none=True)
    question = fields.String(required=True, allow_none=True)
    rule = fields.String(required=True, allow_none=True)
    recordedAt = fields.String(required=True)
    disputed = fields.Boolean(required=True)


class AcceptanceSchema(Schema):
    """How it was taken up."""

    measure = fields.String(required=True)
    dueOn = fields.String(required=True)
    handler = fields.Nested(HandlerSchema, required=True, allow_none=True)
    by = fields.Nested(HandlerSchema, required=True)
    at = fields.String(required=True)


class RefusalSchema(Schema):
    """Why it was not."""

    reason = fields.String(required=True)
    text = fields.String(required=True, allow_none=True)
    by = fields.Nested(HandlerSchema, required=True)
    at = fields.String(required=True)


class ClosureSchema(Schema):
    """How it ended."""

    outcome = fields.String(required=True)
    text = fields.String(required=True, allow_none=True)
    by = fields.Nested(HandlerSchema, required=True)
    at = fields.String(required=True)


class ReplySchema(Schema):
    """An inspector's answer as it was copied; a null text was withdrawn or erased."""

    operation = fields.String(required=True)
    hash = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)
    at = fields.String(required=True)
    signer = fields.UUID(required=True)
    evidence = fields.List(fields.UUID(), required=True)


class FollowUpQuestionSchema(Schema):
    """A question and its answers."""

    id = fields.UUID(required=True)
    text = fields.String(required=True)
    by = fields.Nested(HandlerSchema, required=True)
    at = fields.String(required=True)
    replies = fields.List(fields.Nested(ReplySchema), required=True)


class FollowUpSchema(Schema):
    """A follow-up as schemas/documents/follow_up says it, with its history and what may be read of the
    finding.
    """

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    version = fields.Integer(required=True)
    task = fields.String(required=True, validate=validate.OneOf(["follow_up", "decide", "inform"]))
    origin = fields.String(required=True, validate=validate.OneOf(["own", "team", "referral"]))
    source = fields.UUID(required=True)
    about = fields.Nested(AboutSchema, required=True, allow_none=True)
    action = fields.String(required=True)
    controlAction = fields.Nested(ControlActionSchema, required=True, allow_none=True)
    dossier = fields.UUID(required=True)
    site = fields.Nested(ToldSiteSchema, required=True, allow_none=True)
    finding = fields.Nested(ToldFindingSchema, required=True, allow_none=True)
    sentence = fields.String(required=True, allow_none=True)
    proposedDueOn = fields.String(required=True, allow_none=True)
    dueOn = fields.String(required=True, allow_none=True)
    state = fields.String(required=True, validate=validate.OneOf(states.STATES))
    withdrawn = fields.String(required=True, allow_none=True)
    acceptance = fields.Nested(AcceptanceSchema, required=True, allow_none=True)
    startedAt = fields.String(required=True, allow_none=True)
    refusal = fields.Nested(RefusalSchema, required=True, allow_none=True)
    closure = fields.Nested(ClosureSchema, required=True, allow_none=True)
    questions = fields.List(fields.Nested(FollowUpQuestionSchema), required=True)
    remarks = fields.List(fields.Nested(ReplySchema), required=True)
    copied = fields.List(fields.Dict(), required=True)
    at = fields.String(required=True)
    history = fields.List(fields.Nested(FollowUpEventSchema), required=True)
    share = fields.Dict(required=True, allow_none=True)
    record = fields.Nested(FindingRecordSchema, required=True, allow_none=True)
