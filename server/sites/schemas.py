"""What sites and areas take and give over HTTP."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema
from webargs.fields import DelimitedList

from server.core import paging
from server.sites.service import TYPES
from server.sites.service.areas import KINDS

_MUNICIPALITY = validate.Regexp(r"GM\d{4}", error="A municipality is a CBS code such as GM1783.")
_AREA = validate.Regexp(
    r"(GM\d{4}|WK\d{6}|PC\d{4})", error="An area is a code such as GM1783, WK178301 or PC2671."
)
_KVK = validate.Regexp(r"\d{8}", error="A KvK number has eight digits.")
_BAG = validate.Regexp(r"\d{16}", error="A BAG id has 16 digits.")


def _degree() -> fields.Float:
    return fields.Float(allow_nan=False, validate=validate.Range(-180, 180))


_PAIR, _CORNERS = validate.Length(equal=2), validate.Length(equal=4)


class SearchFields(Schema):
    """What a search of sites may ask; everything that is given must hold."""

    q = fields.String(load_default="", validate=validate.Length(max=200))
    municipality = fields.String(load_default=None, validate=_MUNICIPALITY)
    kvk = fields.String(load_default=None, validate=_KVK)
    bagId = fields.String(load_default=None, validate=_BAG)
    area = fields.String(load_default=None, validate=_AREA)
    around = fields.UUID(load_default=None)
    within = fields.Integer(load_default=None, validate=validate.Range(1, 50_000))
    after = fields.String(load_default=None, validate=validate.Length(max=600))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))

    @validates_schema
    def _makes_sense(self, data: dict[str, Any], **_: Any) -> None:
        corners = data.get("box")
        if corners is not None and not (corners[0] < corners[2] and corners[1] < corners[3]):
            raise ValidationError("A box is west, south, east, north in degrees.", "box")


class SiteQuery(SearchFields):
    """The same in a query: lists are separated by commas."""

    box = DelimitedList(_degree(), load_default=lambda: None, validate=_CORNERS)
    near = DelimitedList(_degree(), load_default=lambda: None, validate=_PAIR)


class SiteSearch(SearchFields):
    """The same in a body, with an area that was drawn: a GeoJSON Polygon or MultiPolygon in degrees."""

    box = fields.List(_degree(), load_default=None, validate=_CORNERS)
    near = fields.List(_degree(), load_default=None, validate=_PAIR)
    drawn = fields.Dict(load_default=None)


class NewSiteSchema(Schema):
    """A site to add; degrees in WGS 84."""

    name = fields.String(required=True, validate=validate.Length(1, 200))
    address = fields.String(required=True, validate=validate.Length(1, 200))
    postcode = fields.String(
        allow_none=True, validate=validate.Regexp(r"\d{4} ?[A-Z]{2}", error="A postcode is as in 2671 AB.")
    )
    town = fields.String(required=True, validate=validate.Length(1, 100))
    municipality = fields.String(required=True, validate=_MUNICIPALITY)
    lon = fields.Float(required=True, allow_nan=False)
    lat = fields.Float(required=True, allow_nan=False)
    fictitious = fields.Boolean(load_default=False)
    types = fields.List(fields.String(validate=validate.OneOf(TYPES)), load_default=list)


class SiteSchema(NewSiteSchema):
    """A site as lists and documents show it; `plot` is a GeoJSON polygon."""

    id = fields.UUID(required=True)
    plot = fields.Dict(required=True, allow_none=True)


class EstablishmentSchema(Schema):
    """A business at a site."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    kvk = fields.String(required=True, allow_none=True)
    branch = fields.String(required=True, allow_none=True)


class FoundSiteSchema(SiteSchema):
    """A site as a search finds it; `metres` from the place that was asked about."""

    bagId = fields.String(required=True, allow_none=True)
    source = fields.String(required=True)
    sourceDate = fields.String(required=True)
    establishments = fields.List(fields.Nested(EstablishmentSchema), required=True)
    mergedInto = fields.UUID(required=True, allow_none=True)
    metres = fields.Integer(required=True, allow_none=True)


class SitePage(Schema):
    """A page of sites; `after` is null on the last one."""

    sites = fields.List(fields.Nested(FoundSiteSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class AreaQuery(Schema):
    """Which areas: words of code and name, a kind, a municipality, a page."""

    q = fields.String(load_default="", validate=validate.Length(max=100))
    kind = fields.String(load_default=None, validate=validate.OneOf(KINDS))
    municipality = fields.String(load_default=None, validate=_MUNICIPALITY)
    after = fields.String(load_default=None, validate=validate.Length(max=600))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))


class AreaSchema(Schema):
    """An area that may be named; `box` is west, south, east, north in degrees."""

    code = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    name = fields.String(required=True)
    municipality = fields.String(required=True)
    box = fields.List(fields.Float(), required=True)


class AreaPage(Schema):
    """A page of areas; `after` is null on the last one."""

    areas = fields.List(fields.Nested(AreaSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class AreaFeature(Schema):
    """An area with its outline (of a postcode: a point in it), as GeoJSON."""

    type = fields.String(required=True, validate=validate.Equal("Feature"))
    properties = fields.Nested(AreaSchema, required=True)
    geometry = fields.Dict(required=True)


class PageQuery(Schema):
    """Which page."""

    after = fields.String(load_default=None, validate=validate.Length(max=600))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))


class Reason(Schema):
    """Why, in a person's own words."""

    reason = fields.String(required=True, validate=[validate.Length(5, 1000), validate.Regexp(r".*\S.*\S")])


class NewMerge(Reason):
    """That a site is another one."""

    site = fields.UUID(required=True)
    into = fields.UUID(required=True)


class MergeSchema(NewMerge):
    """A decision that a site is another one, taken back or not."""

    id = fields.UUID(required=True)
    member = fields.UUID(required=True)
    agency = fields.UUID(required=True)
    at = fields.String(required=True)
    undone = fields.String(required=True, allow_none=True)
    undoneReason = fields.String(required=True, allow_none=True)
    undoneMember = fields.UUID(required=True, allow_none=True)


class MergePage(Schema):
    """A page of decisions, the newest first; `after` is null on the last one."""

    merges = fields.List(fields.Nested(MergeSchema), required=True)
    after = fields.String(required=True, allow_none=True)


class PairSchema(Schema):
    """Two sites that may be one, and why."""

    sites = fields.List(fields.Nested(SiteSchema), required=True)
    reasons = fields.List(
        fields.String(validate=validate.OneOf(("building", "address", "near"))), required=True
    )


class PairPage(Schema):
    """A page of pairs; `after` is null on the last one."""

    pairs = fields.List(fields.Nested(PairSchema), required=True)
    after = fields.String(required=True, allow_none=True)
