"""Meja: what a new record is made at: the book as it stands, the kind of record, and where it will go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handbook.content import jawaban, rangka
from handbook.content.rules import Letak
from handbook.content.tempat import path_of
from handbook.model.dasar import Sitasi
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem
from handbook.model.skema import Medan
from handbook.site.label import LABEL

from .dekat import terdekat


@dataclass(frozen=True)
class Meja:
    """The book (what of it is sound), its folder, the kind to make, and the region whose folder takes it."""

    docs: Path
    handbook: Handbook
    letak: Letak
    kind: type[BaseModel]
    wilayah: str | None = None

    @property
    def taken(self) -> frozenset[str]:
        """The ids of this kind that are in use, also by pages still to be mended."""
        return frozenset(id for kind, id in self.letak.known if kind == self.kind.__name__)

    def path(self, id: str) -> Path:
        """Say which file takes the record."""
        if issubclass(self.kind, Halaman):
            return self.docs / path_of(self.kind, id, self.wilayah)
        return self.docs / (f"wilayah/{self.wilayah}" if self.wilayah else "") / "_data/sumber.yml"

    def problems(self, kind: type[BaseModel], nama: str, value: Any) -> list[Problem]:
        """Check an answer."""
        return jawaban.problems(self.handbook, self.letak, kind, nama, value)

    def daftar(self, m: Medan) -> Mapping[str, str]:
        """List what a key can hold, where there is a list: id and name, or value and what readers see for it."""
        if m.pilihan:
            return dict.fromkeys(m.pilihan, "") | {value.value: told for value, told in LABEL.get(m.inti, {}).items()}
        if m.rujuk:
            return {id: _name(item) for id, item in getattr(self.handbook, m.rujuk.lower()).items()}
        if m.inti != Sitasi:
            return {}
        return {f"{id}#{p.anchor}": p.perihal or "" for id, entri in self.handbook.peraturan.items() for p in entri.halaman.pasal}


def tanpa_wilayah(wilayah: str, known: Iterable[str]) -> str:
    """Say that a region has no page yet: it is made first, unless its id is mistyped."""
    made = f"Wilayah «{wilayah}» belum punya halaman. Buat dulu: handbook new wilayah {rangka.usul_id(wilayah)}"
    return f"{made}\nSalah ketik? Id yang terdekat: {terdekat(wilayah, known)}"


def _name(item: Any) -> str:
    record = item.halaman if isinstance(item, Entri) else item
    return next(str(getattr(record, key)) for key in ("sebutan", "nama", "judul") if hasattr(record, key))
