"""Rows of verdicts in words: who, when, on what ground, with what consequence."""

from collections.abc import Iterable, Sequence
from datetime import date

from handbook.model.dasar import Dasar
from handbook.model.handbook import Handbook
from handbook.model.penentuan import SELEBIHNYA, combinations, resolve
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya
from handbook.model.rekaman import Keyakinan

# Parts of a rule that are named before it: "Pasal 5 PP 94/2021". Others follow it: "SE Menteri PANRB 1/2023 (norma)".
BERNOMOR = ("Pasal", "Butir", "Angka", "Pokok", "Lampiran", "Penjelasan", "Amar")


def siapa(handbook: Handbook, peran: Iterable[str]) -> str:
    """Name the roles. All roles of ASN are "semua ASN"; a status with all special roles is "…, dalam peran apa pun"."""
    given = set(peran)
    asn = {p.id for p in handbook.tabel.peran if p.asn}
    special = {p.id for p in handbook.tabel.peran if p.khusus}
    rest = [p.pendek for p in handbook.tabel.peran if p.id in given and (p.id not in asn if asn <= given else True)]
    if asn <= given:
        return ", ".join(["semua ASN (PNS dan PPPK)", *rest])
    if special and special < given:
        return ", ".join(p.pendek for p in handbook.tabel.peran if p.id in given - special) + ", dalam peran apa pun"
    return ", ".join(rest)


def kapan(handbook: Handbook, tahap: Iterable[str]) -> str:
    """Name the phases; three or more in a row become a span, all of them "kapan pun"."""
    order = [t.id for t in handbook.tabel.tahap]
    given = sorted(set(tahap), key=order.index)
    if len(given) == len(order):
        return "kapan pun, juga di luar tahapan"
    names = [handbook.tahap[id].nama for id in given]
    first, last = order.index(given[0]), order.index(given[-1])
    if len(given) >= 3 and last - first == len(given) - 1:
        return f"{names[0]} sampai {lower_first(names[-1])}"
    return "; ".join([names[0], *map(lower_first, names[1:])])


def cakupan(handbook: Handbook, rows: Sequence[Putusan]) -> tuple[str, ...]:
    """Say whom and when rows of one verdict cover: one line for all roles that are covered in the same phases."""
    tahap = {peran.id: frozenset(t for row in rows if peran.id in row.peran for t in row.tahap) for peran in handbook.tabel.peran}
    groups: dict[frozenset[str], list[str]] = {}
    for peran, covered in tahap.items():
        if covered:
            groups.setdefault(covered, []).append(peran)
    return tuple(f"{siapa(handbook, peran)}; {lower_first(kapan(handbook, covered))}" for covered, peran in groups.items())


def dasar_utama(rows: Sequence[Putusan]) -> tuple[Dasar, ...]:
    """Give the first citation of each row, each once."""
    return tuple(dict.fromkeys(row.dasar[0] for row in rows))


def sanksi_utama(rows: Sequence[Putusan]) -> tuple[str, ...]:
    """Give the ids of the sanctions that some row threatens, each once."""
    return tuple(dict.fromkeys(id for row in rows for id in row.sanksi))


def terberat(handbook: Handbook, ids: Iterable[str]) -> tuple[str, ...]:
    """Sort sanctions by their rung on the ladder, the heaviest first; those beside the ladder keep their order at the end."""
    return tuple(sorted(ids, key=lambda id: -(handbook.sanksi[id].anak_tangga or 0)))


def baris_peran(perbuatan: Perbuatan, peran: str) -> int | None:
    """Give the position of the first row that speaks of a role."""
    return next((number for number, row in enumerate(perbuatan.putusan) if peran in row.peran), None)


def terlemah(rows: Iterable[Putusan | Selebihnya]) -> Keyakinan:
    """Give the confidence of an answer: that of its least certain row."""
    return max((row.keyakinan for row in rows), key=list(Keyakinan).index)


def belum_ada(handbook: Handbook, row: Putusan | Selebihnya, hari: date) -> tuple[Dasar, ...]:
    """Give the grounds of a row that did not exist yet on a day; one without a known date counts as existing."""
    return tuple(dasar for dasar in row.dasar if lebih_muda(handbook.terbit(dasar), hari))


def terjawab(handbook: Handbook, rows: Iterable[Putusan | Selebihnya], hari: date) -> bool:
    """Say whether rows can speak of a day at all: the leading ground of each existed then."""
    return not any(lebih_muda(handbook.terbit(row.dasar[0]), hari) for row in rows)


def lebih_muda(terbit: str, hari: date) -> bool:
    """Say whether a text of that day, month or year ("2022-09-22", "2022", "") is surely younger than a day.

    >>> lebih_muda("2022", date(2022, 1, 1)), lebih_muda("2022-09-22", date(2022, 9, 21))
    (False, True)
    """
    return terbit > hari.isoformat()[: len(terbit)]


def jangkar(posisi: int) -> str:
    """Give the anchor of a row on its act's page, by its position as a verdict names it: "jawaban-1", "jawaban-selebihnya"."""
    return "jawaban-selebihnya" if posisi == SELEBIHNYA else f"jawaban-{posisi + 1}"


def berjangkar(perbuatan: Perbuatan) -> dict[str, Putusan | Selebihnya]:
    """Give an act's rows by the anchors under which they stand."""
    return {**{jangkar(number): row for number, row in enumerate(perbuatan.putusan)}, jangkar(SELEBIHNYA): perbuatan.selebihnya}


def jangkar_soal(peran: str, tahap: str, wilayah: str | None) -> str:
    """Give the anchor of the answer for a role and a phase, and of what a region adds to it: "untuk-pns-kampanye-kota-tegal"."""
    return "-".join(filter(None, ("untuk", peran, tahap, wilayah)))


def jangkar_per_baris(handbook: Handbook, perbuatan: Perbuatan, as_of: date) -> dict[int, tuple[str, ...]]:
    """Give, for the position of each row, the anchors of all that it answers on a day; every role and phase has exactly one."""
    found: dict[int, list[str]] = {}
    for peran, tahap, wilayah in combinations(handbook, perbuatan):
        posisi = resolve(perbuatan, peran, tahap, as_of, wilayah).baris
        if wilayah is None or len(posisi) > 1:
            found.setdefault(posisi[-1], []).append(jangkar_soal(peran, tahap, wilayah))
    return {number: tuple(anchors) for number, anchors in found.items()}


def sebutan(handbook: Handbook, dasar: Dasar) -> str:
    """Write a citation as a lawyer would: "Pasal 5 huruf n angka 5 PP 94/2021"."""
    found = handbook.pasal(dasar)
    assert found is not None, dasar  # the loader refuses citations that do not resolve
    entri, pasal = found
    rule, part = entri.halaman.sebutan, pasal.sebutan
    return f"{part} {rule}" if part.split()[0] in BERNOMOR else f"{rule} ({lower_first(part)})"


def lower_first(text: str) -> str:
    """Let a name stand inside a sentence: "Masa kampanye" becomes "masa kampanye"."""
    return text[:1].lower() + text[1:]
