"""What can go wrong when records are sent. None of these stores anything, so sending again is always safe."""

from server.core.problems import Words, declare

declare(
    "push-unreadable",
    422,
    en=Words(
        "The message cannot be read",
        "{field} is not what docs/format.md § 3 describes: {reason}.",
        "Send signers, batches, receipts and releases as lists of texts with their signatures.",
    ),
    nl=Words(
        "Het bericht is niet leesbaar",
        "{field} is niet wat docs/format.md § 3 beschrijft: {reason}.",
        "Stuur signers, batches, receipts en releases als lijsten van teksten met hun handtekening.",
    ),
)
declare(
    "batch-unreadable",
    422,
    en=Words(
        "The batch cannot be read",
        "Its text is not accepted: {reason}.",
        "Seal the operations in a new batch; they are still on the device.",
    ),
    nl=Words(
        "Het pakket is niet leesbaar",
        "De tekst wordt niet aangenomen: {reason}.",
        "Verzegel de handelingen in een nieuw pakket; ze staan nog op het apparaat.",
    ),
)
declare(
    "operation-mismatch",
    422,
    en=Words(
        "Part of the batch is missing",
        "Operation {position} is not there, or is not the one that the batch signs.",
        "Send head and fields exactly as they are stored.",
    ),
    nl=Words(
        "Een deel van het pakket ontbreekt",
        "Handeling {position} is er niet, of is niet die welke het pakket ondertekent.",
        "Stuur kop en velden precies zoals ze zijn bewaard.",
    ),
)
declare(
    "signer-unknown",
    422,
    en=Words(
        "The author's key is not known",
        "No signer {signer} was registered here, and none that we signed was sent along.",
        "Send the signer's text with its signature in signers.",
    ),
    nl=Words(
        "De sleutel van de auteur is niet bekend",
        "Er is hier geen ondertekenaar {signer} geregistreerd en er kwam geen door ons ondertekende mee.",
        "Stuur de tekst van de ondertekenaar met zijn handtekening mee in signers.",
    ),
)
declare(
    "signature-invalid",
    422,
    en=Words(
        "The signature does not fit",
        "The batch was not signed by the key of its signer.",
        "Sign the text as it is sent, byte for byte.",
    ),
    nl=Words(
        "De handtekening klopt niet",
        "Het pakket is niet met de sleutel van zijn ondertekenaar ondertekend.",
        "Onderteken de tekst zoals die verstuurd wordt, byte voor byte.",
    ),
)
declare(
    "device-other",
    403,
    en=Words(
        "This comes from another device",
        "A session brings only what was signed on its own device.",
        "Send it from the device it was recorded on.",
    ),
    nl=Words(
        "Dit komt van een ander apparaat",
        "Een sessie brengt alleen wat op het eigen apparaat is ondertekend.",
        "Verstuur het vanaf het apparaat waarop het is vastgelegd.",
    ),
)
declare(
    "predecessor-missing",
    409,
    en=Words(
        "An earlier batch is missing",
        "The newest one here before it is {have}.",
        "Send the batches after {have} first, or mark this one gone when they are lost.",
    ),
    nl=Words(
        "Een eerder pakket ontbreekt",
        "Het nieuwste pakket ervoor is hier {have}.",
        "Stuur eerst de pakketten na {have}, of merk dit als gone wanneer ze verloren zijn.",
    ),
)
declare(
    "challenge-expired",
    422,
    en=Words(
        "The challenge is over",
        "The nonce is not one of ours for you on this device, or older than ten minutes.",
        "Ask for a new challenge and sign that.",
    ),
    nl=Words(
        "De uitdaging is verlopen",
        "De nonce is niet van ons voor jou op dit apparaat, of ouder dan tien minuten.",
        "Vraag een nieuwe uitdaging en onderteken die.",
    ),
)
declare(
    "proof-invalid",
    422,
    en=Words(
        "The key was not proven",
        "The proof is not a signature of the nonce by the key that is to be registered.",
        "Sign the nonce's text with the new key.",
    ),
    nl=Words(
        "De sleutel is niet aangetoond",
        "Het bewijs is geen handtekening over de nonce met de sleutel die wordt geregistreerd.",
        "Onderteken de tekst van de nonce met de nieuwe sleutel.",
    ),
)
declare(
    "key-invalid",
    422,
    en=Words(
        "This is not a key",
        "A key is a P-256 public key in the 91-byte SPKI form, spelled in base64url.",
        "Export the public key as spki.",
    ),
    nl=Words(
        "Dit is geen sleutel",
        "Een sleutel is een publieke P-256-sleutel in de SPKI-vorm van 91 bytes, in base64url.",
        "Exporteer de publieke sleutel als spki.",
    ),
)
declare(
    "signer-taken",
    409,
    en=Words(
        "This signer exists already",
        "Its id is registered with another key or for somebody else.",
        "Draw a new id for a new key.",
    ),
    nl=Words(
        "Deze ondertekenaar bestaat al",
        "Het id is geregistreerd met een andere sleutel of voor iemand anders.",
        "Trek een nieuw id voor een nieuwe sleutel.",
    ),
)
