"""The export in the engine inside OpenSearch: `make bench-opensearch LUCENE=folder-of-jars`.

Lucene reads the exported stop words, synonyms and documents with the filters that the exported index names, and answers the judged
queries of the real book. On Debian: apt-get install liblucene8-java, then LUCENE=/usr/share/java.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handbook.cli import main
from tests.site_build import ROOT

KEPALA = """# The export in the engine inside OpenSearch

Written by `make bench-opensearch`: the real book, exported by `handbook ekspor opensearch`, in Lucene {version} with the filters that the
exported index names (lowercase, stop words, synonym graph, Indonesian stemmer), every synonym rule parsed as OpenSearch parses it.

- Loaded: {count} of {count} documents.
- Judged queries of the real book (`tests/golden/search/kueri-situs.jsonl`) with a right page among the first three: {good} of {all}.
  Missed: {missed}. A plain query over titles, aliases, citations and text; no correction of spelling, as this site's own search has.
"""
MEDAN = ("url", "halaman", "judul", "alias", "sitasi", "teks")


def judged() -> list[dict[str, Any]]:
    """Give the queries of the real book that somebody judged."""
    lines = (ROOT / "tests/golden/search/kueri-situs.jsonl").read_text(encoding="utf-8").splitlines()
    return [query for query in map(json.loads, lines) if query.get("benar")]


def documents(folder: Path) -> Iterable[dict[str, Any]]:
    """Give the documents of the bulk files: every second line."""
    for path in sorted(folder.glob("*.ndjson")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines()[1::2])


def prepare(folder: Path) -> int:
    """Write what Lucene reads beside an export; gives the number of documents."""
    filters = json.loads((folder / "indeks.json").read_text(encoding="utf-8"))["settings"]["analysis"]["filter"]
    docs = list(documents(folder))
    files = {
        "henti.txt": filters["henti"]["stopwords"],
        "istilah.txt": filters["istilah"]["synonyms"],
        "dokumen.tsv": ["\t".join(_plain(doc.get(name, "")) for name in MEDAN) for doc in docs],
        "kueri.tsv": [query["kueri"] for query in judged()],
    }
    for name, lines in files.items():
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(docs)


def _plain(value: Any) -> str:
    return " ".join((" ; ".join(value) if isinstance(value, list) else str(value)).split())


def ask(jars: Path, folder: Path) -> list[list[str]]:
    """Run Lucene: its count of documents, then the first three pages of each query."""
    wanted = ("lucene-core", "lucene-analyzers-common", "lucene-queries")
    path = ":".join(str(jar) for jar in sorted(jars.glob("lucene-*.jar")) if jar.name.startswith(wanted))
    command = ["java", "-cp", path, str(ROOT / "tests/bench/lucene/Muat.java"), str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in told.splitlines()]


def measure(jars: Path) -> str:
    """Export the real book, load it, ask it, and tell."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        assert main(["ekspor", "opensearch", name, "--docs", str(ROOT / "docs")]) == 0
        count = prepare(folder)
        (loaded,), *found = ask(jars, folder)
    assert int(loaded) == count, (loaded, count)
    asked = judged()
    missed = [
        one["kueri"] for one, pages in zip(asked, found, strict=True) if not {url.partition("#")[0] for url in one["benar"]} & {*pages}
    ]
    version = next(jars.glob("lucene-core-*.jar")).stem.removeprefix("lucene-core-")
    return KEPALA.format(version=version, count=count, good=len(asked) - len(missed), all=len(asked), missed="; ".join(missed) or "none")


if __name__ == "__main__":
    (ROOT / "tests/bench/OPENSEARCH.md").write_text(measure(Path(sys.argv[1])), encoding="utf-8")
