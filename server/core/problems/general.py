"""The problems that any route may answer with."""

from server.core.problems.registry import Words, declare

declare(
    "fields-invalid",
    422,
    en=Words(
        "Some fields are not right",
        "{count} field(s) cannot be taken as they are.",
        "Mend the fields listed in errors and send again.",
    ),
    nl=Words(
        "Sommige velden kloppen niet",
        "{count} veld(en) kunnen zo niet worden aangenomen.",
        "Verbeter de velden in errors en verstuur opnieuw.",
    ),
)
declare(
    "body-unreadable",
    400,
    en=Words(
        "The request cannot be read",
        "The body is not what its Content-Type says: {reason}.",
        "Send valid UTF-8 JSON with Content-Type application/json.",
    ),
    nl=Words(
        "Het verzoek is niet leesbaar",
        "De inhoud is niet wat Content-Type zegt: {reason}.",
        "Stuur geldige JSON in UTF-8 met Content-Type application/json.",
    ),
)
declare(
    "sign-in-needed",
    401,
    en=Words(
        "Sign in first",
        "This needs a session and there is none, or it has ended.",
        "Sign in and try again; what you recorded stays on this device.",
    ),
    nl=Words(
        "Meld u eerst aan",
        "Hiervoor is een sessie nodig; er is er geen, of hij is verlopen.",
        "Meld u aan en probeer het opnieuw; wat u vastlegde blijft op dit apparaat.",
    ),
)
declare(
    "session-other",
    401,
    en=Words(
        "Somebody else is signed in",
        "This was asked for one person, and the session of this device is another's. Nothing was done.",
        "Sign in again and try once more; what you recorded stays on this device.",
    ),
    nl=Words(
        "Iemand anders is aangemeld",
        "Dit werd voor de ene persoon gevraagd, en de sessie is van een ander. Er is niets gedaan.",
        "Meld u opnieuw aan en probeer het nog eens; wat u vastlegde blijft op dit apparaat.",
    ),
)
declare(
    "not-allowed",
    403,
    en=Words(
        "This is not for your role",
        "Your role in this agency does not allow this.",
        "Ask a colleague who has the role, or sign in for another agency.",
    ),
    nl=Words(
        "Dit hoort niet bij uw rol",
        "Uw rol bij deze organisatie staat dit niet toe.",
        "Vraag een collega met die rol, of meld u aan bij een andere organisatie.",
    ),
)
declare(
    "origin-unproven",
    403,
    en=Words(
        "The request does not come from the app",
        "A change needs the header X-Requested-With: glashelder.",
        "Send the header; other websites cannot.",
    ),
    nl=Words(
        "Het verzoek komt niet uit de app",
        "Een wijziging vraagt de kop X-Requested-With: glashelder.",
        "Stuur de kop mee; andere websites kunnen dat niet.",
    ),
)
declare(
    "not-found",
    404,
    en=Words(
        "Not found",
        "There is nothing here that you may see.",
        "Check the address; it may also have been moved or shared with others only.",
    ),
    nl=Words(
        "Niet gevonden",
        "Hier is niets dat u mag zien.",
        "Controleer het adres; het kan ook verplaatst zijn of alleen met anderen gedeeld.",
    ),
)
declare(
    "cursor-unknown",
    400,
    en=Words(
        "This page is not known",
        "`after` is not a value that a page of this list gave.",
        "Start again without `after`.",
    ),
    nl=Words(
        "Deze bladzijde is niet bekend",
        "`after` is geen waarde die een bladzijde van deze lijst gaf.",
        "Begin opnieuw zonder `after`.",
    ),
)
declare(
    "method-not-allowed",
    405,
    en=Words(
        "This cannot be done here", "The address exists, but not for {method}.", "Use one of: {allowed}."
    ),
    nl=Words(
        "Dat kan hier niet", "Het adres bestaat, maar niet voor {method}.", "Gebruik een van: {allowed}."
    ),
)
declare(
    "not-acceptable",
    406,
    en=Words("No form that you accept", "The answer exists only as {offered}.", "Send Accept: {offered}."),
    nl=Words(
        "Geen vorm die u accepteert",
        "Het antwoord bestaat alleen als {offered}.",
        "Stuur Accept: {offered}.",
    ),
)
declare(
    "conflict",
    409,
    en=Words(
        "It does not fit what is there",
        "Something with this identity exists already, or is in another state.",
        "Load it again and decide anew.",
    ),
    nl=Words(
        "Het past niet bij wat er is",
        "Er bestaat al iets met deze identiteit, of het heeft een andere toestand.",
        "Laad het opnieuw en beslis dan.",
    ),
)
declare(
    "version-changed",
    412,
    en=Words(
        "Somebody was first",
        "This was changed after you loaded it; it is now version {version}.",
        "Look at the present version and decide anew.",
    ),
    nl=Words(
        "Iemand was u voor",
        "Dit is gewijzigd nadat u het laadde; het is nu versie {version}.",
        "Bekijk de huidige versie en beslis dan.",
    ),
)
declare(
    "body-too-large",
    413,
    en=Words("Too much at once", "The body is larger than {limit} bytes.", "Send it in smaller parts."),
    nl=Words("Te veel ineens", "De inhoud is groter dan {limit} bytes.", "Stuur het in kleinere delen."),
)
declare(
    "content-type-unknown",
    415,
    en=Words(
        "Not a form that is taken",
        "The Content-Type or Content-Encoding {given} is not taken here.",
        "Send {expected}.",
    ),
    nl=Words(
        "Deze vorm wordt niet aangenomen",
        "Content-Type of Content-Encoding {given} wordt hier niet aangenomen.",
        "Stuur {expected}.",
    ),
)
declare(
    "precondition-needed",
    428,
    en=Words(
        "Say which version you saw",
        "A change to this needs the header If-Match.",
        "Send If-Match with the ETag you loaded.",
    ),
    nl=Words(
        "Zeg welke versie u zag",
        "Een wijziging hiervan vraagt de kop If-Match.",
        "Stuur If-Match met de ETag die u laadde.",
    ),
)
declare(
    "request-stalled",
    408,
    en=Words(
        "The link fell silent",
        "The request did not come whole.",
        "Send it again; sending again is always safe.",
    ),
    nl=Words(
        "De verbinding viel stil",
        "Het verzoek kwam niet helemaal aan.",
        "Stuur het opnieuw; opnieuw sturen is altijd veilig.",
    ),
)
declare(
    "too-many-requests",
    429,
    en=Words("Too often", "There were too many attempts from here.", "Wait {seconds} seconds and try again."),
    nl=Words(
        "Te vaak", "Er waren te veel pogingen vanaf hier.", "Wacht {seconds} seconden en probeer het opnieuw."
    ),
)
declare(
    "internal",
    500,
    en=Words(
        "Something broke on our side",
        "The server met an error that it did not expect. Nothing you sent was half stored.",
        "Try again later; mention the request id {request} when you report it.",
    ),
    nl=Words(
        "Er ging bij ons iets stuk",
        "De server liep tegen een onverwachte fout aan. Wat u stuurde is niet half opgeslagen.",
        "Probeer het later opnieuw; noem bij een melding het verzoeknummer {request}.",
    ),
)
declare(
    "busy",
    503,
    en=Words(
        "The server is busy",
        "The database did not answer in time.",
        "Try again in {seconds} seconds; sending again is always safe.",
    ),
    nl=Words(
        "De server is druk",
        "De database antwoordde niet op tijd.",
        "Probeer het over {seconds} seconden opnieuw; opnieuw sturen is altijd veilig.",
    ),
)
