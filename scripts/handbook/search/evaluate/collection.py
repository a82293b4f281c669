"""Koleksi: documents, queries and judgements of a folder."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handbook.model.bagian import Bagian

Nilai = Mapping[str, Mapping[str, int]]  # query -> document -> grade


@dataclass(frozen=True)
class Koleksi:
    """A judged collection in ``folder``."""

    folder: Path

    @cached_property
    def nilai(self) -> Nilai:
        """Which documents answer which query, and how well."""
        nilai: dict[str, dict[str, int]] = defaultdict(dict)
        for baris in (self.folder / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
            kueri, dokumen, tingkat = baris.split("\t")
            nilai[kueri][dokumen] = int(tingkat)
        return nilai

    @cached_property
    def kueri(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Queries (id, text) by set."""
        hasil: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for baris in (self.folder / "queries.jsonl").read_text("utf-8").splitlines():
            satu = json.loads(baris)
            hasil[satu["set"]].append((satu["id"], satu["query"]))
        return hasil

    def sections(self) -> Iterator[Bagian]:
        """Give each document as a page of its own; of regulations, only those that some query needs.

        A chapter's heading is no heading of the article below it, so it counts as text.
        """
        perlu = {_law(dokumen) for milik in self.nilai.values() for dokumen in milik}
        with gzip.open(self.folder / "docs.jsonl.gz", "rt", encoding="utf-8") as berkas:
            for satu in map(json.loads, berkas):
                if "law" not in satu or _law(satu["id"]) in perlu:
                    teks = ". ".join(filter(None, (satu.get("heading"), satu["text"])))
                    yield Bagian(satu["id"], "", satu["title"], "", teks, satu.get("jenis", "lain"))


def spread(kueri: Sequence[tuple[str, str]], most: int) -> Sequence[tuple[str, str]]:
    """Take at most ``most`` queries, evenly from all; 0 takes all."""
    if not most or len(kueri) <= most:
        return kueri
    return [kueri[nomor * len(kueri) // most] for nomor in range(most)]


def _law(dokumen: str) -> str:
    return "-".join(dokumen.split("-")[:3])
