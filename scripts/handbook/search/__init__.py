"""Search: sections of pages -> Whoosh index -> answers, and the same answers from static files.

What callers need, and nothing else of this package::

    indeks = build(bagian, sinonim)        # Iterable[Bagian], Mapping[id, spellings] -> Indeks
    jawaban = search(indeks, "boleh like", limit=10, wilayah=None, jenis=None, putusan=None)
    berkas = export(indeks)                # relative path -> bytes, for the browser's client
"""

from .answer import Hasil, Jawaban, Koreksi, search
from .export import export
from .index import Indeks, build

__all__ = ["Hasil", "Indeks", "Jawaban", "Koreksi", "build", "export", "search"]
