"""What maps take and give over HTTP."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema


class ArchiveSchema(Schema):
    """An archive of vector tiles (PMTiles 3): bytes, SHA-256 in hex, west, south, east, north in degrees."""

    bytes = fields.Integer(required=True)
    sha256 = fields.String(required=True)
    bounds = fields.List(fields.Float(), required=True, validate=validate.Length(equal=4))
    minZoom = fields.Integer(required=True)
    maxZoom = fields.Integer(required=True)
    attribution = fields.String(required=True)
    synthetic = fields.Boolean(required=True)


class AreaQuery(Schema):
    """A box in degrees, WGS 84."""

    west = fields.Float(required=True, allow_nan=False, validate=validate.Range(-180, 180))
    south = fields.Float(required=True, allow_nan=False, validate=validate.Range(-90, 90))
    east = fields.Float(required=True, allow_nan=False, validate=validate.Range(-180, 180))
    north = fields.Float(required=True, allow_nan=False, validate=validate.Range(-90, 90))

    @validates_schema
    def is_a_box(self, data: dict[str, float], **_: object) -> None:
        """West is left of east, and south below north."""
        if data["west"] > data["east"]:
            raise ValidationError("West lies east of east; swap the two.", "west")
        if data["south"] > data["north"]:
            raise ValidationError("South lies north of north; swap the two.", "south")


class EstimateSchema(Schema):
    """What a pack would be: exact bytes, tiles, and whether it may be cut."""

    bytes = fields.Integer(required=True)
    tiles = fields.Integer(required=True)
    fits = fields.Boolean(required=True)
