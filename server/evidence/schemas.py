"""Bodies of evidence in the API description."""

from marshmallow import Schema, fields


class PhotoReceiptSchema(Schema):
    """The server's word that it holds a photo: a signed text (docs/format.md § 2)."""

    text = fields.String(
        required=True, metadata={"description": "The receipt as signed, to be verified as it stands."}
    )
    signature = fields.String(required=True, metadata={"description": "ES256 over the text, base64url."})
