"""The one place that asks other machines: addresses by HTTP, few at a time, within bounds of time and size."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from handbook.model.problem import tampak

AKU = "netralitas-asn-handbook/1 (memeriksa keutuhan situs)"
SERENTAK = 4  # requests under way at once: no host notices so few
DETIK_DIAM = 20  # a host that says nothing for so long is gone
DETIK_SATU = 90  # and so is one that has not finished a file by then

Satu = TypeVar("Satu")
Hasil = TypeVar("Hasil")


class Gagal(Exception):
    """An address that gave no content; the message says why, for a reader. ``status`` is the host's answer, if there was one."""

    def __init__(self, sebab: str, status: int | None = None) -> None:
        super().__init__(sebab)
        self.status = status


class _TanpaPengalihan(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow nothing: the answer itself is what is judged."""


_BUKA = build_opener(_TanpaPengalihan)
_BUKA_IKUT = build_opener()


def ambil(alamat: str, *, terbesar: int, tajuk: dict[str, str] | None = None, ikut: bool = False) -> bytes:
    """Get what lies at an http or https address, at most ``terbesar`` bytes and one more, which shows that there are too many.

    ``tajuk`` are further headers; with ``ikut`` a redirect is followed. Raises Gagal when there is no answer of status 200.
    """
    if not _alamat(alamat):
        raise Gagal("bukan alamat http(s)")
    # Past the caches on the way, where they heed it; never packed, so that the bytes are those of the file.
    headers = {"User-Agent": AKU, "Cache-Control": "no-cache", "Accept-Encoding": "identity", **(tajuk or {})}
    request = Request(quote(alamat, safe="/:?&=#%@+,;~!$'()*[]"), headers=headers)  # noqa: S310 - the scheme is checked above
    try:
        with (_BUKA_IKUT if ikut else _BUKA).open(request, timeout=DETIK_DIAM) as answer:
            if answer.status != 200:
                raise Gagal(f"dijawab {answer.status}", answer.status)
            return _baca(answer, terbesar)
    except HTTPError as error:
        raise Gagal(f"dijawab {error.code}", error.code) from error
    except (OSError, HTTPException, ValueError) as error:
        raise Gagal(f"tidak terjangkau ({tampak(str(getattr(error, 'reason', None) or error))[:200]})") from error


def _alamat(text: str) -> bool:
    try:
        return urlsplit(text).scheme in ("http", "https")
    except ValueError:  # brackets that hold no IP address
        return False


def _baca(answer: Any, terbesar: int) -> bytes:
    parts, left, until = [], terbesar + 1, time.monotonic() + DETIK_SATU
    while left and (part := answer.read1(min(left, 65_536))):
        parts.append(part)
        left -= len(part)
        if time.monotonic() > until:
            raise Gagal(f"belum selesai dalam {DETIK_SATU} detik")
    whole = b"".join(parts)
    if left and len(whole) < int(answer.headers.get("Content-Length") or 0):
        raise Gagal("terputus di tengah")
    return whole


def serentak(kerja: Callable[[Satu], Hasil], banyak: Iterable[Satu]) -> Iterator[Hasil]:
    """Do one thing for many, few at a time; the results come in the order of what was given."""
    with ThreadPoolExecutor(SERENTAK) as pool:
        yield from pool.map(kerja, banyak)
