"""Cari: this search beside Pagefind and Material's, in one run; prints the table and writes HASIL.md and HASIL.svg.

    make bench-search CORPUS=FOLDER [SIZES="0 100 1000 10000 50000"] [LANJUT=1]

CORPUS is a folder with ``docs.jsonl.gz`` and ``queries.jsonl``, see ``korpus``; size 0 is this handbook. Needs Node with npm,
openssl and a Chromium. What was measured is kept in build/bench/hasil.json, engine by engine, and shown beside what is new; a run
that was broken off goes on with LANJUT=1, which leaves out what was measured at the same commit.
"""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from handbook.clock import today
from tests.bench.korpus import BUKU, asked, queries, sections
from tests.bench.laporan import chart, page
from tests.bench.situs import ALAT
from tests.bench.ukur import Line, measure
from tests.browser import find_chromium

ASKED, TYPED = 24, 6
# Material's browser makes its index anew for every reader: minutes from 10,000 pages on, so there few queries are asked, and then none.
LUNR = {BUKU: (ASKED, 2), 100: (ASKED, 2), 1_000: (6, 2), 10_000: (3, 1)}
ENGINES = os.environ.get("ENGINES", "").split()  # to measure some of them again
LANJUT = bool(os.environ.get("LANJUT"))
HERE = Path(__file__).parent
HASIL = ALAT / "hasil.json"


def main() -> None:
    """Measure every size asked for."""
    corpus, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]]
    ALAT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        for pages in sizes:
            chosen = asked(ASKED) if pages == BUKU else queries(corpus, list(sections(corpus, pages)), ASKED)
            for engine in ENGINES or ("kami", "pagefind", *(["material"] if pages in LUNR else [])):
                if LANJUT and read().get(str(pages), {}).get(engine, {}).get("commit") == commit():
                    continue
                keep(pages, engine, {**one(browser, corpus, pages, engine, chosen), "commit": commit()})
        browser.close()
    hasil = {int(pages): engines for pages, engines in sorted(read().items(), key=lambda item: int(item[0]))}
    machine = f"{os.cpu_count()} shared cores, {platform.machine()}, Python {platform.python_version()}"
    report = page(hasil, ' CORPUS=… SIZES="' + " ".join(map(str, hasil)) + '"', today().isoformat(), machine)
    (HERE / "HASIL.md").write_text(report, "utf-8")
    (HERE / "HASIL.svg").write_text(chart(hasil), "utf-8")
    print(report)


def commit() -> str:
    """Name what is being measured."""
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=HERE, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def one(browser: Browser, corpus: Path, pages: int, engine: str, chosen: Sequence[str]) -> dict[str, Any]:
    """Build and measure one engine."""
    folder = ALAT / f"{pages}/{engine}"
    print(f"{pages} pages, {engine}: building", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "tests.bench.situs", engine, str(corpus), str(pages), str(folder)]
    built: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
    print(f"{pages} pages, {engine}: asking", file=sys.stderr, flush=True)
    count, typed = LUNR[pages] if engine == "material" else (ASKED, TYPED)
    line = Line(folder, ALAT)
    try:
        return built | asdict(measure(browser, line, engine, chosen[:: len(chosen) // count], typed))
    finally:
        line.close()


def read() -> dict[str, Any]:
    """What was measured so far, by pages and engine."""
    found: dict[str, Any] = json.loads(HASIL.read_text("utf-8")) if HASIL.exists() else {}
    return found


def keep(pages: int, engine: str, measured: dict[str, Any]) -> None:
    """Add what was measured of one engine."""
    hasil = read()
    hasil.setdefault(str(pages), {})[engine] = measured
    HASIL.write_text(json.dumps(hasil, indent=1), "utf-8")


if __name__ == "__main__":
    main()
