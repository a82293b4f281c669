"""Leftovers: what this tool itself wrote as an example or as a note for the editor, left where content belongs."""

from collections.abc import Iterator

from handbook.model import skema
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem
from handbook.model.rekaman import Alamat, Sidik, Teks
from handbook.model.tinjauan import Hasil
from handbook.model.wilayah import Pejabat

from ..impor import CATATAN
from .letak import Letak, texts

# Examples that are nobody's content; those of titles and ids are real things, and may be told.
CONTOH = frozenset(
    (*(skema.NILAI[kind][1] for kind in (Teks, Hasil, Alamat, Sidik)), *(Pejabat.model_fields["nama"].examples or ())),
)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every value that is still the tool's own."""
    for path, loc, line, text in texts(letak):
        if text.strip() in CONTOH:
            expected, example = "isi yang sebenarnya; ini contoh dari «handbook schema»", "tulis yang tercantum di sumbernya"
            yield letak.at(path, line, "contoh-tertinggal", found=f"«{text}»", expected=expected, example=example)
        if loc == ("status_catatan",) and CATATAN.match(text):
            expected = "apa yang diketahui tentang keberlakuannya; catatan impor ini dihapus sesudah dipakai"
            example = "status_catatan: Surat yang mencabutnya tidak ditemukan."
            yield letak.at(path, line, "catatan-impor", found=f"«{text}»", expected=expected, example=example)
