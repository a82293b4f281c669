"""A local server that behaves like GitHub Pages, with a switch that makes chosen paths fail.

Like Pages: the site lies under a sub-path, text is gzipped, everything may be kept for ten minutes,
``/page`` finds ``page.html``, a folder without slash is redirected, and 404.html comes with status 404.
"""

import gzip
import hashlib
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

# An HTTP status; or: half the body and a closed line; no answer until healed (or for a minute); one bit wrong; a log-in page instead.
Mode = int | Literal["cut", "delay", "flip", "html"]

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".mjs": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".gz": "application/gzip",
}
LOGIN_PAGE = b"<!doctype html><title>Masuk</title><p>Silakan masuk ke jaringan."


@dataclass(frozen=True)
class Answer:
    """One response, whole, before it is sent."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def locate(root: Path, relative: str) -> Path | None:
    """Find the file that Pages would serve for ``relative``, never outside ``root``."""
    wanted = (root / relative).resolve()
    if not wanted.is_relative_to(root.resolve()):
        return None
    if not relative or relative.endswith("/"):
        wanted /= "index.html"
    return next((path for path in (wanted, wanted.with_name(wanted.name + ".html")) if path.is_file()), None)


@lru_cache(maxsize=2048)
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


def _flipped(body: bytes) -> bytes:
    middle = len(body) // 2
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :] if body else body


def _file(path: Path, status: int, request: Mapping[str, str], *, flip: bool = False) -> Answer:
    body = _flipped(path.read_bytes()) if flip else path.read_bytes()
    kind = KINDS.get(path.suffix, "application/octet-stream")
    headers = {"Content-Type": kind, "Access-Control-Allow-Origin": "*"}
    if "charset" in kind:
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in request.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = _packed(body)
    if status != HTTPStatus.OK:
        return Answer(status, headers, body)
    headers |= {"Cache-Control": "max-age=600", "ETag": f'"{hashlib.sha256(body).hexdigest()[:20]}"'}
    if request.get("if-none-match") == headers["ETag"]:
        return Answer(HTTPStatus.NOT_MODIFIED, headers)
    return Answer(status, headers, body)


def answer(root: Path, base: str, target: str, request: Mapping[str, str], *, flip: bool = False) -> Answer:
    """Answer a GET for ``target`` from the site in ``root``, published under ``base`` (as in ``/repo/``).

    ``request`` holds the request's headers, their names in lower case. With ``flip`` the file itself is spoiled:
    it is packed and named (ETag) as a whole one, so that only who checks the content notices.
    """
    path = unquote(urlsplit(target).path)
    if path == base.rstrip("/"):
        return Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": base})
    if not path.startswith(base) or "\0" in path:
        return Answer(HTTPStatus.NOT_FOUND, {"Content-Type": KINDS[".txt"]}, b"another site's path")
    relative = path.removeprefix(base)
    if found := locate(root, relative):
        return _file(found, HTTPStatus.OK, request, flip=flip)
    if locate(root, relative + "/"):
        return Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": urlsplit(target).path + "/"})
    if missing := locate(root, "404.html"):
        return _file(missing, HTTPStatus.NOT_FOUND, request)
    return Answer(HTTPStatus.NOT_FOUND, {"Content-Type": KINDS[".txt"]}, b"no 404.html")


def spoil(whole: Answer, mode: Mode | None) -> Answer:
    """Replace an answer as ``mode`` says; the other modes concern the file or the sending and change nothing here."""
    if isinstance(mode, int):
        return Answer(mode, {"Content-Type": KINDS[".txt"]}, b"fault switched on")
    if mode == "html":
        return Answer(HTTPStatus.OK, {"Content-Type": KINDS[".html"]}, LOGIN_PAGE)
    return whole


class PagesServer(ThreadingHTTPServer):
    """Serve ``root`` under ``base`` on a free local port; the port is taken at once, answers come after ``start``."""

    daemon_threads = True
    request_queue_size = 256  # as many readers may knock at once

    def __init__(self, root: Path, base: str = "/repo/") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.root, self.base = root, base
        self.url = f"http://127.0.0.1:{self.server_port}{base}"
        self.requests: list[str] = []  # the paths asked for, in order, below the base
        self._faults: list[tuple[str, Mode]] = []
        self._healed = threading.Event()

    def start(self) -> None:
        """Answer requests from now on, in the background."""
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Let delayed answers go and close the port."""
        self.heal()
        self.shutdown()
        self.server_close()

    def fail(self, pattern: str, mode: Mode) -> None:
        """Make every path below the base that matches ``pattern`` (as in ``cari/*.json``) fail until ``heal``."""
        self._healed.clear()
        self._faults.append((pattern, mode))

    def heal(self) -> None:
        """Take all faults away; delayed answers are sent."""
        self._faults.clear()
        self._healed.set()

    def fault(self, target: str) -> Mode | None:
        """Give the fault switched on for ``target``, the newest first."""
        path = unquote(urlsplit(target).path).removeprefix(self.base)
        return next((mode for pattern, mode in reversed(self._faults) if fnmatchcase(path, pattern)), None)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up, as it does on every page change; report anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def wait_until_healed(self, seconds: float = 60) -> None:
        """Hold the calling thread until ``heal``, and no longer than ``seconds``."""
        self._healed.wait(seconds)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PagesServer

    def do_GET(self) -> None:
        site = self.server
        site.requests.append(urlsplit(self.path).path.removeprefix(site.base))
        mode = site.fault(self.path)
        if mode == "delay":
            site.wait_until_healed()
        request = {name.lower(): value for name, value in self.headers.items()}
        whole = answer(site.root, site.base, self.path, request, flip=mode == "flip")
        self._send(spoil(whole, mode), half=mode == "cut")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _send(self, what: Answer, *, half: bool) -> None:
        self.send_response(what.status)
        for name, value in what.headers.items():
            self.send_header(name, value)
        if what.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(what.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(what.body[: len(what.body) // 2] if half else what.body)
        self.close_connection = self.close_connection or half

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: pytest owns the terminal."""
