"""Images: small, and what their name says they are."""

from collections.abc import Iterator
from pathlib import Path

from handbook.model.problem import Problem, fault

MAX_BYTES = 300_000  # a phone on a slow network waits two seconds for it
# How a file of each kind begins: (offset, bytes).
MAGIC: dict[str, tuple[int, bytes]] = {".png": (0, b"\x89PNG\r\n\x1a\n"), ".jpg": (0, b"\xff\xd8\xff"), ".webp": (8, b"WEBP")}


def problems(path: Path, shown: str) -> Iterator[Problem]:
    """Give what keeps an image from being published: its size, or content that is not what the name says."""
    size, (offset, magic) = path.stat().st_size, MAGIC[path.suffix]
    if size > MAX_BYTES:
        example = "perkecil menjadi lebar 1200 piksel"
        yield fault(shown, 1, "gambar-besar", found=f"{size} byte", expected=f"paling banyak {MAX_BYTES} byte", example=example)
    with path.open("rb") as file:
        head = file.read(offset + len(magic))
    if head[offset:] != magic:
        example = f"simpan ulang gambarnya sebagai {path.suffix}"
        yield fault(shown, 1, "gambar", found="isi yang lain", expected=f"gambar {path.suffix} yang sah", example=example)
