"""`explain`: who sees this, and why do I. The answer names rules that were asked of the database, not
guessed."""

from datetime import datetime
from typing import Any

from sqlalchemy import False_, literal, select, union_all
from sqlalchemy.orm import Session

from server.access.asker import Person
from server.access.models import Scope
from server.access.names import ScopeName, parse
from server.access.readable import Rule, rules
from server.access.words import BY_KIND, NOBODY, WHY, Sentence
from server.identity.viewer import Viewer


def why(session: Session, viewer: Viewer, name: str | ScopeName, now: datetime) -> list[str]:
    """The names of the rules by which this person reads this scope; none when they do not, or it is not
    there."""
    ways = [way for way in rules(Person(viewer, now)) if not isinstance(way[1], False_)]
    found = session.scalars(union_all(*(_asked(way, str(name)) for way in ways)))
    return sorted(set(found), key=list(WHY).index)


def who(name: str | ScopeName) -> list[Sentence]:
    """Who reads a scope of this kind, a sentence each; also of a scope that is not there yet.
    `ScopeNameInvalid`."""
    scope = parse(name) if isinstance(name, str) else name
    return [WHY[rule] for rule in BY_KIND[scope.kind]]


def explain(session: Session, viewer: Viewer, name: str, now: datetime) -> dict[str, Any]:
    """Both answers for the API: `who` in sentences and `why` the asker is among them. `ScopeNameInvalid`.

    `who` follows from the kind alone, so it tells nothing of whether the scope holds anything.
    """
    told = dict.fromkeys(WHY[rule] for rule in why(session, viewer, name, now))
    return {
        "scope": name,
        "who": [sentence._asdict() for sentence in dict.fromkeys(who(name))],
        "nobody": NOBODY._asdict(),
        "why": [sentence._asdict() for sentence in told],
    }


def _asked(way: Rule, name: str) -> Any:
    rule, condition = way
    return select(literal(rule)).where(Scope.name == name, condition)
