"""Skema: what an editor may write, read off the types themselves (keys, meaning, one right example)."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from .dasar import Sitasi
from .perbuatan import Tanya
from .rekaman import Alamat, AlamatLama, Hari, Jalur, JejakId, Judul, Rekaman, Ringkas, Rujuk, Sidik, Slug, TanggalLonggar, Teks
from .tinjauan import Hasil

# What each kind of value is called and one right example; a field with a sharper example declares ``examples=[…]``.
NILAI: dict[Any, tuple[str, str]] = {
    date: ("tanggal TTTT-BB-HH", "2024-11-27"),
    Hari: ("tanggal TTTT-BB-HH dari 1945 sampai 2100", "2024-11-27"),
    int: ("bilangan bulat", "2024"),
    bool: ("true atau false", "true"),
    str: ("teks", "Satu kalimat biasa."),
    Decimal: ("bilangan", "403"),
    JejakId: ("id dalam daftar bahan", "ks-000-01"),
    Alamat: ("alamat https lengkap", "https://jdih.contoh.go.id/pp-1-2024"),
    AlamatLama: ("alamat di situs ini, tanpa domain", "perbuatan/menyukai-unggahan/"),
    Sidik: ("64 angka heksadesimal", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Jalur: ("berkas di bawah docs/", "wilayah/kota-tegal/index.md"),
    Slug: ("id: huruf kecil, angka, tanda hubung", "kota-tegal"),
    Judul: ("teks biasa 3–140 huruf dalam satu baris tanpa tanda < > & * _ ` [ ] { } | # \\", "Menyukai unggahan calon"),
    Teks: ("teks biasa 2–1500 huruf dalam satu baris", "Satu kalimat biasa."),
    Ringkas: ("teks biasa 2–400 huruf dalam satu baris", "Satu kalimat biasa."),
    Tanya: ("teks biasa 2–200 huruf dalam satu baris", "Bolehkah saya menyukai unggahan calon?"),
    Hasil: ("teks biasa 20–400 huruf dalam satu baris", "Pasal 5 dibaca ulang dalam naskah JDIH; bunyinya tetap."),
    TanggalLonggar: ("tanggal TTTT, TTTT-BB, atau TTTT-BB-HH", "2024-09-22"),
    Sitasi: ("rujukan id-peraturan#jangkar-pasal", "pp-94-2021#pasal-5-huruf-n-angka-5"),
}
# One id of each kind, as an example of a reference.
CONTOH_ID = {
    "Sumber": "teks-pp-94-2021",
    "Peraturan": "pp-94-2021",
    "Perbuatan": "menyukai-unggahan",
    "Wilayah": "kota-tegal",
    "Peran": "pns",
    "Tahap": "kampanye",
    "Sanksi": "berat",
    "Kelompok": "media-sosial",
}
# The keys that say which thing a record is about.
JATI_DIRI = ("id", "nama", "judul", "sebutan")


@dataclass(frozen=True)
class Medan:
    """One key of a record: its name, whether it must be there, the type of its values, and what it means."""

    nama: str
    wajib: bool
    inti: Any
    banyak: bool
    arti: str
    contoh_khusus: str | None
    batas: tuple[int, int] | None = None

    @property
    def rekaman(self) -> type[BaseModel] | None:
        """The record its values are, if they are records."""
        return self.inti if isinstance(self.inti, type) and issubclass(self.inti, BaseModel) else None

    @property
    def pilihan(self) -> tuple[str, ...]:
        """The values allowed, where the type lists them."""
        return tuple(item.value for item in self.inti) if isinstance(self.inti, type) and issubclass(self.inti, StrEnum) else ()

    @property
    def rujuk(self) -> str | None:
        """The kind of record its values are ids of, if they are references."""
        return next((meta.kind for meta in get_args(self.inti) if isinstance(meta, Rujuk)), None)

    @property
    def nilai(self) -> tuple[str, str]:
        """What one plain value is called, and an example."""
        if self.batas:
            least, most = self.batas
            span = f"{least}–{most}" if least >= 0 else f"{least} sampai {most}"
            return f"bilangan bulat {span}", NILAI[int][1] if least <= int(NILAI[int][1]) <= most else str(least)
        return (f"id {self.rujuk} yang ada di buku ini", CONTOH_ID[self.rujuk]) if self.rujuk else NILAI[self.inti]

    @property
    def bentuk(self) -> str:
        """What it may hold, in Indonesian."""
        if self.rekaman:
            one = "kumpulan kunci " + ", ".join(m.nama for m in medan(self.rekaman))
        else:
            one = f"salah satu dari: {', '.join(self.pilihan)}" if self.pilihan else self.nilai[0]
        return f"daftar ({one})" if self.banyak else one

    @property
    def contoh(self) -> str:
        """One right example of its value, as it would be typed."""
        if self.contoh_khusus:
            return self.contoh_khusus
        if self.rekaman:
            one = "{" + ", ".join(f"{m.nama}: {m.contoh}" for m in medan(self.rekaman) if m.wajib) + "}"
        else:
            one = self.pilihan[0] if self.pilihan else self.nilai[1]
        return f"[{one}]" if self.banyak else one


@cache
def medan(kind: type[BaseModel]) -> tuple[Medan, ...]:
    """List the keys of a record in the order they are declared."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        Medan(
            name,
            info.is_required(),
            *_inti(hints[name]),
            info.description or "",
            str(info.examples[0]) if info.examples else None,
            _batas(info),
        )
        for name, info in kind.model_fields.items()
    )


