"""Why somebody reads a scope, in words: the same sentence for "who sees this?" and "why do I see this?"."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence in Dutch and in English."""

    nl: str
    en: str


WHY = {
    "assigned_joint": Sentence(
        "Wie bij dit bezoek is ingedeeld, van elke dienst.",
        "Everyone assigned to this visit, of every agency.",
    ),
    "assigned_agency": Sentence(
        "Wie van deze dienst bij dit bezoek is ingedeeld.",
        "The people of this agency who are assigned to this visit.",
    ),
    "assigned_class": Sentence(
        "Wie van deze dienst bij dit bezoek is ingedeeld en de rol voor deze soort gegevens heeft.",
        "The people of this agency who are assigned to this visit and hold the role for this class of data.",
    ),
    "assigned_share": Sentence(
        "Wie van de ontvangende dienst bij dit bezoek is ingedeeld, omdat het deelbesluit dat zegt.",
        "The people of the receiving agency at this visit, because the share decision says so.",
    ),
    "desk_joint": Sentence(
        "Behandelaars en coördinatoren van de diensten die aan dit bezoek meedoen.",
        "Case workers and coordinators of the agencies that take part in this visit.",
    ),
    "desk_agency": Sentence(
        "Behandelaars en coördinatoren van deze dienst.",
        "Case workers and coordinators of this agency.",
    ),
    "desk_class": Sentence(
        "Behandelaars en coördinatoren van deze dienst met de rol voor deze soort gegevens.",
        "Case workers and coordinators of this agency who hold the role for this class of data.",
    ),
    "lead_joint": Sentence("De leider van de actie.", "The lead of the action."),
    "leads_joint": Sentence("De leider van de actie.", "The lead of the action."),
    "on_action": Sentence("Iedereen die op deze actie is ingedeeld.", "Everyone who is on this action."),
    "in_team": Sentence("Het team zelf.", "The team itself."),
    "lead_action": Sentence("De leider van de actie.", "The lead of the action."),
    "leads_action": Sentence("De leider van de actie.", "The lead of the action."),
    "desk_inbox": Sentence(
        "Behandelaars en coördinatoren van deze dienst.",
        "Case workers and coordinators of this agency.",
    ),
    "desk_share": Sentence(
        "Behandelaars van de ontvangende dienst.", "Case workers of the receiving agency."
    ),
    "oneself": Sentence("Alleen deze persoon zelf.", "This person alone."),
}
"""The name of a rule of `readable` → its sentence."""

NOBODY = Sentence(
    "Niemand anders: wat hier niet genoemd is, leest het niet.",
    "Nobody else: who is not named here does not read it.",
)

BY_KIND = {
    "joint": ("assigned_joint", "desk_joint", "lead_joint"),
    "agency": ("assigned_agency", "desk_agency"),
    "class": ("assigned_class", "desk_class"),
    "action": ("on_action", "lead_action"),
    "directory": ("on_action", "lead_action"),
    "team": ("in_team", "lead_action"),
    "lead": ("lead_action",),
    "inbox": ("desk_inbox",),
    "share": ("desk_share", "assigned_share"),
    "member": ("oneself",),
}
"""Who reads a scope of this kind, in the order to tell it; a test holds it against the rules themselves."""
