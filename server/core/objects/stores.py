"""Where the bytes lie: files on this machine, or a bucket."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlparse

import obstore


class Store(Protocol):
    """Sealed bytes by name."""

    def put(self, name: str, chunks: Iterable[bytes]) -> None:
        """Keep the bytes, replacing what bore that name; when this returns they survive a power cut."""

    def get(self, name: str, start: int, end: int) -> bytes:
        """The bytes from `start` up to `end`; `FileNotFoundError` when there is no such object."""

    def remove(self, name: str) -> None:
        """Take the bytes away; nothing happens when there are none."""


class Files:
    """Files in a folder. Our own and not obstore's: a receipt promises that the bytes are on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, chunks: Iterable[bytes]) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        for folder in (path.parent, path.parent.parent):
            _settle(folder)

    def get(self, name: str, start: int, end: int) -> bytes:
        descriptor = os.open(self._path(name), os.O_RDONLY)
        try:
            return os.pread(descriptor, end - start, start)
        finally:
            os.close(descriptor)

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not name.replace("-", "").replace("_", "").replace(".", "").isalnum() or name.startswith("."):
            raise ValueError(f"an object's name is letters, digits, '-', '_' and '.': {name!r}")
        return self._folder / name[-2:] / name


class Bucket:
    """An S3-compatible bucket, or whatever else obstore knows by URL."""

    def __init__(self, url: str) -> None:
        self._store = obstore.store.from_url(url)

    def put(self, name: str, chunks: Iterable[bytes]) -> None:
        obstore.put(self._store, name, iter(chunks))

    def get(self, name: str, start: int, end: int) -> bytes:
        return bytes(obstore.get_range(self._store, name, start=start, end=end))

    def remove(self, name: str) -> None:
        try:
            obstore.delete(self._store, name)
        except FileNotFoundError:
            return


def open_store(url: str) -> Store:
    """The store of a URL: `file:///…` or `s3://bucket/prefix`; credentials come from the environment."""
    parsed = urlparse(url)
    if parsed.scheme == "file":
        return Files(Path(unquote(parsed.path)))
    return Bucket(url)


def _settle(folder: Path) -> None:
    """Bring a folder's names to the disk: without this a power cut may take the file's name away."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
