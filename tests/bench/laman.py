"""Lighthouse on the page types of a phone reader: scores, largest paint, layout shift and bytes, medians of several runs.

Run with ``make bench-laman``; it needs npm, which fetches Lighthouse into build/lighthouse. Lighthouse's own phone
profile: slow 4G and 4x CPU slowdown, simulated. The server compresses as GitHub Pages does.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser import find_chromium
from tests.pages_server import PagesServer
from tests.site_build import ROOT, build_site

LIGHTHOUSE = ROOT / "build/lighthouse"
VERSION = "12.8.2"
RUNS = int(os.environ.get("RUNS", "5"))
PAGES = ("", "perbuatan/menyukai-unggahan/", "peraturan/uu-1-2015/", "wilayah/kota-tegal/", "cari/", "cek/")
NUMBERS = {"largest-contentful-paint": ("LCP s", 1e-3), "cumulative-layout-shift": ("CLS", 1), "total-byte-weight": ("KB", 1e-3)}


def install() -> None:
    """Fetch Lighthouse once."""
    if not (LIGHTHOUSE / "node_modules/lighthouse").is_dir():
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", LIGHTHOUSE, f"lighthouse@{VERSION}"], check=True)


def run(url: str) -> dict[str, Any]:
    """Give one report."""
    program = find_chromium()
    lighthouse = str(LIGHTHOUSE / "node_modules/.bin/lighthouse")
    command = [lighthouse, url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": str(program)})
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def row(url: str) -> dict[str, float]:
    """Give the medians of one page."""
    reports = [run(url) for _ in range(RUNS)]
    scores = {name: median(r["categories"][name]["score"] * 100 for r in reports) for name in reports[0]["categories"]}
    numbers = {name: median(r["audits"][audit]["numericValue"] * unit for r in reports) for audit, (name, unit) in NUMBERS.items()}
    return scores | numbers


def main() -> int:
    """Build, serve, measure, print a Markdown table."""
    install()
    with tempfile.TemporaryDirectory() as folder:
        server = PagesServer(Path(folder) / "site")
        server.start()
        build_site(server.root, site_url=server.url)
        rows = {path or "beranda": row(server.url + path) for path in PAGES}
        server.stop()
    heads = list(next(iter(rows.values())))
    print(f"Medians of {RUNS} runs, Lighthouse {VERSION}\n\n| laman | {' | '.join(heads)} |\n|{'---|' * (len(heads) + 1)}")
    for path, numbers in rows.items():
        print(f"| {path} | {' | '.join(f'{value:.3g}' for value in numbers.values())} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
