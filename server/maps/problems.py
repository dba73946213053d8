"""What can go wrong with maps."""

from server.core.problems import Words, declare

declare(
    "map-absent",
    404,
    en=Words(
        "There is no such map",
        "This installation has no map of that name, or this action has no places yet.",
        "Go on with the list; an administrator sets maps by GLASHELDER_MAP_BASE and GLASHELDER_MAP_DETAIL.",
    ),
    nl=Words(
        "Deze kaart is er niet",
        "Deze installatie heeft geen kaart met die naam, of deze actie heeft nog geen plaatsen.",
        "Ga door met de lijst; een beheerder zet kaarten in GLASHELDER_MAP_BASE en GLASHELDER_MAP_DETAIL.",
    ),
)
declare(
    "map-pack-too-large",
    413,
    en=Words(
        "This area is too large for one pack",
        "The pack would be {megabytes} MB; the most is {most} MB.",
        "Split the action, or leave out places that lie far from the others.",
    ),
    nl=Words(
        "Dit gebied is te groot voor één pakket",
        "Het pakket zou {megabytes} MB zijn; het meeste is {most} MB.",
        "Splits de actie, of laat plaatsen weg die ver van de andere liggen.",
    ),
)
declare(
    "range-unsatisfiable",
    416,
    en=Words(
        "That part of the file does not exist",
        "The file has {bytes} bytes.",
        "Begin again from the start.",
    ),
    nl=Words(
        "Dat deel van het bestand bestaat niet",
        "Het bestand heeft {bytes} bytes.",
        "Begin opnieuw bij het begin.",
    ),
)
