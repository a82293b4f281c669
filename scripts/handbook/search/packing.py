"""Sandi: numbers and texts as bytes, and shards as files that say which they are.

A number takes seven bits of a byte, low ones first, the eighth says that more follow. A text in a sorted list gives only what
differs from the one before. A shard is packed with zlib, whose checksum shows damage, since GitHub Pages does not pack
binary files; its first bytes repeat its name, which shows a file of another release.
"""

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256

FOLDER = "cari"
SKEMA = 4  # of the files; readers refuse others
Aliran = Sequence[bytes | bytearray]  # the streams of one shard
SIDIK = 5  # bytes of a SHA-256 that name a group of shards


def pack_number(nilai: int, ke: bytearray) -> None:
    """Append a whole number from 0."""
    while nilai > 127:
        ke.append(nilai & 127 | 128)
        nilai >>= 7
    ke.append(nilai)


def pack_numbers(nilai: Sequence[int], ke: bytearray) -> None:
    """Append whole numbers from 0, mostly small ones."""
    if not nilai or max(nilai) < 128:
        ke.extend(iter(nilai))  # an array itself would be taken for bytes
        return
    for satu in nilai:
        if satu < 128:
            ke.append(satu)
        else:
            pack_number(satu, ke)


def shared(teks: str, lain: str) -> int:
    """Count the characters with which both texts begin."""
    n = 0
    for a, b in zip(teks, lain, strict=False):
        if a != b:
            break
        n += 1
    return n


def pack_text(teks: str, lalu: str, ke: bytearray) -> None:
    """Append a text that follows ``lalu`` in a sorted list: the number of characters they share, and the rest."""
    sama = shared(teks, lalu)
    sisa = teks[sama:].encode()
    pack_numbers((sama, len(sisa)), ke)
    ke += sisa


def shard_files(jenis: str, isi: Sequence[Aliran], banyak: int) -> tuple[int, str, dict[str, bytes]]:
    """Name and pack shards, with at most ``banyak`` names: where there are more shards, so many in a row share one.

    A shard is some streams of bytes, each behind its length. Gives the number of shards to a name, the names (ten
    hexadecimal digits each) in one text, and the files.
    """
    sekelompok = -(-len(isi) // banyak) or 1
    sidik: list[bytes] = []
    berkas: dict[str, bytes] = {}
    for awal in range(0, len(isi), sekelompok):
        kelompok = [[_measured(satu) for satu in milik] for milik in isi[awal : awal + sekelompok]]
        sidik.append(nama := _digest(kelompok))
        for nomor, milik in enumerate(kelompok, awal):
            kepala = bytearray(nama)
            pack_number(nomor, kepala)
            berkas[f"{jenis}-{nama.hex()}-{nomor}.bin"] = _packed([bytes(kepala) + milik[0], *milik[1:]])
    return sekelompok, "".join(satu.hex() for satu in sidik), berkas


def _measured(aliran: bytes | bytearray) -> bytes:
    hasil = bytearray()
    pack_number(len(aliran), hasil)
    return bytes(hasil + aliran)


def _digest(shards: Iterable[Sequence[bytes]]) -> bytes:
    return sha256(b"".join(satu for aliran in shards for satu in aliran)).digest()[:SIDIK]


def _packed(aliran: Sequence[bytes]) -> bytes:
    """Pack streams one after the other, each with codes of its own, since like bytes stand together."""
    zat = zlib.compressobj(9)
    isi = [zat.compress(satu) + zat.flush(zlib.Z_BLOCK) for satu in aliran[:-1]]
    return b"".join([*isi, zat.compress(aliran[-1]), zat.flush()])
