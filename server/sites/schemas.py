"""What sites take and give over HTTP."""

from marshmallow import Schema, fields, validate

from server.core import paging
from server.sites.service import TYPES

_MUNICIPALITY = validate.Regexp(r"GM\d{4}", error="A municipality is a CBS code such as GM1783.")


class SiteQuery(Schema):
    """Which sites: words, a municipality, a page."""

    q = fields.String(load_default="", validate=validate.Length(max=200))
    municipality = fields.String(load_default=None, validate=_MUNICIPALITY)
    after = fields.String(load_default=None, validate=validate.Length(max=600))
    limit = fields.Integer(load_default=paging.LIMIT, validate=validate.Range(1, paging.MOST))


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
    """A site as lists show it; `plot` is a GeoJSON polygon."""

    id = fields.UUID(required=True)
    plot = fields.Dict(required=True, allow_none=True)


class SitePage(Schema):
    """A page of sites; `after` is null on the last one."""

    sites = fields.List(fields.Nested(SiteSchema), required=True)
    after = fields.String(required=True, allow_none=True)
