"""Kartu: the answer card that search shows for an act, and what it says instead to a role that the act answers otherwise."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from handbook.model.bagian import Kartu, KartuPeran
from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.penentuan import SELEBIHNYA
from handbook.model.perbuatan import Perbuatan, Putusan

from .baris import baris_peran, cakupan, dasar_utama, jangkar, sanksi_utama, sebutan, siapa, terberat


def kartu(handbook: Handbook, entri: Entri[Perbuatan]) -> Kartu:
    """Make the answer card of an act from the rows of its main answer."""
    act = entri.halaman
    return Kartu(
        tanya=act.tanya,
        putusan=tuple(nilai.value for nilai in act.nilai_utama),
        ringkas=act.ringkas,
        **_rincian(handbook, act.baris_utama),
        peran=tuple(_peran(handbook, act)),
    )


def _peran(handbook: Handbook, act: Perbuatan) -> Iterator[KartuPeran]:
    """The answers to roles whose first row is not of the main answer, each with the roles that get it."""
    semua: dict[int | None, list[str]] = defaultdict(list)
    for peran in handbook.tabel.peran:
        if peran.bertanya:
            semua[baris_peran(act, peran.id)].append(peran.id)
    for nomor, milik in semua.items():
        if nomor is None:
            yield _selebihnya(handbook, act, milik)
        elif act.putusan[nomor] not in act.baris_utama:
            yield _baris(handbook, act, nomor, milik)


def _baris(handbook: Handbook, act: Perbuatan, nomor: int, peran: Sequence[str]) -> KartuPeran:
    """A row and those of the same verdict for the same roles; the verdicts of their other rows beside it."""
    utama = act.putusan[nomor]
    milik = [row for row in act.putusan if row.wilayah == utama.wilayah and set(peran) <= set(row.peran)]
    lain = {row.nilai for row in milik} - {utama.nilai}
    return KartuPeran(
        peran=tuple(peran),
        jangkar=jangkar(nomor),
        putusan=(utama.nilai.value, *(nilai.value for nilai in sorted(lain, key=lambda nilai: -nilai.keketatan))),
        ringkas=utama.alasan,
        **_rincian(handbook, [row for row in milik if row.nilai is utama.nilai]),
    )


def _selebihnya(handbook: Handbook, act: Perbuatan, peran: Sequence[str]) -> KartuPeran:
    rest = act.selebihnya
    return KartuPeran(
        peran=tuple(peran),
        jangkar=jangkar(SELEBIHNYA),
        putusan=(rest.nilai.value,),
        ringkas=rest.alasan,
        siapa=siapa(handbook, peran),
        dasar=sebutan(handbook, rest.dasar[0]),
        sanksi="",
    )


def _rincian(handbook: Handbook, rows: Sequence[Putusan]) -> dict[str, str]:
    """Whom rows bind, on what ground, and with what consequence."""
    return {
        "siapa": " · ".join(cakupan(handbook, rows)),
        "dasar": "; ".join(sebutan(handbook, dasar) for dasar in dasar_utama(rows)),
        "sanksi": "; ".join(handbook.sanksi[id].nama for id in terberat(handbook, sanksi_utama(rows))),
    }
