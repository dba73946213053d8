"""What can go wrong when somebody asks who sees something."""

from server.core.problems import Words, declare

declare(
    "scope-name-invalid",
    422,
    en=Words(
        "This is no name of a scope",
        "A scope is written as in joint:<dossier> or agency:<dossier>:<agency>.",
        "Take the name from the entry itself.",
    ),
    nl=Words(
        "Dit is geen naam van een bereik",
        "Een bereik wordt geschreven als joint:<dossier> of agency:<dossier>:<dienst>.",
        "Neem de naam over van het onderdeel zelf.",
    ),
)
