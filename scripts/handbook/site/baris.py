"""Rows of verdicts in words: who, when, on what ground, with what consequence."""

from collections.abc import Iterable

from handbook.model.bagian import Kartu
from handbook.model.dasar import Dasar
from handbook.model.handbook import Entri, Handbook
from handbook.model.perbuatan import Perbuatan, Putusan


def siapa(handbook: Handbook, peran: Iterable[str]) -> str:
    """Name the roles; all roles that are ASN together are "semua ASN"."""
    given = list(dict.fromkeys(peran))
    asn = [p.id for p in handbook.tabel.peran if p.asn]
    if set(asn) <= set(given):
        rest = [handbook.peran[id].pendek for id in given if id not in asn]
        return ", ".join(["semua ASN (PNS dan PPPK)", *rest])
    return ", ".join(handbook.peran[id].pendek for id in given)


def kapan(handbook: Handbook, tahap: Iterable[str]) -> str:
    """Name the phases; three or more in a row become a span, all of them "kapan pun"."""
    order = [t.id for t in handbook.tabel.tahap]
    given = sorted(set(tahap), key=order.index)
    if len(given) == len(order):
        return "kapan pun, juga di luar tahapan"
    names = [handbook.tahap[id].nama for id in given]
    first, last = order.index(given[0]), order.index(given[-1])
    if len(given) >= 3 and last - first == len(given) - 1:
        return f"{names[0]} sampai {names[-1][0].lower()}{names[-1][1:]}"
    return "; ".join(names)


def sebutan(handbook: Handbook, dasar: Dasar) -> str:
    """Write a citation as a lawyer would: "Pasal 5 huruf n angka 5 PP 94/2021"."""
    found = handbook.pasal(dasar)
    assert found is not None, dasar  # the loader refuses citations that do not resolve
    entri, pasal = found
    return f"{pasal.sebutan} {entri.halaman.sebutan}"


def terketat(perbuatan: Perbuatan) -> Putusan:
    """Give the strictest national row, the first of equals: what a reader must know first."""
    rows = [row for row in perbuatan.putusan if row.wilayah is None] or list(perbuatan.putusan)
    return max(rows, key=lambda row: row.nilai.keketatan)


def kartu(handbook: Handbook, entri: Entri[Perbuatan]) -> Kartu:
    """Make the answer card of an act from its strictest row."""
    row = terketat(entri.halaman)
    return Kartu(
        tanya=entri.halaman.tanya,
        putusan=tuple(nilai.value for nilai in entri.halaman.nilai_utama),
        ringkas=entri.halaman.ringkas,
        siapa=siapa(handbook, row.peran),
        dasar="; ".join(sebutan(handbook, dasar) for dasar in row.dasar[:2]),
        sanksi="; ".join(handbook.sanksi[id].nama for id in row.sanksi),
    )
