"""Nilai putusan: the verdicts, apart from the pages that give them, for whoever only shows them."""

from enum import StrEnum


class NilaiPutusan(StrEnum):
    """The verdict. The order says which of two is stricter; silence of the rules ranks below any answer."""

    BELUM_DIATUR = "belum-diatur"
    BOLEH = "boleh"
    BOLEH_BERSYARAT = "boleh-bersyarat"
    DIPERSELISIHKAN = "diperselisihkan"
    DILARANG = "dilarang"

    @property
    def keketatan(self) -> int:
        """Rank of strictness, 0 for ``belum-diatur``."""
        return list(NilaiPutusan).index(self)
