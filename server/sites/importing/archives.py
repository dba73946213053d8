"""The XML files of a delivery: a zip, or zips in a zip as Kadaster delivers; nothing is unpacked in
memory."""

import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from server.sites.importing.faults import FileRefused

ORDER = ("WPL", "OPR", "NUM", "PND", "VBO")
"""Kinds of BAG files that are read, in the order in which one needs the other."""
Member = tuple[str, zipfile.ZipFile, str]
"""Kind, archive and name of one file."""
_NAME = re.compile(r"(WPL|OPR|NUM|PND|VBO)\d{8}")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What a damaged, encrypted or strangely packed zip raises."""


@contextmanager
def members(path: Path) -> Iterator[list[Member]]:
    """Every XML file of a kind that we read, in the order to read them.

    Raises `FileRefused` when it is no zip or holds none.
    """
    with ExitStack() as opened:
        try:
            found = list(_inside(opened.enter_context(zipfile.ZipFile(path)), opened, nested=True))
        except BROKEN as error:
            raise FileRefused(f"{path.name} is no sound zip ({error}). Download it again.") from error
        if not found:
            raise FileRefused(
                f"{path.name} holds no BAG files such as 0221PND08012026-000001.xml ({', '.join(ORDER)})."
            )
        yield sorted(found, key=lambda one: (ORDER.index(one[0]), one[2]))


def _inside(archive: zipfile.ZipFile, opened: ExitStack, *, nested: bool) -> Iterator[Member]:
    for name in archive.namelist():
        kind = _NAME.search(name.rsplit("/", 1)[-1])
        if kind is None:
            continue
        if name.lower().endswith(".xml"):
            yield kind[1], archive, name
        elif name.lower().endswith(".zip") and nested:
            with archive.open(name) as packed:
                inner = opened.enter_context(zipfile.ZipFile(_on_disk(packed, opened)))
            yield from _inside(inner, opened, nested=False)


def _on_disk(packed: IO[bytes], opened: ExitStack) -> IO[bytes]:
    """The bytes in a file of their own: a zip is read from its end."""
    copy = opened.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    shutil.copyfileobj(packed, copy, 1 << 20)
    copy.seek(0)
    return copy
