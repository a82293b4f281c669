"""Evaluasi: how good the ranking is on judged queries.

    python -m handbook.search.evaluate CORPUS [--every N]

``CORPUS`` is a folder with ``umum/`` and ``hukum/`` in it, each with ``docs.jsonl.gz``, ``queries.jsonl`` and
``qrels.tsv``, and ``stem/gold_dev.tsv``. Of ``hukum`` only the regulations that some query needs are indexed. Prints
nDCG@10 and the share of queries whose first result is right, for each set of queries, and how well stems bring words of
one root together; ``--every 4`` asks one query in four.
"""

import argparse
import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any

from handbook.model.bagian import Bagian

from .answer import search
from .index import Indeks, build
from .stem import stem

Nilai = Mapping[str, Mapping[str, int]]  # query -> document -> grade


def judgements(folder: Path) -> Nilai:
    """Read which documents answer which query, and how well."""
    nilai: dict[str, dict[str, int]] = defaultdict(dict)
    for baris in (folder / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
        kueri, dokumen, tingkat = baris.split("\t")
        nilai[kueri][dokumen] = int(tingkat)
    return nilai


def sections(folder: Path, nilai: Nilai) -> Iterator[Bagian]:
    """Give each document as a page of its own; of regulations, only those that some query needs.

    A chapter's heading is no heading of the article below it, so it counts as text.
    """
    perlu = {_law(dokumen) for milik in nilai.values() for dokumen in milik}
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as berkas:
        for satu in map(json.loads, berkas):
            if "law" not in satu or _law(satu["id"]) in perlu:
                teks = ". ".join(filter(None, (satu.get("heading"), satu["text"])))
                yield Bagian(satu["id"], "", satu["title"], "", teks, satu.get("jenis", "lain"))


def _law(dokumen: str) -> str:
    return "-".join(dokumen.split("-")[:3])


def gain(urut: Sequence[str], milik: Mapping[str, int]) -> float:
    """Give nDCG@10 of ranked documents."""
    ideal = _discounted(sorted(milik.values(), reverse=True))
    return _discounted([milik.get(dokumen, 0) for dokumen in urut]) / ideal


def _discounted(tingkat: Iterable[int]) -> float:
    return sum((2.0**t - 1) / log2(tempat + 2) for tempat, t in enumerate(list(tingkat)[:10]))


def measure(indeks: Indeks, kueri: Iterable[Mapping[str, Any]], nilai: Nilai) -> dict[str, list[tuple[float, bool]]]:
    """Ask every query; give (nDCG@10, first is right) of each, by set."""
    hasil: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for satu in kueri:
        urut = [h.url for h in search(indeks, satu["query"]).hasil]
        milik = nilai[satu["id"]]
        hasil[satu["set"]].append((gain(urut, milik), bool(urut) and urut[0] in milik))
    return hasil


def report(folder: Path, tiap: int) -> Iterator[str]:
    """Give one line for each set of queries of a collection."""
    nilai = judgements(folder)
    indeks = build(sections(folder, nilai))
    kueri = [json.loads(baris) for baris in (folder / "queries.jsonl").read_text("utf-8").splitlines()]
    for nama, angka in measure(indeks, kueri[::tiap], nilai).items():
        ndcg, pertama = (sum(kolom) / len(angka) for kolom in zip(*angka, strict=True))
        yield f"{nama:12} {len(indeks.bagian):7} {len(angka):6} {ndcg:8.3f} {pertama:8.3f}"


def conflation(root: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of the pairs of words that share a stem, against those that share a root."""
    found, wanted = _pairs({kata: stem(kata) for kata in root}), _pairs(root)
    return len(found & wanted) / len(found), len(found & wanted) / len(wanted)


def _pairs(kunci: Mapping[str, str]) -> set[tuple[str, str]]:
    kelompok: dict[str, list[str]] = defaultdict(list)
    for kata in sorted(kunci):
        kelompok[kunci[kata]].append(kata)
    return {pasangan for isi in kelompok.values() for pasangan in combinations(isi, 2)}


def roots(path: Path) -> dict[str, str]:
    """Read words and their roots."""
    with path.open(encoding="utf-8") as berkas:
        baris = list(csv.DictReader(berkas, delimiter="\t"))
    return {b["word"].lower(): b["lemma"].lower() for b in baris if b["word"].isalpha() and b["lemma"].isalpha()}


def main() -> None:
    """Print the table for the collections named on the command line."""
    parser = argparse.ArgumentParser(description="Measure the ranking on judged queries.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask one query in N")
    parser.add_argument("--only", choices=("umum", "hukum"))
    pilihan = parser.parse_args()
    print(f"{'set':12} {'docs':>7} {'asked':>6} {'nDCG@10':>8} {'first':>8}")
    for koleksi in (pilihan.only,) if pilihan.only else ("umum", "hukum"):
        for baris in report(pilihan.corpus / koleksi, pilihan.every):
            print(baris, flush=True)
    tepat, lengkap = conflation(roots(pilihan.corpus / "stem" / "gold_dev.tsv"))
    print(f"stems: precision {tepat:.3f}, recall {lengkap:.3f}, F1 {2 * tepat * lengkap / (tepat + lengkap):.3f}")


if __name__ == "__main__":
    main()
