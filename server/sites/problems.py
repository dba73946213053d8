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

declare(
    "area-unknown",
    404,
    en=Words("No such area", "There is no area {area}.", "Take its code from GET /areas."),
    nl=Words("Dit gebied is er niet", "Er is geen gebied {area}.", "Neem de code uit GET /areas."),
)
declare(
    "area-unreadable",
    422,
    en=Words(
        "This is no area",
        "It is no GeoJSON Polygon or MultiPolygon whose rings have four points or more.",
        "Draw at least three corners and close the line.",
    ),
    nl=Words(
        "Dit is geen gebied",
        "Het is geen GeoJSON-Polygon of -MultiPolygon met ringen van vier punten of meer.",
        "Teken minstens drie hoeken en sluit de lijn.",
    ),
)
declare(
    "area-detailed",
    422,
    en=Words(
        "This area has too many points",
        "It has {points} points; {most} is the most.",
        "Draw it more simply, or name a municipality, district or postcode.",
    ),
    nl=Words(
        "Dit gebied heeft te veel punten",
        "Het heeft {points} punten; {most} is het meeste.",
        "Teken het eenvoudiger, of noem een gemeente, wijk of postcode.",
    ),
)
declare(
    "area-outside",
    422,
    en=Words(
        "This area lies outside the Netherlands", "Not all of it is in the Netherlands.", "Draw it inside."
    ),
    nl=Words("Dit gebied ligt buiten Nederland", "Het ligt niet geheel in Nederland.", "Teken het erbinnen."),
)
declare(
    "area-in-metres",
    422,
    en=Words(
        "This area is in metres",
        "Its numbers are Rijksdriehoek metres, not degrees.",
        "Give longitude and latitude in WGS 84.",
    ),
    nl=Words(
        "Dit gebied is in meters",
        "De getallen zijn meters van de Rijksdriehoek, geen graden.",
        "Geef lengte- en breedtegraad in WGS 84.",
    ),
)
declare(
    "area-crosses",
    422,
    en=Words(
        "The line of this area crosses itself",
        "So what is inside and what is outside cannot be told.",
        "Undo the last points.",
    ),
    nl=Words(
        "De lijn van dit gebied kruist zichzelf",
        "Wat binnen en wat buiten is, valt dan niet te zeggen.",
        "Haal de laatste punten weg.",
    ),
)
declare(
    "area-large",
    422,
    en=Words("This area is too large", "It is {km2} km²; {most} is the most.", "Draw a smaller one."),
    nl=Words("Dit gebied is te groot", "Het is {km2} km²; {most} is het meeste.", "Teken een kleiner."),
)
declare(
    "merge-itself",
    422,
    en=Words("A site is itself already", "Both are the same site.", "Name two sites."),
    nl=Words("Een locatie is al zichzelf", "Beide zijn dezelfde locatie.", "Noem twee locaties."),
)
declare(
    "merge-not-standing",
    409,
    en=Words(
        "This site was merged before",
        "Another site stands for it already.",
        "Read it again, and take the one in `mergedInto`.",
    ),
    nl=Words(
        "Deze locatie is al samengevoegd",
        "Een andere locatie staat er al voor.",
        "Lees haar opnieuw, en neem die in `mergedInto`.",
    ),
)
declare(
    "merge-undone",
    409,
    en=Words("This was taken back already", "The two sites are two again.", "Merge them anew if need be."),
    nl=Words("Dit is al teruggenomen", "De twee zijn weer twee.", "Voeg ze zo nodig opnieuw samen."),
)
