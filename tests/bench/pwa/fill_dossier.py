"""Fill a visit as a busy colleague would: 300 answers in many dwellings and 150 findings, by the real routes.

    python -m tests.bench.pwa.fill_dossier <dossier>
"""

import sys
from datetime import timedelta
from uuid import UUID

from server.app import create_app
from server.checklists.service import newest
from server.core import clock
from server.core.database import reading
from server.core.ids import derive
from server.seeding.story import drawn
from server.seeding.tablet import Tablet, Wire

ANSWERS, FINDINGS = 300, 150
LIST, WHO, AGENCY = "GEM-HUISVESTING", "defne", "GEM-WESTLAND"


def fill(dossier: UUID) -> None:
    app = create_app()
    with app.app_context():
        with reading() as session:
            content = next(one for one in newest(session) if one.code == LIST)
        asked = [code for code, one in content.questions.items() if one["type"] == "yes_no_na"]
        tablet = Tablet(app, WHO, AGENCY)
        tablet.sign_in()
        tablet.enrol()
        tablet.push(f"agency:{dossier}:{tablet.agency}", _answers(tablet, dossier, content.version, asked))
        tablet.push(f"joint:{dossier}", _findings(tablet, dossier))


def _answers(tablet: Tablet, dossier: UUID, version: str, asked: list[str]) -> list[Wire]:
    of = {"checklist": LIST, "version": version}
    wires: list[Wire] = []
    for number in range(ANSWERS):
        home, question = divmod(number, len(asked))
        instance, at = drawn(f"bench home {home}"), clock.now() - timedelta(seconds=ANSWERS - number)
        if question == 0:
            begun = {**of, "label": f"Kamer {home + 1}"}
            wires.append(tablet.write("instance.create", dossier, instance, begun, at=at))
        entity = derive("answer", instance, asked[question])
        fields = {**of, "instance": str(instance), "question": asked[question], "value": "yes"}
        wires.append(tablet.write("answer.set", dossier, entity, fields, at=at))
    return wires


def _findings(tablet: Tablet, dossier: UUID) -> list[Wire]:
    return [
        tablet.write(
            "finding.add",
            dossier,
            drawn(f"bench finding {number}"),
            {
                "title": f"Losse kabels bij rij {number + 1}",
                "severity": ("minor", "moderate", "serious")[number % 3],
                "text": "Kabels liggen los over het looppad, aan de noordkant van de kas.",
                "kind": "violation",
            },
            at=clock.now() - timedelta(seconds=number),
        )
        for number in range(FINDINGS)
    ]


if __name__ == "__main__":
    fill(UUID(sys.argv[1]))
