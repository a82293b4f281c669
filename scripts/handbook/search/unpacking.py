"""Bacaan: what ``packing`` wrote, read back; a shard that is damaged, cut short or another one is told, never half read."""

import re
import zlib
from collections.abc import Iterator

from .packing import SIDIK

TERBONGKAR = 2**23  # bytes; no shard comes near, so what unpacks to more is a trap. As in packing.js
_BESAR = re.compile(rb"([\x80-\xff]+[\x00-\x7f])", re.DOTALL)  # a number of more than one byte


class PecahanRusak(ValueError):
    """A file of an exported index that is not what the manifest names."""


class Bacaan:
    """Reads bytes from their beginning to their end. Raises IndexError when they end early."""

    __slots__ = ("_letak", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._letak = 0

    def __bool__(self) -> bool:
        return self._letak < len(self.data)

    def number(self) -> int:
        """Give the next whole number: seven bits of a byte, low ones first; the eighth says that more follow."""
        nilai = geser = 0
        while (bait := self.data[self._letak]) > 127:
            nilai |= (bait & 127) << geser
            geser += 7
            self._letak += 1
        self._letak += 1
        return nilai | bait << geser

    def take(self, panjang: int) -> bytes:
        """Give the next bytes."""
        self._letak += panjang
        if self._letak > len(self.data):
            raise IndexError(panjang)
        return self.data[self._letak - panjang : self._letak]

    def text(self, lalu: str) -> str:
        """Give the next text of a sorted list: what it shares with the one before, and the rest."""
        sama = self.number()
        return lalu[:sama] + self.take(self.number()).decode()

    def rest(self) -> bytes:
        """Give all that is left."""
        return self.take(len(self.data) - self._letak)


def numbers(data: bytes) -> list[int]:
    """Give all whole numbers of a stream. Most are small, so they are taken in runs."""
    hasil: list[int] = []
    for urutan, potong in enumerate(_BESAR.split(data)):
        if urutan % 2:
            hasil.append(Bacaan(potong).number())
        else:
            hasil.extend(potong)
    return hasil


def streams(data: bytes, sidik: str, nomor: int) -> list[bytes]:
    """Unpack a shard and check that it is the one wanted; give its streams. Raises PecahanRusak."""
    try:
        bacaan = Bacaan(_plain(data))
        if (bacaan.take(SIDIK).hex(), bacaan.number()) == (sidik, nomor):
            return list(_streams(bacaan))
    except (zlib.error, IndexError) as error:
        raise PecahanRusak(str(error)) from error
    raise PecahanRusak("another shard")


def _plain(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(data, TERBONGKAR)
    if not unpacker.eof or unpacker.unused_data:
        raise PecahanRusak("cut short, or too much")
    return plain


def _streams(bacaan: Bacaan) -> Iterator[bytes]:
    while bacaan:
        yield bacaan.take(bacaan.number())
