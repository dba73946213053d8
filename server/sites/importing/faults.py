"""What can be wrong with one object of a file, in two languages, and what is wrong with a whole file."""

from dataclasses import dataclass
from typing import NamedTuple


class FileRefused(Exception):
    """Nothing can be done with this file, or no more; says why and how to mend it."""


class Words(NamedTuple):
    """A reason and its mend."""

    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to tell of an object: that it was refused, mended on the way in, or is no longer there."""

    row: int
    """Its place in the file, from 1; 0 for what is not in it."""
    ref: str
    field: str
    code: str


#: Codes of what was taken in all the same.
MENDED = frozenset({"mended"})
GONE = "disappeared"

EN: dict[str, Words] = {
    "id-missing": Words("it has no id", "Deliver it with the id of the register."),
    "id-invalid": Words(
        "its id is too long or holds a sign that ids have not", "Use letters, digits, . _ : and -."
    ),
    "id-twice": Words("its id came before in this file", "Deliver each object once; the first was taken."),
    "geometry-missing": Words("it has no geometry", "Deliver it with its outline or point."),
    "geometry-unreadable": Words("its geometry cannot be read", "Close its rings, of four points or more."),
    "geometry-kind": Words(
        "its geometry is of another kind", "A building is a polygon, a unit or site a point."
    ),
    "not-a-number": Words("a coordinate is not a number", "Export the file again."),
    "outside": Words("it lies outside the Netherlands", "Check the coordinate system; say it with --crs."),
    "invalid-ring": Words(
        "its outline crosses itself and leaves no surface", "Mend the outline at its source."
    ),
    "mended": Words(
        "its outline crossed itself; taken as the surface it encloses", "Look whether it is right."
    ),
    "street-unknown": Words(
        "its street is not in the delivery", "Import the whole extract: WPL, OPR and NUM."
    ),
    "town-unknown": Words("its town is not in the delivery", "Import the whole extract: WPL, OPR and NUM."),
    "field-missing": Words("a field that is needed is empty", "Fill it in."),
    "columns": Words("it has more or fewer cells than the first line", "Quote text that holds a delimiter."),
    "formula": Words("a cell is a formula", "Export values, not formulas."),
    "too-long": Words("a text is longer than 200 signs", "Shorten it."),
    "kvk-invalid": Words("its KvK number is no number of eight digits", "Correct it."),
    "branch-invalid": Words("its branch number is no number of twelve digits", "Correct it."),
    "address-incomplete": Words(
        "postcode or house number is incomplete", "Give both, as in 2671 AB and 41a."
    ),
    "place-unknown": Words("its address is in no register here", "Import BAG first, or add lon and lat."),
    "municipality-unknown": Words("it lies in no municipality known here", "Load the areas first."),
    GONE: Words(
        "it came with an earlier delivery and is not in this one; kept", "Look whether it still stands."
    ),
}

NL: dict[str, Words] = {
    "id-missing": Words("het heeft geen id", "Lever het met het id van het register."),
    "id-invalid": Words(
        "het id is te lang of bevat een vreemd teken", "Gebruik letters, cijfers, . _ : en -."
    ),
    "id-twice": Words(
        "dit id kwam al voor in het bestand", "Lever elk object één keer; het eerste is genomen."
    ),
    "geometry-missing": Words("het heeft geen geometrie", "Lever het met zijn omtrek of punt."),
    "geometry-unreadable": Words("de geometrie is onleesbaar", "Sluit de ringen, met vier punten of meer."),
    "geometry-kind": Words(
        "de geometrie is van een andere soort", "Een pand is een vlak, een adres een punt."
    ),
    "not-a-number": Words("een coördinaat is geen getal", "Exporteer het bestand opnieuw."),
    "outside": Words(
        "het ligt buiten Nederland", "Controleer het coördinatenstelsel; geef het op met --crs."
    ),
    "invalid-ring": Words("de omtrek kruist zichzelf en omsluit niets", "Herstel de omtrek bij de bron."),
    "mended": Words("de omtrek kruiste zichzelf; genomen als wat hij omsluit", "Kijk of het klopt."),
    "street-unknown": Words(
        "de straat zit niet in de levering", "Lees het hele extract in: WPL, OPR en NUM."
    ),
    "town-unknown": Words(
        "de woonplaats zit niet in de levering", "Lees het hele extract in: WPL, OPR en NUM."
    ),
    "field-missing": Words("een veld dat nodig is, is leeg", "Vul het in."),
    "columns": Words(
        "het heeft meer of minder cellen dan de eerste regel", "Zet tekst tussen aanhalingstekens."
    ),
    "formula": Words("een cel is een formule", "Exporteer waarden, geen formules."),
    "too-long": Words("een tekst is langer dan 200 tekens", "Kort hem in."),
    "kvk-invalid": Words("het KvK-nummer is geen getal van acht cijfers", "Verbeter het."),
    "branch-invalid": Words("het vestigingsnummer is geen getal van twaalf cijfers", "Verbeter het."),
    "address-incomplete": Words("postcode of huisnummer is onvolledig", "Geef beide, als in 2671 AB en 41a."),
    "place-unknown": Words(
        "het adres staat hier in geen register", "Lees eerst de BAG in, of geef x en y of lon en lat."
    ),
    "municipality-unknown": Words("het ligt in geen gemeente die hier bekend is", "Laad eerst de gebieden."),
    GONE: Words("het kwam met een eerdere levering en nu niet; bewaard", "Kijk of het er nog staat."),
}
