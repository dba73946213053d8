"""Read a YAML file as it was written: no key twice, no guessed dates, decimals kept as their text."""

import hashlib
from pathlib import Path
from typing import Any

import orjson
import yaml

from server.checklists.library.faults import Notes

MAX_BYTES = 1024 * 1024


_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it: the library is read in a tenth of the time."""


class _Loader(_Safe):  # type: ignore[misc]
    """The safe loader without its surprises."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if not isinstance(key, str):
            raise yaml.MarkedYAMLError(
                problem=f"the key {key!r} is no text; write it in quotes", problem_mark=key_node.start_mark
            )
        if key in seen:
            raise yaml.MarkedYAMLError(
                problem=f"the key {key!r} stands twice; keep one", problem_mark=key_node.start_mark
            )
        seen.add(key)
    return yaml.SafeLoader.construct_mapping(loader, node, deep=True)


def _as_written(loader: _Loader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
for _tag in ("float", "timestamp", "merge"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _as_written)


def read_source(path: Path, notes: Notes) -> Any:
    """The content of a YAML file, or None with a fault in `notes`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        notes.add("", f"cannot be read ({error.strerror})", "check the name and the rights of the file")
        return None
    if len(raw) > MAX_BYTES:
        notes.add("", f"larger than {MAX_BYTES} bytes", "split the list")
        return None
    try:
        return yaml.load(raw.decode("utf-8"), _Loader)  # noqa: S506  (a SafeLoader, made stricter)
    except UnicodeDecodeError:
        notes.add("", "is not UTF-8", "save the file as UTF-8")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        notes.add(place, f"is not the YAML that is read here ({error.problem})", "mend that line")
    except (yaml.YAMLError, RecursionError) as error:
        notes.add("", f"is not YAML ({error})", "compare it with a list beside it")
    return None


def digest_of(source: Any) -> bytes:
    """SHA-256 of what the file says, free of its layout and comments: only a change of meaning needs a new
    version.
    """
    return hashlib.sha256(orjson.dumps(source, option=orjson.OPT_SORT_KEYS)).digest()
