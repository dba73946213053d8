"""A small world for tests of access: one action, its lead, two teams, a visit each."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access import service
from server.access.models import ActionPerson, ActionWindow, Scope
from server.access.names import agency_of, class_of, inbox, joint, of
from server.core.ids import derive
from server.identity.roles import Role
from tests import cast

ACTION = derive("test", "action")
TEAM_A = derive("test", "team a")
TEAM_B = derive("test", "team b")
VISIT_A = derive("test", "visit a")
VISIT_B = derive("test", "visit b")
SHARE = derive("test", "share")
SHARE_WITH_FIELD = derive("test", "share with the field")
RETENTION = timedelta(days=14)


@dataclass(frozen=True)
class Scopes:
    """Names of the scopes of the small world, by a short word."""

    by_word: dict[str, str]

    def words(self, names: set[str]) -> set[str]:
        """The short words of these scopes."""
        found = {name: word for word, name in self.by_word.items()}
        return {found[name] for name in names}


def build(session: Session, now: datetime) -> Scopes:
    """Make the world: team A of Nadia (fire service), Defne (municipality), Joris and Fatima (police, one
    with the
    class role) and Noor (labour inspectorate, with the role for victims); team B of Piet and Koen."""
    put_on_action(session, ACTION, None, "karin", Role.OPERATIONAL_LEAD, now)
    session.add(ActionWindow(action=ACTION, closed_at=None, retention=RETENTION // timedelta(milliseconds=1)))
    for team, dossier, people in (
        (TEAM_A, VISIT_A, ("nadia", "defne", "joris", "fatima", "noor")),
        (TEAM_B, VISIT_B, ("piet", "koen")),
    ):
        service.ensure_dossier(
            session,
            dossier=dossier,
            action=ACTION,
            team=team,
            target=None,
            site=None,
            planned=True,
            opened=now,
        )
        for key in people:
            put_on_action(session, ACTION, team, key, Role.INSPECTOR, now)
            who = cast.person(key)
            service.assign(session, dossier, who.member, who.agency, now)
    session.flush()
    return _scopes(session)


def put_on_action(
    session: Session, action: UUID, team: UUID | None, key: str, role: Role, since: datetime
) -> None:
    """Put somebody of the cast on an action."""
    who = cast.person(key)
    session.add(
        ActionPerson(
            action=action, team=team, member=who.member, agency=who.agency, role=role.value, since=since
        )
    )


def _scopes(session: Session) -> Scopes:
    agency = {key: cast.person(key).agency for key in ("nadia", "defne", "joris", "noor", "koen", "els")}
    named = {
        "joint a": joint(VISIT_A),
        "joint b": joint(VISIT_B),
        "fire a": agency_of(VISIT_A, agency["nadia"]),
        "municipality a": agency_of(VISIT_A, agency["defne"]),
        "police a": agency_of(VISIT_A, agency["joris"]),
        "labour a": agency_of(VISIT_A, agency["noor"]),
        "labour b": agency_of(VISIT_B, agency["noor"]),
        "tax b": agency_of(VISIT_B, agency["koen"]),
        "wpg a": class_of(VISIT_A, "wpg", agency["joris"]),
        "victim a": class_of(VISIT_A, "victim", agency["noor"]),
        "victim b": class_of(VISIT_B, "victim", agency["noor"]),
        "fiscal b": class_of(VISIT_B, "fiscal", agency["koen"]),
        "inbox westland": inbox(agency["defne"]),
        "inbox katwijk": inbox(agency["els"]),
        "nadia herself": of("member", cast.person("nadia").member),
    }
    service.ensure_scopes(session, list(named.values()))
    of_action = {
        "action": of("action", ACTION),
        "directory": of("directory", ACTION),
        "lead": of("lead", ACTION),
    }
    teams = {"team a": of("team", TEAM_A), "team b": of("team", TEAM_B)}
    service.ensure_scopes(session, [*of_action.values(), *teams.values()], action=ACTION)
    westland = cast.person("defne").agency
    for share, to_assigned in ((SHARE, False), (SHARE_WITH_FIELD, True)):
        service.ensure_share(session, share, receiver=westland, dossier=VISIT_A, to_assigned=to_assigned)
    shares = {"share": of("share", SHARE), "share with field": of("share", SHARE_WITH_FIELD)}
    everything = named | of_action | teams | shares
    return Scopes({word: str(name) for word, name in everything.items()})


def names_in(session: Session, ids: object) -> set[str]:
    """The names of the scopes with these ids, given as a set or as a SELECT."""
    return set(session.scalars(select(Scope.name).where(Scope.id.in_(ids))))  # type: ignore[arg-type]
