"""What can go wrong when a checklist is asked for."""

from server.core.problems import Words, declare

declare(
    "checklist-unknown",
    404,
    en=Words(
        "This version of the checklist is not here",
        "There is no version {version} of {checklist} on this server.",
        "Use a version of GET /api/v1/checklists; work in another version is kept and waits for its list.",
    ),
    nl=Words(
        "Deze versie van de vragenlijst is hier niet",
        "Versie {version} van {checklist} staat niet op deze server.",
        "Gebruik een versie uit GET /api/v1/checklists; werk in een andere versie blijft bewaard en wacht op "
        "zijn lijst.",
    ),
)
