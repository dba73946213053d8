"""The built app: compressed beforehand, cached for ever under `/assets`, and there after an update too.

Only a path without an extension falls back to `index.html`; a missing `/assets/x.js` is 404, or an old tab
would load a page as a script. Assets of the last builds stay (`kept`), for tabs that are still open.
"""

import mimetypes
from pathlib import Path
from typing import NamedTuple

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound
from werkzeug.security import safe_join

from server.core.routing.permissions import PUBLIC, mark

LONGEST_PATH = 200
"""In letters; no file of ours has a longer one, and a file system refuses names beyond 255 bytes."""

_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}


class Found(NamedTuple):
    """A file to send, and how it is packed."""

    path: Path
    encoding: str | None


def register_static(app: Flask, built: Path) -> None:
    """Serve the folder of the build at `/`, for every path that no route takes."""

    def page(path: str = "") -> Response:
        return _answer(built, path)

    app.add_url_rule("/", "page-root", mark(page, PUBLIC))
    app.add_url_rule("/<path:path>", "page", page)


def _answer(built: Path, path: str) -> Response:
    if path.startswith("api/"):
        raise NotFound()
    if "." not in path.rsplit("/", 1)[-1]:
        path = "index.html"
    found = find(built, path, request.headers.get("Accept-Encoding", ""))
    if found is None and path.startswith("assets/"):
        found = find(built.parent / "kept", path, request.headers.get("Accept-Encoding", ""))
    if found is None:
        raise NotFound()
    return _send(found, path)


def find(folder: Path, path: str, accepted: str) -> Found | None:
    """The file of that path in the best encoding that the browser accepts; None if there is none."""
    joined = safe_join(str(folder), path)
    if joined is None or Path(joined).suffix in (".br", ".gz", ".map") or len(path) > LONGEST_PATH:
        return None
    wanted = {part.split(";")[0].strip() for part in accepted.lower().split(",")}
    for encoding, suffix in _ENCODINGS:
        packed = Path(joined + suffix)
        if encoding in wanted and packed.is_file():
            return Found(packed, encoding)
    return Found(Path(joined), None) if Path(joined).is_file() else None


def _send(found: Found, path: str) -> Response:
    stat = found.path.stat()
    suffix = Path(path).suffix
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    answer = Response(mimetype=kind)
    answer.vary.add("Accept-Encoding")
    immutable = path.startswith("assets/")
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" if immutable else "no-cache"
    if found.encoding:
        answer.headers["Content-Encoding"] = found.encoding
    answer.set_etag(f"{stat.st_mtime_ns:x}-{stat.st_size:x}-{found.encoding or 'plain'}")
    answer.set_data(found.path.read_bytes())
    answer.make_conditional(request)
    return answer
