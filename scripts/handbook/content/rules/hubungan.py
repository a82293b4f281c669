"""Relations between regulations: repeal and status agree, nothing runs in a circle, the newer acts on the older.

What no rule can do is not told of it: a region's acts on its own alone, a letter on no regulation. Nor does a name mean two of them.
"""

from collections.abc import Iterator

from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Bentuk, Peraturan, StatusPeraturan
from handbook.model.problem import Problem

from .letak import Letak

GONE = (StatusPeraturan.DICABUT, StatusPeraturan.BERLAKU_SEBAGIAN)
# What offices write to each other, beside what is made as a regulation.
NASKAH_DINAS = (Bentuk.SKB, Bentuk.SE, Bentuk.SURAT, Bentuk.PAKTA, Bentuk.NOTA)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every relation that contradicts another or the dates."""
    # A page that could not be read may be the one that repeals: then its absence proves nothing.
    all_read = all(id in handbook.peraturan for kind, id in letak.known if kind == "Peraturan")
    for entri in handbook.peraturan.values():
        if all_read:
            yield from _status(handbook, letak, entri)
            yield from _worded(handbook, letak, entri)
        for key in ("mencabut", "mengubah", "menggantikan"):
            for number, id in enumerate(getattr(entri.halaman, key)):
                if older := handbook.peraturan.get(id):
                    yield from _edge(letak, entri, older, key, number)
    yield from _circles(handbook, letak)
    yield from _names(handbook, letak)


def _status(handbook: Handbook, letak: Letak, entri: Entri[Peraturan]) -> Iterator[Problem]:
    record = entri.halaman
    if record.status is StatusPeraturan.DICABUT and not handbook.pencabut(record.id):
        example = f"di halaman penggantinya: mencabut: [{record.id}]"
        expected = "ada peraturan di buku ini yang mencabut atau menggantikannya"
        yield letak.problem(
            entri.path, ("status",), "status", found="dicabut, tetapi tak ada pencabutnya", expected=expected, example=example
        )


def _worded(handbook: Handbook, letak: Letak, entri: Entri[Peraturan]) -> Iterator[Problem]:
    """A provision is cited by the name of the law that words it: that one must amend its law."""
    amending = {other.halaman.id for other in handbook.pengubah(entri.halaman.id)}
    for number, pasal in enumerate(entri.halaman.pasal):
        if pasal.bunyi in handbook.peraturan and pasal.bunyi not in amending:
            found, expected = f"bunyi: {pasal.bunyi}", f"peraturan yang mengubah {entri.halaman.id}"
            example = f"di halaman {pasal.bunyi}: mengubah: [{entri.halaman.id}]"
            yield letak.problem(entri.path, ("pasal", number, "bunyi"), "bunyi", found=found, expected=expected, example=example)


def _names(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Readers know a rule by its short name: of two with one name, the lesser would pass for the other. Regions may number alike."""
    seen: dict[tuple[str | None, str], str] = {}
    for entri in sorted(handbook.peraturan.values(), key=lambda entri: (entri.wilayah is not None, entri.path)):
        name = entri.halaman.sebutan.casefold()
        first = seen.get((None, name)) or seen.setdefault((entri.wilayah, name), entri.path)
        if first != entri.path:
            found, expected = f"«{entri.halaman.sebutan}» seperti {first}", "sebutan yang hanya berarti satu peraturan"
            example = f"{entri.halaman.sebutan} (nama penerbitnya)"
            yield letak.problem(entri.path, ("sebutan",), "sebutan-ganda", found=found, expected=expected, example=example)


def _beyond(letak: Letak, entri: Entri[Peraturan], older: Entri[Peraturan], loc: tuple[str, int]) -> Iterator[Problem]:
    newer, old = entri.halaman, older.halaman
    if entri.wilayah and older.wilayah != entri.wilayah:
        reason, expected = f"{newer.id} milik {entri.wilayah}, {old.id} bukan", "aturan daerah bertindak atas aturan daerah itu saja"
    elif newer.bentuk in NASKAH_DINAS and old.bentuk not in NASKAH_DINAS:
        reason, expected = f"{newer.bentuk} {loc[0]} {old.bentuk}", f"yang ditindak {newer.bentuk}: {', '.join(NASKAH_DINAS)}"
    else:
        return
    yield letak.problem(entri.path, loc, "hubungan", found=reason, expected=expected, example=f"hapus {old.id} dari {loc[0]}")


def _edge(letak: Letak, entri: Entri[Peraturan], older: Entri[Peraturan], key: str, number: int) -> Iterator[Problem]:
    newer, old = entri.halaman, older.halaman
    loc = (key, number)
    yield from _beyond(letak, entri, older, loc)
    if key == "mencabut" and old.status not in GONE:
        expected = f"status {old.id} = dicabut atau berlaku-sebagian"
        yield letak.problem(
            entri.path, loc, "hubungan", found=f"{old.id} berstatus {old.status}", expected=expected, example="status: dicabut"
        )
    if key == "mengubah" and old.status is StatusPeraturan.BERLAKU:
        found = f"{old.id} berstatus berlaku"
        yield letak.problem(entri.path, loc, "hubungan", found=found, expected=f"status {old.id} = diubah", example="status: diubah")
    late = old.tanggal > newer.tanggal if old.tanggal and newer.tanggal else (old.tahun or 0) > (newer.tahun or 9999)
    if late:
        found = f"{newer.sebutan} ({newer.tahun}) {key} {old.sebutan} ({old.tahun})"
        yield letak.problem(
            entri.path, loc, "urutan", found=found, expected="yang baru bertindak atas yang lama", example=f"{key}: [uu-5-2014]"
        )


def _circles(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    edges = {id: (*e.halaman.mencabut, *e.halaman.mengubah, *e.halaman.menggantikan) for id, e in handbook.peraturan.items()}
    for id, entri in handbook.peraturan.items():
        reached, todo = set[str](), list(edges[id])
        while todo:
            step = todo.pop()
            if step not in reached:
                reached.add(step)
                todo += edges.get(step, ())
        if id in reached:
            example = "hapus salah satu dari mencabut, mengubah, menggantikan"
            yield letak.problem(
                entri.path, ("id",), "lingkaran", found=f"{id} kembali ke dirinya", expected="hubungan tanpa lingkaran", example=example
            )