def berurut(kind: type[BaseModel]) -> tuple[Medan, ...]:
    """List the keys of a record as a person fills them in: what it is called first, then in the order they are declared."""
    return tuple(sorted(medan(kind), key=lambda m: JATI_DIRI.index(m.nama) if m.nama in JATI_DIRI else len(JATI_DIRI)))


def _batas(info: FieldInfo) -> tuple[int, int] | None:
    """Give the least and the greatest number allowed, where both are declared."""
    limits = {name: getattr(meta, name) for meta in info.metadata for name in ("ge", "le") if hasattr(meta, name)}
    return (limits["ge"], limits["le"]) if len(limits) == 2 else None


def _inti(note: Any) -> tuple[Any, bool]:
    """Look through ``X | None`` and ``tuple[X, ...]`` to X; say whether there was a tuple."""
    if get_origin(note) in (Union, types.UnionType):
        note = next(arg for arg in get_args(note) if arg is not type(None))
    return (get_args(note)[0], True) if get_origin(note) is tuple else (note, False)


def find_medan(kind: type[BaseModel], loc: tuple[str | int, ...]) -> Medan | None:
    """Follow ``loc`` (keys and list positions) into a record; None where it names no key."""
    owner: type[BaseModel] | None = kind
    found: Medan | None = None
    for key in loc:
        if isinstance(key, int):
            continue
        found = next((m for m in medan(owner) if m.nama == key), None) if owner else None
        if found is None:
            return None
        owner = found.rekaman
    return found


@cache
def satu(kind: type[BaseModel], nama: str) -> type[BaseModel]:
    """Make the record that has one key of ``kind`` only, so that whatever checks a record checks a single answer too."""
    one: Any = (get_type_hints(kind, include_extras=True)[nama], kind.model_fields[nama])
    return create_model(kind.__name__, __base__=Rekaman, **{nama: one})


def describe(kind: type[BaseModel]) -> str:
    """Print what an editor may write for one record, nested records indented."""
    return "\n".join([f"# {kind.__name__}", *_rows(kind, "")])


def _rows(kind: type[BaseModel], indent: str) -> Iterator[str]:
    for m in medan(kind):
        yield f"{indent}{m.nama} ({'wajib' if m.wajib else 'boleh kosong'}): {m.bentuk}"
        if m.arti:
            yield f"{indent}    {m.arti}"
        yield f"{indent}    contoh: {m.contoh}"
        if m.rekaman:
            yield from _rows(m.rekaman, indent + "    ")


def rujukan(record: BaseModel, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Give every reference in a record: where it stands, the kind it points at ("Sitasi" for citations), and the id."""
    for m in medan(type(record)):
        value = getattr(record, m.nama)
        values = [((*loc, m.nama, n), v) for n, v in enumerate(value)] if m.banyak else [((*loc, m.nama), value)]
        for place, one in values:
            if isinstance(one, BaseModel):
                yield from rujukan(one, place)
            elif one is not None and (target := "Sitasi" if m.inti == Sitasi else m.rujuk):
                yield place, target, one
