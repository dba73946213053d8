"""Actions for tests, made through the routes that people use."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient

from server.core.ids import derive
from tests import cast

PATH = "/api/v1/control-actions"
DAY = {"from": "2026-11-25T07:00:00.000Z", "until": "2026-11-25T16:00:00.000Z"}
FIELDS = {
    "title": "Actiedag Westland-Zuid",
    "goal": "Brandveilig gebruik en eerlijk werk.",
    "legalBasis": "Awb 5:11-5:20",
    "window": DAY,
}


@dataclass
class Draft:
    """An action and the browser of its lead; `told` is what the server last said of it."""

    client: FlaskClient
    told: dict[str, Any]
    teams: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.told["id"])

    @property
    def path(self) -> str:
        return f"{PATH}/{self.id}"

    def put(self, what: str, body: dict[str, Any], *, version: int | None = None) -> Any:
        """PUT with If-Match; the answer, kept when it is good."""
        tag = f'"{version or self.told["version"]}"'
        answer = self.client.put(f"{self.path}{what}", json=body, headers={"If-Match": tag})
        if answer.status_code == 200:
            self.told = answer.json
        return answer

    def move(self, *states: str) -> Any:
        """Move on, state by state; the last answer."""
        answer: Any = None
        for state in states:
            tag = f'"{self.told["version"]}"'
            answer = self.client.post(f"{self.path}/state", json={"state": state}, headers={"If-Match": tag})
            if answer.status_code == 200:
                self.told = answer.json
        return answer

    def ask(self, *keys: str, **changes: Any) -> Any:
        """Ask the agencies of these people; they all said yes."""
        agencies = {str(cast.person(key).agency) for key in keys} | {self.told["lead"]["agency"]}
        asked = [{"agency": agency, "answer": "yes"} for agency in sorted(agencies)]
        return self.put("", {**FIELDS, **changes, "agencies": asked})

    def staff(self, **teams: tuple[str, ...]) -> Any:
        """Let these be the teams, by label and the keys of their people."""
        body = [
            {
                "id": str(team_id(self.id, label)),
                "label": label,
                "members": [
                    {"member": str(cast.person(key).member), "agency": str(cast.person(key).agency)}
                    for key in keys
                ],
            }
            for label, keys in teams.items()
        ]
        return self.put("/teams", {"teams": body})

    def choose(self, *targets: dict[str, Any]) -> Any:
        """Let these be the targets; a team is given by its label."""
        body = [
            {**one, "team": None if one.get("team") is None else str(team_id(self.id, one["team"]))}
            for one in targets
        ]
        return self.put("/targets", {"targets": body})


def team_id(action: str, label: str) -> UUID:
    """The id that tests give a team."""
    return derive("test team", action, label)


def target(
    name: str, site: UUID, team: str | None = None, reason: str = "Nooit bezocht.", **more: Any
) -> dict[str, Any]:
    """A target as a lead writes it."""
    return {"id": str(derive("test target", name)), "site": str(site), "team": team, "reason": reason, **more}


def draft(client: FlaskClient, key: str = "karin", **changes: Any) -> Draft:
    """Sign a lead in and make a draft."""
    cast.sign_in(client, key)
    answer = client.post(PATH, json={**FIELDS, **changes})
    assert answer.status_code == 201, answer.text
    return Draft(client, answer.json or {})
