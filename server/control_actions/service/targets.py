"""Replace the list of targets: which sites, why, by which team, in which order."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.control_actions.models import ControlAction, Target, Team
from server.control_actions.plan import load_plan
from server.control_actions.publishing import publish
from server.control_actions.service.doors import note, to_change
from server.core.database import among
from server.core.ids import derive, uuid7
from server.core.problems import FieldError, Problem
from server.identity.viewer import Viewer
from server.sites import service as sites
from server.sync.documents import remove_document

ORIGINS = ("register", "recheck", "random", "signals", "area", "chosen")


def set_targets(
    session: Session, viewer: Viewer, id: UUID, wanted: list[dict[str, Any]], *, version: int, now: datetime
) -> ControlAction:
    """Let exactly these be the targets, in this order; inside `writing()`.

    A target that is taken off keeps its dossier, if it has one, and all that was recorded there; its people
    lose it. Raises as `doors.to_change`, and `fields-invalid` naming the row.
    """
    action = to_change(session, viewer, id, version, now)
    present = {one.id: one for one in session.scalars(select(Target).where(Target.action == id))}
    teams = set(session.scalars(select(Team.id).where(Team.action == id)))
    _check(session, id, wanted, present, teams)
    gone = {target for target in present if target not in {one.get("id") for one in wanted}}
    for target in gone:
        _take_off(session, present[target], now)
    dossiers = frozenset(present[target].dossier for target in gone)
    for place, one in enumerate(wanted, 1):
        row = present.get(one.get("id") or UUID(int=0)) or _new(session, action, one, now)
        _fill(row, one, place)
    session.flush()
    note(session, viewer, action, "targets", now, targets=len(wanted), off=len(gone))
    publish(session, load_plan(session, action), now, gone=dossiers)
    return action


def _new(session: Session, action: ControlAction, one: dict[str, Any], now: datetime) -> Target:
    id = one.get("id") or uuid7(now)
    row = Target(
        id=id,
        scope=action.scope,
        action=action.id,
        dossier=derive("dossier", id),
        site=one["site"],
        published=None,
    )
    session.add(row)
    return row


def _fill(row: Target, one: dict[str, Any], place: int) -> None:
    slot = one.get("slot") or {}
    row.place = place
    row.team = one.get("team")
    row.reason, row.origin, row.warning = one["reason"], one["origin"], one.get("warning")
    row.since, row.until = slot.get("since"), slot.get("until")
    agencies = one.get("agencies")
    row.agencies = None if agencies is None else [str(agency) for agency in agencies]
    row.entry_order = list(one.get("entryOrder") or ())


def _take_off(session: Session, row: Target, now: datetime) -> None:
    if row.published is not None:
        remove_document(session, scope=f"team:{row.published}", id=row.dossier, now=now)
    session.delete(row)


def _check(
    session: Session,
    action: UUID,
    wanted: list[dict[str, Any]],
    present: dict[UUID, Target],
    teams: set[UUID],
) -> None:
    known = sites.by_id(session, {one["site"] for one in wanted})
    taken = _taken(session, action, wanted)
    wrong: list[FieldError] = []
    seen: set[UUID] = set()
    for place, one in enumerate(wanted):
        id, at = one.get("id"), f"targets.{place}"
        if one["site"] not in known:
            wrong.append(FieldError(f"{at}.site", "This site is not known.", "Take it from GET /sites."))
        if one.get("team") is not None and one["team"] not in teams:
            mend = "Name a team of this action, or none yet."
            wrong.append(FieldError(f"{at}.team", "This is no team of the action.", mend))
        if id is not None and (id in seen or (id in taken and id not in present)):
            wrong.append(FieldError(f"{at}.id", "This id is taken.", "Leave it out, or take a new UUIDv7."))
        elif id in present and present[id].site != one["site"]:
            mend = "Take the target off and add another for the other site."
            wrong.append(FieldError(f"{at}.site", "A target keeps its site.", mend))
        seen |= {id} if id is not None else set()
    if wrong:
        raise Problem("fields-invalid", errors=wrong, field=wrong[0].field, count=len(wrong))


def _taken(session: Session, action: UUID, wanted: list[dict[str, Any]]) -> set[UUID]:
    """Ids that are a target of another action, or were one of another action or site: the dossier that was
    made then keeps its id and all that was recorded there.
    """
    sites_by_id = {one["id"]: one["site"] for one in wanted if one.get("id")}
    ids = {derive("dossier", id): id for id in sites_by_id}
    others = select(Target.id).where(among(session, Target.id, list(sites_by_id)), Target.action != action)
    taken = set(session.scalars(others))
    made = session.execute(
        select(Dossier.id, Dossier.action, Dossier.target, Dossier.site).where(
            among(session, Dossier.id, list(ids))
        )
    )
    for dossier, its_action, its_target, its_site in made:
        id = ids[dossier]
        if (its_action, its_target, its_site) != (action, id, sites_by_id[id]):
            taken.add(id)
    return taken
