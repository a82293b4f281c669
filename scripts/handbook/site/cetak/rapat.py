"""Rapat: spaces as a reader sees them: one where HTML has any run of them, none where a block begins."""

import re
from typing import Any

Simpul = str | dict[str, Any]
# Kinds that stand in a line of text: spaces around them count.
SEBARIS = frozenset({"kuat", "miring", "kecil", "kode", "putusan", "status", "tautan", "rujuk", "gaya"})


def rapat(isi: list[Simpul]) -> list[Simpul]:
    """Give the nodes with their spaces set right."""
    return _Perapat().blok(isi)


class _Perapat:
    def __init__(self) -> None:
        self.terpisah = True  # nothing, or a space, stands before

    def blok(self, isi: list[Simpul]) -> list[Simpul]:
        self.terpisah = True
        made = self._semua(isi)
        self.terpisah = True
        return made

    def _semua(self, isi: list[Simpul]) -> list[Simpul]:
        return [simpul for anak in isi if (simpul := self._satu(anak)) != ""]

    def _satu(self, anak: Simpul) -> Simpul:
        if isinstance(anak, str):
            return self._teks(anak)
        kind, isi = anak["t"], anak.get("c", [])
        if kind in SEBARIS:
            return anak | {"c": self._semua(isi)} if isi else self._selesai(anak)
        if kind == "daftar":
            return anak | {"c": [self.blok(butir) for butir in isi]}
        if kind == "rinci":
            return anak | {"c": [[self.blok(dt), self.blok(dd)] for dt, dd in isi]}
        if kind == "tabel":
            rows = {key: [[self.blok(cell) for cell in row] for row in anak[key]] for key in ("kepala", "c")}
            return anak | rows | {"nama": self.blok(anak["nama"])}
        return anak | {"c": self.blok(isi)} if "c" in anak else anak

    def _teks(self, text: str) -> str:
        text = re.sub(r"\s+", " ", text)
        text = text.lstrip(" ") if self.terpisah else text
        self.terpisah = text.endswith(" ") if text else self.terpisah
        return text

    def _selesai(self, anak: Simpul) -> Simpul:
        self.terpisah = False
        return anak
