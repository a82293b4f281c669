"""Indeks: what indexing costs and how fast the command line answers; prints the table and writes INDEKS.md.

    make bench-indeks CORPUS=FOLDER [SECTIONS="256 2600 26000 200000"]

CORPUS as for ``cari``. Every size is indexed and exported in a process of its own, by one core and by all; the time counts from
the sections to the files, the memory is that of the largest process, corpus and Python included.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from statistics import median

from handbook.clock import today
from handbook.model.bagian import Bagian
from handbook.search.export import export
from handbook.search.index import build
from tests.bench.korpus import queries, sections
from tests.bench.situs import used, write
from tests.site_build import ROOT

Waktu = tuple[float, float]  # milliseconds on the clock, and of the processor

PAGES, ALL = 10_000, 66_812  # what the command line searches; what the collection has
ASKED = 20
HERE = Path(__file__).parent


def many(corpus: Path, wanted: int) -> Iterator[Bagian]:
    """Give so many sections, the collection's again and again under other addresses."""
    pages = max(1, min(ALL, wanted * 10 // 27))
    endless = (replace(section, url=f"{turn}/{section.url}") for turn in count() for section in sections(corpus, pages))
    return islice(endless, wanted)


def one(corpus: Path, wanted: int, inti: int) -> dict[str, float]:
    """Index and export in this process."""
    bagian = list(many(corpus, wanted))
    start = time.perf_counter()
    berkas = export(build(bagian, inti=inti))
    spent = time.perf_counter() - start
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024 / 1e6
    return {"sections": wanted, "inti": inti, "seconds": spent, "mb": peak, "bytes": sum(map(len, berkas.values()))}


def command(corpus: Path) -> tuple[list[Waktu], list[Waktu]]:
    """How long whole processes take: a search in the index of PAGES pages, and Python alone."""
    bagian = list(sections(corpus, PAGES))
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), export(build(bagian)))
        search = [str(Path(sys.executable).with_name("handbook")), "search", "--indeks", folder, "--"]
        asked = queries(corpus, bagian, ASKED)
        return [_timed([*search, query]) for query in asked], [_timed([sys.executable, "-c", "pass"]) for _ in asked]


def _timed(arguments: Sequence[str]) -> Waktu:
    start = time.perf_counter(), used()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return (time.perf_counter() - start[0]) * 1_000, (used() - start[1]) * 1_000


def report(corpus: Path, sizes: Sequence[int]) -> Iterator[str]:
    """Measure everything; give the lines of the report."""
    yield from ("# Indexing, and searching from the command line", "")
    yield "Written by `make bench-indeks CORPUS=…`: sections of real regulations to the files of the search. A size is met by taking"
    yield f"pages again under other addresses. {today().isoformat()}, {os.cpu_count()} cores shared with others: read ratios, not seconds."
    yield from ("", "| sections | processes | seconds | sections/s | MB peak | MB of files |", "|---|---|---|---|---|---|")
    for size in sizes:
        for inti in (1, os.cpu_count() or 1):
            run = [sys.executable, "-m", "tests.bench.indeks", str(corpus), str(size), f"--inti={inti}"]
            told = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout)
            speed = told["sections"] / told["seconds"]
            yield f"| {size:,} | {inti} | {told['seconds']:.1f} | {speed:,.0f} | {told['mb']:,.0f} | {told['bytes'] / 1e6:.1f} |"
    searching, python = command(corpus)
    yield ""
    yield f"`handbook search --indeks` in {PAGES:,} pages, {ASKED} queries, milliseconds of whole processes:"
    yield from ("", "| process | on the clock, median | slowest | of the processor, median | most |", "|---|---|---|---|---|")
    for name, spent in (("search", searching), ("Python alone", python)):
        clock, own = zip(*spent, strict=True)
        yield f"| {name} | {median(clock):.0f} | {max(clock):.0f} | {median(own):.0f} | {max(own):.0f} |"


def main() -> None:
    """Measure one size here, or all of them, each in a process of its own."""
    parser = argparse.ArgumentParser(description="Measure indexing and the command line.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("sections", type=int, nargs="+")
    parser.add_argument("--inti", type=int, help="index the first size here, with so many processes")
    args = parser.parse_args()
    if args.inti:
        print(json.dumps(one(args.corpus, args.sections[0], args.inti)))
        return
    lines = []
    for line in report(args.corpus, args.sections):
        print(line, flush=True)
        lines.append(line)
    (HERE / "INDEKS.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
