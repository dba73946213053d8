"""What can go wrong when dossiers are read."""

from server.core.problems import Words, declare

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
