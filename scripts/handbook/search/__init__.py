"""Search: sections of pages -> Whoosh index -> answers, and the same answers from static files.

What callers need, and nothing else of this package::

    from handbook.search.answer import search
    from handbook.search.export import export
    from handbook.search.index import build
    from handbook.search.saved import Simpanan

    indeks = build(bagian, sinonim)        # Iterable[Bagian], Mapping[id, spellings] -> Indeks
    jawaban = search(indeks, "boleh like", limit=10, wilayah=None, jenis=None, putusan=None)
    berkas = export(indeks)                # relative path -> bytes, for the browser's client
    simpanan = Simpanan(Path("site"))      # the same files, to search in without building anything

Nothing is imported here: who searches in exported files need not wait for what builds an index.
"""
