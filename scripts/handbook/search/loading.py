"""Rak: the files of an exported index in a folder, checked before they are used: what cannot be read is told, never left out."""

import json
import re
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from .packing import FOLDER, SIDIK, SKEMA
from .rules import ATURAN
from .unpacking import PecahanRusak, streams

T = TypeVar("T")

_SIDIK = re.compile(rb'\{"sidik":"([0-9a-f]{16})",')
_KUNCI = re.compile("([A-Z])([^A-Z]*)")


class Rak:
    """An open index. ``manifes`` is the object in its manifest."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a built site. Raises FileNotFoundError without one, PecahanRusak when it is not as it was written."""
        self._folder = folder / FOLDER
        self.manifes = _manifest((self._folder / "manifes.json").read_bytes())
        self._kunci = {jenis: _keys(tabel["kunci"]) for jenis, tabel in self.manifes["pecahan"].items() if "kunci" in tabel}
        self._isi: dict[tuple[str, int], Any] = {}

    def shard(self, jenis: str, nomor: int, baca: Callable[[Sequence[bytes]], T]) -> T:
        """Give a shard as ``baca`` makes it of its streams; read once."""
        if (jenis, nomor) not in self._isi:
            self._isi[jenis, nomor] = baca(self._streams(jenis, nomor))
        isi: T = self._isi[jenis, nomor]
        return isi

    def find(self, jenis: str, kunci: str, mulai: int = 0) -> int:
        """Give the number of the last shard from ``mulai`` whose first key is not beyond ``kunci``, or the first of them."""
        return max(mulai, bisect_right(self._kunci[jenis], kunci, mulai) - 1)

    def _streams(self, jenis: str, nomor: int) -> Sequence[bytes]:
        tabel, lebar = self.manifes["pecahan"][jenis], 2 * SIDIK
        awal = nomor // tabel["sekelompok"] * lebar
        sidik = tabel["sidik"][awal : awal + lebar]
        nama = f"{jenis}-{sidik}-{nomor}.bin"
        try:
            sisipan = self.manifes.get("sisipan", {}).get(nama)
            return streams(b64decode(sisipan) if sisipan else (self._folder / nama).read_bytes(), sidik, nomor)
        except (OSError, ValueError) as error:
            raise PecahanRusak(nama) from error


def _manifest(data: bytes) -> Mapping[str, Any]:
    """Read a manifest whose first value is the digest of the rest; its rules must be ours, since they take queries apart."""
    kepala = _SIDIK.match(data)
    if not kepala or not sha256(b"{" + data[kepala.end() :]).hexdigest().startswith(kepala[1].decode()):
        raise PecahanRusak("manifes.json")
    try:
        isi: Mapping[str, Any] = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise PecahanRusak("manifes.json") from error
    if isi["skema"] != SKEMA or isi["aturan"] != ATURAN.isi:
        raise PecahanRusak("manifes.json")
    return isi


def _keys(teks: str) -> Sequence[str]:
    """Sorted keys, each written after a capital that says how many characters it shares with the one before; ^a is its own capital."""
    hasil, lalu = [], ""
    for sama, sisa in _KUNCI.findall(teks):
        lalu = lalu[: ord(sama) - ord("A")] + sisa
        hasil.append(re.sub(r"\^(.)", lambda kecil: kecil[1].upper(), lalu))
    return hasil
