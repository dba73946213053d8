"""What can go wrong with sites."""

from server.core.problems import Words, declare

declare(
    "place-invalid",
    422,
    en=Words(
        "This place cannot be right",
        "The place is not a point in the Netherlands, in degrees: {reason}.",
        "Give longitude and latitude in WGS 84, not Rijksdriehoek metres.",
    ),
    nl=Words(
        "Deze plaats kan niet kloppen",
        "De plaats is geen punt in Nederland, in graden: {reason}.",
        "Geef lengte- en breedtegraad in WGS 84, geen meters van de Rijksdriehoek.",
    ),
)
