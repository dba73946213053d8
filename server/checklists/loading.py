"""Load a library folder into the database, in the caller's transaction."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from server.checklists.library.read import read_library
from server.checklists.library.store import Stored, store_library
from server.core.jobs import Ask, enqueue

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def load(session: Session, now: datetime, folder: Path = SEEDS) -> Stored:
    """Add the versions and dated values in `folder` that are new; loading twice changes nothing.

    Raises LibraryRejected, with nothing stored, naming each fault's file, path and mend. For each new
    version a job `checklists.loaded` {checklist, version} is asked for: `sync` lets in what waited for it
    (`checklist_unknown`).
    """
    stored = store_library(session, read_library(folder), now)
    enqueue(session, now, *(_tell(code, version) for code, version in stored.versions))
    return stored


def _tell(code: str, version: str) -> Ask:
    return Ask(
        "checklists.loaded",
        {"checklist": code, "version": version},
        key=f"checklists.loaded|{code}|{version}",
    )
