"""What can go wrong when an action is planned."""

from server.core.problems import Words, declare

declare(
    "not-the-lead",
    403,
    en=Words(
        "Only the lead changes this",
        "This action is led by somebody else; you may read it.",
        "Ask its lead, who is named in it.",
    ),
    nl=Words(
        "Alleen de leider wijzigt dit",
        "Deze actie wordt door een ander geleid; u mag haar lezen.",
        "Vraag het de leider, die erbij staat.",
    ),
)
declare(
    "action-incomplete",
    409,
    en=Words(
        "Approval still needs something",
        "{count} thing(s) are still missing before this action can be approved.",
        "Each is named in `missing`, with its field and its target.",
    ),
    nl=Words(
        "Voor goedkeuring ontbreekt nog iets",
        "Er ontbreken nog {count} ding(en) voordat deze actie kan worden goedgekeurd.",
        "Elk staat in `missing`, met het veld en de locatie.",
    ),
)
declare(
    "state-unreachable",
    409,
    en=Words(
        "The action cannot go there from here",
        "From {now} an action can only move to: {reachable}.",
        "Load the action again and choose one of these.",
    ),
    nl=Words(
        "De actie kan hiervandaan niet daarheen",
        "Vanuit {now} kan een actie alleen naar: {reachable}.",
        "Laad de actie opnieuw en kies een daarvan.",
    ),
)
declare(
    "action-closed",
    409,
    en=Words(
        "This action is closed",
        "A closed action is not changed any more; what arrives late from the field is still taken.",
        "Make a new action.",
    ),
    nl=Words(
        "Deze actie is gesloten",
        "Een gesloten actie wordt niet meer gewijzigd; wat laat uit het veld komt, wordt nog aangenomen.",
        "Maak een nieuwe actie.",
    ),
)
