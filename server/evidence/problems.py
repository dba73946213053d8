"""What can go wrong with a photo on its way, in words for the inspector and for whoever writes a client."""

from server.core.problems import Words, declare

declare(
    "upload-version-unsupported",
    412,
    en=Words(
        "Another version of tus",
        "This server speaks tus {versions}.",
        "Send the header Tus-Resumable: {versions}.",
    ),
    nl=Words(
        "Een andere versie van tus",
        "Deze server spreekt tus {versions}.",
        "Stuur de kop Tus-Resumable: {versions}.",
    ),
)
declare(
    "upload-header-invalid",
    400,
    en=Words(
        "A header is not right", "The header {field} cannot be read.", "Mend the header {field}: {reason}."
    ),
    nl=Words("Een kop klopt niet", "De kop {field} is niet te lezen.", "Verbeter de kop {field}: {reason}."),
)
declare(
    "upload-unannounced",
    422,
    en=Words(
        "The photo was not announced",
        "No record with a receipt, written on this device, names this photo.",
        "Send the record first; the photo is taken as soon as its record has a receipt.",
    ),
    nl=Words(
        "De foto is niet aangekondigd",
        "Geen vastlegging met bewijs, gemaakt op dit apparaat, noemt deze foto.",
        "Verstuur eerst de vastlegging; de foto wordt aangenomen zodra die een bewijs heeft.",
    ),
)
declare(
    "upload-length-differs",
    422,
    en=Words(
        "Another size than announced",
        "The record says {expected} bytes, the upload {given}.",
        "Send the photo as it was captured.",
    ),
    nl=Words(
        "Een andere grootte dan aangekondigd",
        "De vastlegging zegt {expected} bytes, de verzending {given}.",
        "Verstuur de foto zoals die is gemaakt.",
    ),
)
declare(
    "upload-too-large",
    413,
    en=Words(
        "Too large",
        "An upload has at most {limit} bytes, and a part no more than what is still missing.",
        "Send no more than that.",
    ),
    nl=Words(
        "Te groot",
        "Een verzending heeft hooguit {limit} bytes, en een deel niet meer dan nog ontbreekt.",
        "Verstuur niet meer dan dat.",
    ),
)
declare(
    "upload-offset-differs",
    409,
    en=Words(
        "Elsewhere than you think",
        "The upload is at {offset} bytes.",
        "Ask with HEAD where it is and go on from there.",
    ),
    nl=Words(
        "Op een andere plek dan u denkt",
        "De verzending is bij {offset} bytes.",
        "Vraag met HEAD waar zij is en ga daar verder.",
    ),
)
declare(
    "upload-busy",
    423,
    en=Words(
        "Already being written",
        "Another request is writing to this upload.",
        "Wait a few seconds, ask with HEAD where it is and go on.",
    ),
    nl=Words(
        "Wordt al geschreven",
        "Een ander verzoek schrijft naar deze verzending.",
        "Wacht enkele seconden, vraag met HEAD waar zij is en ga verder.",
    ),
)
declare(
    "upload-stalled",
    408,
    en=Words(
        "The link fell silent",
        "No byte came for {seconds} seconds; what had come is kept.",
        "Ask with HEAD where it is and go on from there.",
    ),
    nl=Words(
        "De verbinding viel stil",
        "Er kwam {seconds} seconden geen byte; wat er was is bewaard.",
        "Vraag met HEAD waar zij is en ga daar verder.",
    ),
)
declare(
    "upload-checksum-differs",
    460,
    en=Words(
        "A part arrived damaged",
        "The part does not hash to its Upload-Checksum; it was thrown away.",
        "Send the same part again.",
    ),
    nl=Words(
        "Een deel kwam beschadigd aan",
        "Het deel klopt niet met zijn Upload-Checksum; het is weggegooid.",
        "Verstuur hetzelfde deel opnieuw.",
    ),
)
declare(
    "upload-finished",
    403,
    en=Words(
        "Already received",
        "This photo is received and has a receipt; it is not taken back.",
        "Withdraw the record if it should not count.",
    ),
    nl=Words(
        "Al ontvangen",
        "Deze foto is ontvangen en heeft een bewijs; die gaat niet terug.",
        "Trek de vastlegging in als die niet moet gelden.",
    ),
)
declare(
    "photo-hash-differs",
    422,
    en=Words(
        "These are not the bytes that were captured",
        "The photo arrived whole, but not with the SHA-256 that its record names. It is not received.",
        "Send it again from the start; if it fails again, the copy on the device is damaged.",
    ),
    nl=Words(
        "Dit zijn niet de bytes die zijn vastgelegd",
        "De foto kwam heel aan, maar niet met de SHA-256 van de vastlegging. Hij is niet ontvangen.",
        "Verstuur hem opnieuw vanaf het begin; mislukt het weer, dan is de foto op het apparaat kapot.",
    ),
)
declare(
    "image-type",
    422,
    en=Words(
        "Another kind of file than announced",
        "{reason}. It counts as not received.",
        "Send a photo as JPEG, PNG or WebP, announced as what it is.",
    ),
    nl=Words(
        "Een ander soort bestand dan aangekondigd",
        "{reason}. Het geldt als niet ontvangen.",
        "Verstuur een foto als JPEG, PNG of WebP, aangekondigd als wat die is.",
    ),
)
declare(
    "image-too-large",
    422,
    en=Words(
        "Too many pixels", "{reason}. It counts as not received.", "Record it again with a lower resolution."
    ),
    nl=Words(
        "Te veel pixels",
        "{reason}. De foto geldt als niet ontvangen.",
        "Leg het opnieuw vast met een lagere resolutie.",
    ),
)
declare(
    "image-broken",
    422,
    en=Words(
        "The image cannot be read",
        "{reason}. It counts as not received.",
        "Look at the photo on the device; if it shows, send it again.",
    ),
    nl=Words(
        "De afbeelding is niet te lezen",
        "{reason}. De foto geldt als niet ontvangen.",
        "Bekijk de foto op het apparaat; is die goed, verstuur hem opnieuw.",
    ),
)
declare(
    "photo-not-received",
    404,
    en=Words(
        "Photo not received",
        "The record is here, its photo is not yet.",
        "It comes from the device that took it; ask again later.",
    ),
    nl=Words(
        "Foto niet ontvangen",
        "De vastlegging is er, de foto nog niet.",
        "Die komt van het apparaat dat hem maakte; vraag het later opnieuw.",
    ),
)
declare(
    "preview-not-ready",
    404,
    en=Words(
        "No preview yet",
        "The photo is received; its preview is still being made.",
        "Ask again in a few seconds, or open the original.",
    ),
    nl=Words(
        "Nog geen voorbeeld",
        "De foto is ontvangen; het voorbeeld wordt nog gemaakt.",
        "Vraag het over enkele seconden opnieuw, of open het origineel.",
    ),
)
