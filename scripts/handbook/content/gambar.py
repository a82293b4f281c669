"""Images: small, and what their name says they are.

What each format says of itself at its head is held against its size, and its end against its last bytes; nothing is unpacked.
What a camera writes beside the picture is refused: it may tell where somebody lives who took a photo as a proof.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from handbook.model.problem import Problem, fault

MAX_BYTES = 300_000  # a phone on a slow network waits two seconds for it
PNG = b"\x89PNG\r\n\x1a\n"
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
JPG, JPG_END = b"\xff\xd8\xff", b"\xff\xd9"
# How formats mark what cameras and editing programs add.
KAMERA = (b"Exif\0\0", b"eXIf", b"EXIF", b"http://ns.adobe.com/xap/")
# How the first part of each kind begins: a key frame, its signature, or flags and three bytes that are kept empty.
WEBP_KINDS = {b"VP8 ": re.compile(rb"...\x9d\x01\x2a", re.DOTALL), b"VP8L": re.compile(rb"/"), b"VP8X": re.compile(rb".\0\0\0", re.DOTALL)}


def problems(path: Path, shown: str) -> Iterator[Problem]:
    """Give what keeps an image from being published: its size, or content that is not what the name says."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        example = "perkecil menjadi lebar 1200 piksel"
        yield fault(shown, 1, "gambar-besar", found=f"{size} byte", expected=f"paling banyak {MAX_BYTES} byte", example=example)
        return
    data = path.read_bytes()
    if not SAH[path.suffix](data):
        example = f"simpan ulang gambarnya sebagai {path.suffix}"
        yield fault(shown, 1, "gambar", found="isi yang lain", expected=f"gambar {path.suffix} yang sah", example=example)
    if any(mark in data for mark in KAMERA):
        found, expected = "catatan kamera atau program (EXIF, XMP)", "gambarnya saja: catatan itu dapat memuat tempat, waktu, dan alat"
        yield fault(shown, 1, "gambar-catatan", found=found, expected=expected, example="potret layar gambar itu, lalu simpan hasilnya")


def _png(data: bytes) -> bool:
    """Say whether the first part is a sound header that gives a width and a height, and the last one ends the picture."""
    header, (width, height, sum) = data[12:29], struct.unpack(">4x2I5xI", data[12:33].ljust(21, b"\0"))
    sound = data[:12] == PNG + b"\0\0\0\r" and header[:4] == b"IHDR" and zlib.crc32(header) == sum
    return sound and min(width, height) > 0 and PNG_END in data


def _jpg(data: bytes) -> bool:
    """Say whether segments follow one another to the first that gives a width and a height, and the picture is ended."""
    at = 2
    while data[at : at + 1] == b"\xff" and len(data) >= at + 9:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return data.startswith(JPG) and any(data[at + 5 : at + 7]) and any(data[at + 7 : at + 9]) and JPG_END in data[at:]
        at += 2 + length
    return False


def _webp(data: bytes) -> bool:
    """Say whether the lengths of the whole and of its first part are what is there, and that part begins as its name says."""
    whole, part = (int.from_bytes(data[at : at + 4], "little") for at in (4, 16))
    begin = WEBP_KINDS.get(data[12:16])
    named = data[:4] == b"RIFF" and data[8:12] == b"WEBP" and begin is not None and begin.match(data, 20) is not None
    return named and whole + 8 <= len(data) and 10 <= part <= whole - 12


SAH: Mapping[str, Callable[[bytes], bool]] = {".png": _png, ".jpg": _jpg, ".webp": _webp}
