"""Objects come back whole or in part, and an erased one never."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import update
from sqlalchemy.orm import Session

from server.core import objects
from server.core.database import writing
from server.core.jobs import run_due
from server.core.objects import Vault, sealing
from server.core.objects.models import DataKey
from server.core.objects.stores import Bucket, Files, Store, open_store

MASTER = bytes(32)
SIZES = [0, 1, sealing.SEGMENT - 1, sealing.SEGMENT, sealing.SEGMENT + 1, 3 * sealing.SEGMENT + 7]


@pytest.fixture(params=["files", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Our own files, and obstore as it is used for buckets."""
    return Files(tmp_path) if request.param == "files" else Bucket("memory:///")


def keep(vault: Vault, name: str, chunks: Iterable[bytes], now: datetime) -> int:
    with writing() as session:
        return objects.put(session, vault, name, chunks, now=now)


@pytest.mark.parametrize("size", SIZES)
def test_an_object_comes_back_as_it_was(db: Session, now: datetime, store: Store, size: int) -> None:
    vault, content = Vault(store, MASTER), secrets.token_bytes(size)
    assert keep(vault, "foto-1", [content[:100], content[100:]], now) == size
    assert objects.size(db, "foto-1") == size
    assert b"".join(objects.read(db, vault, "foto-1")) == content


@pytest.mark.parametrize(
    ("start", "length"), [(0, 10), (sealing.SEGMENT - 3, 6), (2 * sealing.SEGMENT, 1), (5, None)]
)
def test_a_part_is_read_without_the_whole(
    db: Session, now: datetime, store: Store, start: int, length: int | None
) -> None:
    vault, content = Vault(store, MASTER), secrets.token_bytes(2 * sealing.SEGMENT + 9)
    keep(vault, "foto-1", [content], now)
    end = None if length is None else start + length
    assert b"".join(objects.read(db, vault, "foto-1", start, length)) == content[start:end]


def test_the_store_holds_no_readable_byte(db: Session, now: datetime, tmp_path: Path) -> None:
    keep(Vault(Files(tmp_path), MASTER), "foto-1", [b"kenteken 12-AB-34" * 100], now)
    [file] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert b"kenteken" not in file.read_bytes()


def test_an_erased_object_is_gone_and_its_bytes_follow(app: object, db: Session, now: datetime) -> None:
    vault = objects.vault()
    keep(vault, "foto-1", [b"x"], now)
    with writing() as session:
        objects.erase(session, "foto-1", now=now)
    with pytest.raises(objects.Missing):
        objects.size(db, "foto-1")
    run_due()
    assert isinstance(vault.store, Files)
    assert not [path for path in vault.store._folder.rglob("foto-1*") if path.is_file()]


def test_written_again_it_holds_the_new_content_only(db: Session, now: datetime, store: Store) -> None:
    vault = Vault(store, MASTER)
    keep(vault, "foto-1", [b"eerst"], now)
    keep(vault, "foto-1", [b"later"], now)
    assert b"".join(objects.read(db, vault, "foto-1")) == b"later"


def test_a_write_that_is_rolled_back_leaves_the_old_content(db: Session, now: datetime, store: Store) -> None:
    vault = Vault(store, MASTER)
    keep(vault, "foto-1", [b"eerst"], now)
    with pytest.raises(RuntimeError, match="stroom weg"), writing() as session:
        objects.put(session, vault, "foto-1", [b"later"], now=now)
        raise RuntimeError("stroom weg")
    assert b"".join(objects.read(db, vault, "foto-1")) == b"eerst"


def test_bytes_of_another_object_are_refused(db: Session, now: datetime, store: Store) -> None:
    vault = Vault(store, MASTER)
    keep(vault, "foto-1", [b"een"], now)
    keep(vault, "foto-2", [b"twee"], now)
    with writing() as session:
        two = session.get_one(DataKey, "foto-2").stored
        session.execute(update(DataKey).where(DataKey.object == "foto-2").values(stored="x"))
        session.execute(update(DataKey).where(DataKey.object == "foto-1").values(stored=two, size=4))
    with pytest.raises(InvalidTag):
        b"".join(objects.read(db, vault, "foto-1"))


def test_another_master_key_opens_nothing(db: Session, now: datetime, store: Store) -> None:
    keep(Vault(store, MASTER), "foto-1", [b"een"], now)
    with pytest.raises(InvalidTag):
        objects.read(db, Vault(store, b"\x01" * 32), "foto-1")


def test_a_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="an object's name"):
        Files(tmp_path).put("../../etc/passwd", [b"x"])


def test_the_url_chooses_the_store(tmp_path: Path) -> None:
    assert isinstance(open_store(tmp_path.as_uri()), Files)
    assert isinstance(open_store("memory:///"), Bucket)
