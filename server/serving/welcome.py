"""What `make run` says when it is ready: the address, and who can sign in to the demo."""

import sys

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from server.core.database import reading
from server.identity.models import Agency, Member, Membership


def welcome(app: Flask, address: str) -> None:
    """Print the address and the demo sign-ins to standard output."""
    lines = [f"\nGlashelder is ready: {address}", "Demo data only; everything and everybody is fictitious.\n"]
    with app.app_context():
        lines += _people() if app.config["GLASHELDER"].demo_sign_in else []
    sys.stdout.write("\n".join(lines) + "\n\nStop with Ctrl+C.\n")
    sys.stdout.flush()


def _people() -> list[str]:
    """A line for each person of the demo, by agency; the start page offers the same list."""
    everybody = (
        select(Agency.name, Member.name, Membership.roles)
        .join(Membership, Membership.agency == Agency.id)
        .join(Member, Member.id == Membership.member)
        .where(Membership.until.is_(None))
        .order_by(Agency.name, Member.name)
    )
    try:
        with reading() as session:
            rows = session.execute(everybody).all()
    except SQLAlchemyError:
        return ["The database has no tables yet: run make run, or flask db upgrade."]
    if not rows:
        return ["Nobody can sign in yet: load the demo with flask seeds load."]
    width = max(len(agency) for agency, _, _ in rows)
    people = [f"  {agency:<{width}}  {name} ({', '.join(roles)})" for agency, name, roles in rows]
    return ["Sign in without a password, as one of:", *people]
