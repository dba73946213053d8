"""What can go wrong when people sign in."""

from server.core.problems import Words, declare

declare(
    "membership-unknown",
    422,
    en=Words(
        "This person cannot sign in",
        "The membership is not known here, or it has ended.",
        "Load the list of people again and choose from it.",
    ),
    nl=Words(
        "Deze persoon kan zich niet aanmelden",
        "Het lidmaatschap is hier niet bekend, of het is geëindigd.",
        "Laad de lijst met mensen opnieuw en kies daaruit.",
    ),
)
declare(
    "device-ended",
    403,
    en=Words(
        "This device was handed in",
        "It was reported as lost or handed in, so nobody signs in on it.",
        "Ask the administrator of your agency to register it anew.",
    ),
    nl=Words(
        "Dit apparaat is ingeleverd",
        "Het is als verloren of ingeleverd gemeld, dus niemand meldt zich er nog op aan.",
        "Vraag de beheerder van uw organisatie om het opnieuw aan te melden.",
    ),
)
declare(
    "device-unproven",
    403,
    en=Words(
        "This device number belongs to another device",
        "A device that signed in before is known by its cookie or by one of its keys; neither came.",
        "Sign in on that device. If this is it, save what is on it with Export first.",
    ),
    nl=Words(
        "Dit apparaatnummer is van een ander apparaat",
        "Een apparaat dat zich eerder aanmeldde, is bekend aan zijn cookie of een sleutel; die ontbreken.",
        "Meld u aan op dat apparaat. Is dit het, bewaar dan eerst met Exporteren wat erop staat.",
    ),
)
