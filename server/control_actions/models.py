"""Actions as they are planned: goal, agencies asked, targets with their reason, teams, and who changed what.

What follows from a plan, who is on the action and who is assigned to which visit, is written to `access`.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, BigId, Json


class ControlAction(Base):
    """An integrated control: a goal on a legal basis, at some sites, on a day."""

    __tablename__ = "control_action"
    __table_args__ = (UniqueConstraint("lead_agency", "number"), Index(None, "since", "id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    scope: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    """The number of `action:<id>`; who reads that, reads this row."""
    number: Mapped[str]
    """Such as IC-2026-014, counted by the lead agency within a year."""
    title: Mapped[str]
    goal: Mapped[str]
    legal_basis: Mapped[str]
    state: Mapped[str]
    lead_agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    lead_member: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    since: Mapped[datetime]
    until: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    retention_days: Mapped[int] = mapped_column(Integer)
    """How long after closing its people keep what they read by assignment."""
    version: Mapped[int] = mapped_column(Integer)
    created: Mapped[datetime]


class ActionRequest(Base):
    """That an agency was asked to take part, and what it answered."""

    __tablename__ = "action_request"

    action: Mapped[UUID] = mapped_column(ForeignKey("control_action.id"), primary_key=True)
    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    answer: Mapped[str]
    """waiting, yes or no."""
    note: Mapped[str | None]


class Team(Base):
    """A team of an action."""

    __tablename__ = "team"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    scope: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    action: Mapped[UUID] = mapped_column(ForeignKey("control_action.id"), index=True)
    label: Mapped[str]


class TeamMember(Base):
    """Who is in a team by the plan in hand; from approval on `access` keeps since when and until when."""

    __tablename__ = "team_member"

    team: Mapped[UUID] = mapped_column(ForeignKey("team.id"), primary_key=True)
    member: Mapped[UUID] = mapped_column(ForeignKey("member.id"), primary_key=True)
    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    role: Mapped[str]
    """inspector or team_lead."""


class Target(Base):
    """A site chosen for a written reason, and who goes there when."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("dossier"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    scope: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    action: Mapped[UUID] = mapped_column(ForeignKey("control_action.id"), index=True)
    dossier: Mapped[UUID]
    """Derived from the target, so that tablets know it before the server made it (docs/format.md § 4)."""
    site: Mapped[UUID] = mapped_column(ForeignKey("site.id"), index=True)
    team: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"))
    place: Mapped[int] = mapped_column(Integer)
    """Its place in the whole list, from 1; within a team it is the route's order."""
    reason: Mapped[str]
    origin: Mapped[str]
    """register, recheck, random, signals, area or chosen: how the lead came to this site."""
    since: Mapped[datetime | None]
    until: Mapped[datetime | None]
    agencies: Mapped[list[str] | None] = mapped_column(Json)
    """Ids of the agencies that go there; None is all of the team."""
    entry_order: Mapped[list[str]] = mapped_column(Json)
    """Agency codes in the order they enter."""
    warning: Mapped[str | None]
    published: Mapped[UUID | None]
    """The team whose scope holds the visit's document now."""


class ActionEvent(Base):
    """What somebody changed about an action: written once, never changed."""

    __tablename__ = "action_event"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    action: Mapped[UUID] = mapped_column(ForeignKey("control_action.id"), index=True)
    version: Mapped[int] = mapped_column(Integer)
    what: Mapped[str]
    """created, changed, targets, teams or the state it moved to."""
    at: Mapped[datetime]
    member: Mapped[UUID]
    agency: Mapped[UUID]
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    """Counts and codes, never words that people wrote."""
