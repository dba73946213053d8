"""What can go wrong when an agency decides on a follow-up."""

from server.core.problems import Words, declare

declare(
    "follow-up-changed",
    412,
    en=Words(
        "A colleague was first",
        "This follow-up is now at version {version}; `current` says what was decided, by whom and when.",
        "Look at the present state and decide anew; nothing was overwritten.",
    ),
    nl=Words(
        "Een collega was eerst",
        "Deze opvolging is nu bij versie {version}; `current` zegt wat is besloten, door wie en wanneer.",
        "Bekijk de huidige stand en beslis opnieuw; er is niets overschreven.",
    ),
)
declare(
    "follow-up-move",
    409,
    en=Words(
        "Not possible in this state",
        "The follow-up is {state}; that leads nowhere from there.",
        "Load it again and choose what its state allows.",
    ),
    nl=Words(
        "Kan niet in deze stand",
        "De opvolging is {state}; dat kan vanaf daar niet.",
        "Laad haar opnieuw en kies wat de stand toelaat.",
    ),
)
declare(
    "follow-up-withdrawn",
    409,
    en=Words(
        "The finding is gone",
        "The source withdrew, dismissed or no longer refers the finding; there is nothing to take up.",
        "Leave it, or close it if you had already taken it up.",
    ),
    nl=Words(
        "De bevinding is er niet meer",
        "De bron trok de bevinding in, verwierp haar of verwijst haar niet meer; er is niets op te pakken.",
        "Laat haar rusten, of sluit haar af als u haar al had opgepakt.",
    ),
)
declare(
    "handler-unknown",
    422,
    en=Words(
        "Nobody here by that name",
        "The handler is no case worker or coordinator of your agency.",
        "Choose one of GET /follow-ups/handlers, or nobody.",
    ),
    nl=Words(
        "Hier niet bekend",
        "De behandelaar is geen behandelaar of coördinator van uw organisatie.",
        "Kies iemand uit GET /follow-ups/handlers, of niemand.",
    ),
)
declare(
    "outcome-unfit",
    422,
    en=Words(
        "This outcome does not fit",
        "A task of this kind is closed with one of: {allowed}.",
        "Choose one of those.",
    ),
    nl=Words(
        "Deze uitkomst past niet",
        "Een taak van deze soort sluit u af met een van: {allowed}.",
        "Kies een van die.",
    ),
)
declare(
    "undo-late",
    409,
    en=Words(
        "Too late to undo",
        "A decision can be taken back by whoever made it, for {seconds} seconds, while nothing followed.",
        "Decide anew, or tell the source by a question.",
    ),
    nl=Words(
        "Te laat om terug te nemen",
        "Een besluit kan {seconds} seconden lang terug, door wie het nam, zolang er niets op volgde.",
        "Neem een nieuw besluit, of laat het de bron weten met een vraag.",
    ),
)
