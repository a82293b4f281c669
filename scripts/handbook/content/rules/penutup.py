"""Endings: who says how a thing stands also says what that rests on."""

import re
from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.kasus import StatusKasus
from handbook.model.peraturan import Naskah, StatusPeraturan
from handbook.model.problem import Problem

from .letak import Letak

# A whole answer that gives no ending; "putusan pidananya tidak ditemukan" after an ending is one.
TANPA_AKHIR = re.compile(
    r"\W*(?:(?:hasil|akhir|putusan|kelanjutan|sanksi)(?:nya)?\W+)?"
    r"(?:(?:tidak|belum|tak)\s+(?:diketahui|ada|jelas|ditemukan|disebut(?:kan)?|diputus(?:kan)?)|masih\s+di\w+|nihil)?\W*",
    re.IGNORECASE,
)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give the texts in force that nobody found, and the cases proven without an ending."""
    for rule in handbook.peraturan.values():
        page = rule.halaman
        if page.status is StatusPeraturan.BERLAKU and page.naskah is Naskah.TIDAK_DITEMUKAN and not page.status_catatan:
            found, expected = "berlaku, padahal naskahnya tidak ditemukan", "status_catatan: dari mana diketahui masih berlaku"
            example = "status: perlu-verifikasi, atau status_catatan: Masih dirujuk dalam surat edaran tahun ini."
            yield letak.problem(rule.path, ("status",), "status-tanpa-alasan", found=found, expected=expected, example=example)
    for case in handbook.kasus.values():
        if case.halaman.status is StatusKasus.TERBUKTI and TANPA_AKHIR.fullmatch(case.halaman.hasil):
            found, expected = f"terbukti, dengan hasil «{case.halaman.hasil}»", "keputusan lembaga yang menyatakannya terbukti"
            example = "hasil: Dijatuhi teguran tertulis, atau status: dugaan"
            yield letak.problem(case.path, ("hasil",), "terbukti-tanpa-hasil", found=found, expected=expected, example=example)
