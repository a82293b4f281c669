"""The command: measure everything and print it as Markdown tables."""

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..answer import ranked
from ..export import export
from ..index import build
from ..saved import Simpanan
from ..stem import stem
from .baselines import baselines, snowball
from .collection import Koleksi, spread
from .measures import DALAM, Mesin, Mutu, measure
from .stems import conflation, inflected, roots
from .variants import variants

KEPALA = """# Mutu pencarian

Written by `python -m handbook.search.evaluate CORPUS --write tests/search/MUTU.md`; don't edit. Systems index the same documents;
of `hukum`, the articles of the regulations that some query needs. {asked} "This search" is
the index as it is published, read back from its files; tests hold it to Whoosh's ranking.
"""
NAMA = ("umum", "hukum")
SEMUA = 10**9  # bytes: all shards come in the manifest, so that the folder need not stay


def report(corpus: Path, most: int) -> Iterator[str]:
    """Give the lines of the report."""
    asked = f"Of each set {most} queries are asked, evenly taken." if most else "Every query of a set is asked."
    yield from KEPALA.format(asked=asked).splitlines()
    yield from _table("Systems", ("set", "documents", "asked", "system", "nDCG@10", "MRR@10", f"recall@{DALAM}", "first is right"))
    ragam = variants(corpus / "lexicon" / "indocollex_informal.tsv")
    lain: list[str] = []
    for nama in NAMA:
        koleksi = Koleksi(corpus / nama)
        indeks = _published(koleksi)
        kami: Mesin = lambda kueri, indeks=indeks: ranked(indeks, kueri, DALAM)  # type: ignore[misc]  # noqa: E731
        sistem = [("this search", kami), *baselines(koleksi.sections())]
        for himpunan, semua in koleksi.kueri.items():
            kueri = spread(semua, most)
            mutu = [(satu, measure(mesin, kueri, koleksi.nilai)) for satu, mesin in sistem]
            yield from (_row(himpunan, indeks.jumlah, len(kueri), satu, *_numbers(m)) for satu, m in mutu)
            for satu, ubah in ragam.items():
                kini = measure(kami, [(id, ubah(teks)) for id, teks in kueri], koleksi.nilai).ndcg
                lain.append(_row(himpunan, satu, f"{kini:.3f}", f"{kini / mutu[0][1].ndcg - 1:+.1%}"))
    yield from (
        *_table("The same queries, typed otherwise (this search)", ("set", "change", "nDCG@10", "against the right spelling")),
        *lain,
    )
    yield from _stems(corpus / "stem" / "gold_dev.tsv")


def _published(koleksi: Koleksi) -> Simpanan:
    """Index a collection, export it, and open what was exported."""
    folder = Path(tempfile.mkdtemp())
    try:
        for nama, data in export(build(koleksi.sections()), sekali=SEMUA).items():
            (folder / nama).parent.mkdir(exist_ok=True)
            (folder / nama).write_bytes(data)
        return Simpanan(folder)
    finally:
        shutil.rmtree(folder)


def _stems(path: Path) -> Iterator[str]:
    yield from _table(
        "Stems: pairs of words that share one, against pairs that share a root", ("words", "stemmer", "precision", "recall", "F1")
    )
    semua = roots(path)
    for nama, akar in ((f"all {len(semua)}", semua), (f"{len(inflected(semua))} unlike their root", inflected(semua))):
        for alat, satu in (("this search", stem), ("Snowball", snowball())):
            if satu:
                yield _row(nama, alat, *(f"{angka:.3f}" for angka in conflation(akar, satu)))


def _table(judul: str, kolom: Sequence[str]) -> Iterator[str]:
    yield from ("", f"## {judul}", "", _row(*kolom), _row(*("---" for _ in kolom)))


def _row(*isi: object) -> str:
    return f"| {' | '.join(map(str, isi))} |"


def _numbers(mutu: Mutu) -> list[str]:
    return [f"{angka:.3f}" for angka in (mutu.ndcg, mutu.mrr, mutu.recall, mutu.pertama)]


def main() -> None:
    """Print the tables; write them to a file too if one is named."""
    parser = argparse.ArgumentParser(description="Measure the search on judged queries.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=0, metavar="N", help="ask at most N queries of each set (0: all)")
    parser.add_argument("--write", type=Path, metavar="FILE")
    pilihan = parser.parse_args()
    baris = []
    for satu in report(pilihan.corpus, pilihan.most):
        print(satu, flush=True)
        baris.append(satu)
    if pilihan.write:
        pilihan.write.write_text("\n".join(baris) + "\n", "utf-8")


if __name__ == "__main__":
    main()
