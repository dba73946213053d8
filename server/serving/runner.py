"""One process runner: starts gunicorn and the job worker, and ends both when one of them ends.

`python -m server.serving.runner [--https]`. PORT chooses the port (default 8000), BIND the address: this
machine alone, or with HTTPS every one, for tablets.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from server.serving import tls, trust_page

_PATIENCE = 25.0


def main(https: bool) -> int:
    """Serve until a signal or the end of one process; 0 after a signal, 1 otherwise."""
    port = int(os.environ.get("PORT", "8000"))
    host = os.environ.get("BIND") or ("0.0.0.0" if https else "127.0.0.1")  # noqa: S104
    for wanted in (port, port + 1) if https else (port,):
        if not _is_free(host, wanted):
            _say(f"Port {wanted} is in use. Choose another one: make run PORT={wanted + 10}")
            return 1
    environment = dict(os.environ, GLASHELDER_BIND=f"{host}:{port}", PYTHONUNBUFFERED="1")
    if https:
        environment |= _with_certificate(port)
    else:
        environment["GLASHELDER_ADDRESS"] = f"http://localhost:{port}"
    python = [sys.executable, "-m"]
    return _until_one_ends(
        [
            subprocess.Popen(  # noqa: S603  (our own words only)
                [*python, "gunicorn", "-c", "python:server.serving.gunicorn", "server.serving.wsgi:app"],
                env=environment,
                start_new_session=True,
            ),
            subprocess.Popen(  # noqa: S603
                [*python, "flask", "--app", "server.app", "jobs", "work"],
                env=environment,
                start_new_session=True,
            ),
        ]
    )


def _with_certificate(port: int) -> dict[str, str]:
    """Make what HTTPS needs, show how to trust it, and answer what gunicorn must know."""
    folder = Path(os.environ.get("GLASHELDER_DATA_DIR", "var")).resolve() / "tls"
    addresses = tls.local_addresses()
    made = tls.ensure(folder, addresses, socket.gethostname())
    host = addresses[0] if addresses else "localhost"
    trust_page.serve(made.authority, port + 1, f"https://{host}:{port}", made.fingerprint)
    trust_page.show(f"http://{host}:{port + 1}", made.fingerprint)
    return {
        "GLASHELDER_TLS_CERT": str(made.certificate),
        "GLASHELDER_TLS_KEY": str(made.key),
        "GLASHELDER_HTTPS": "true",
        "GLASHELDER_ADDRESS": f"https://{host}:{port}",
    }


def _until_one_ends(processes: list[subprocess.Popen[bytes]]) -> int:
    stopped: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stopped.append(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    while not stopped and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + _PATIENCE
    for process in processes:
        try:
            process.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            process.kill()
    return 0 if stopped else 1


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main("--https" in sys.argv[1:]))
