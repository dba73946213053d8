"""Read a library folder whole: every list resolved and checked, or every fault told at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.checklists.library.classify import classify
from server.checklists.library.codes import check_codes
from server.checklists.library.faults import Fault, LibraryRejected, Notes
from server.checklists.library.fits import check_fits
from server.checklists.library.norms import Norm, read_norms
from server.checklists.library.parts import parts_of
from server.checklists.library.resolve import resolve
from server.checklists.library.shape import check_shape
from server.checklists.library.source import digest_of, read_source
from server.checklists.library.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True, slots=True)
class ReadList:
    """One list as it will be served, with the file it comes from and the digest of what the file says."""

    file: str
    content: dict[str, Any]
    digest: bytes


@dataclass(frozen=True, slots=True)
class Library:
    """What a folder holds."""

    lists: tuple[ReadList, ...]
    norms: tuple[Norm, ...]


def read_library(folder: Path) -> Library:
    """Read the lists, `parameters.yaml` and `vocabulary.yaml` in `folder`. Raises LibraryRejected."""
    vocabulary = read_vocabulary(folder / "vocabulary.yaml")
    norms = read_norms(folder / "parameters.yaml", vocabulary)
    names = {norm.name for norm in norms}
    files = sorted((folder / "checklists").glob("*.yaml"))
    faults: list[Fault] = []
    lists: list[ReadList] = []
    for path in files:
        notes = Notes(f"checklists/{path.name}")
        found = read_list(path, vocabulary, names, notes)
        faults += notes.faults
        if found is not None and not notes.faults:
            lists.append(found)
    if not files:
        faults.append(Fault("checklists", "*.yaml", "there is no list in this folder", "check the path"))
    faults += _shared_codes(lists)
    if faults:
        raise LibraryRejected(faults)
    return Library(tuple(lists), norms)


def read_list(
    path: Path, vocabulary: Vocabulary, parameters: Collection[str], notes: Notes
) -> ReadList | None:
    """Read one file; None when its faults leave nothing to check further."""
    source = read_source(path, notes)
    if not notes.faults:
        check_shape(source, notes)
    if notes.faults:
        return None
    if source["code"] != path.stem:
        notes.add(
            "code",
            f"{source['code']} is not the name of the file",
            f"rename the file to {source['code']}.yaml",
        )
    _check_mandates(source["mandate_required"], notes)
    content = resolve(source, vocabulary, notes)
    parts = parts_of(content)
    if not notes.faults:
        check_codes(content, parts, parameters, notes)
    if not notes.faults:
        check_fits(parts, notes)
        classify(parts, notes)
    return None if notes.faults else ReadList(notes.file, content, digest_of(source))


def _check_mandates(laws: list[str], notes: Notes) -> None:
    if len(laws) > 1 and {"any", "none"} & set(laws):
        notes.add("mandate_required", "'any' and 'none' stand alone", "keep one of them, or the laws")


def _shared_codes(lists: list[ReadList]) -> list[Fault]:
    """A question's or finding's code names it in all of the app, so no two lists may share one."""
    files: dict[str, list[str]] = defaultdict(list)
    for one in lists:
        for section in one.content["sections"]:
            for question in section["questions"]:
                files[question["code"]].append(one.file)
                for rule in question["findings"]:
                    files[rule["code"]].append(one.file)
    return [
        Fault(where[1], code, f"the code {code} is already used in {where[0]}", "give it another code")
        for code, where in files.items()
        if len(where) > 1
    ]
