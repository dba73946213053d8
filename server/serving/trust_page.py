"""The plain-http page that hands out the certificate authority, and the code that leads to it."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import segno

_PAGE = (Path(__file__).parent / "trust_page.html").read_text("utf-8")


def serve(authority: Path, port: int, app_address: str, fingerprint: str) -> ThreadingHTTPServer:
    """Serve the page and the certificate on `port` from a thread of this process."""
    page = _PAGE.replace("{{address}}", app_address).replace("{{fingerprint}}", _lines(fingerprint)).encode()
    certificate = authority.read_bytes()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/glashelder.crt":
                self._answer(certificate, "application/x-x509-ca-cert")
            else:
                self._answer(page, "text/html; charset=utf-8")

        def _answer(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: addresses of visitors are nobody's business."""

    server = ThreadingHTTPServer(("0.0.0.0", port), Handler)  # noqa: S104  (tablets come in here)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def show(address: str, fingerprint: str) -> None:
    """Print a code that a tablet's camera reads, and what to do."""
    out = sys.stdout
    out.write("\nScan this with the tablet, once, and follow the page (Nederlands en English):\n")
    segno.make(address, error="m").terminal(out=out, compact=True, border=2)
    out.write(f"  {address}\n  Authority, SHA-256: {fingerprint}\n\n")
    out.flush()


def _lines(fingerprint: str) -> str:
    half = len(fingerprint) // 2
    return f"{fingerprint[:half]}<br>{fingerprint[half + 1 :]}"
