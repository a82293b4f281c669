"""Paritas: the client ranks many pages exactly as Whoosh does; ends with an error when it does not.

    make bench-parity CORPUS=FOLDER [SIZES="1000 10000"]

Compares addresses, scores, the number of pages found and corrections, of 500 queries and more, with and without filters:
in node, which runs the same modules as a browser, and for a sample in Chromium.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from handbook.search.answer import Pilihan, answer
from handbook.search.export import export
from handbook.search.index import Indeks, build
from tests.bench.korpus import queries, sections
from tests.bench.situs import ALAT, HALAMAN, client, write
from tests.bench.ukur import Line, opened
from tests.browser import find_chromium

ASKED, SAMPLE = 250, 40
SARINGAN: tuple[dict[str, str], ...] = ({}, {"wilayah": "kota-a"}, {"jenis": "edaran"}, {"utamakan": "kota-b"}, {"setempat": "kota-b"})
BROWSER = """async (cases) => {
  await window.engine.open();
  const answers = [];
  for (const [query, options] of cases) answers.push(await window.engine.ask(query, options));
  return answers;
}"""

Kasus = tuple[str, dict[str, Any]]  # a query and its options


def cases(asked: Sequence[str]) -> list[Kasus]:
    """Queries as they are, misspelt, as a phrase or without a word, each with one filter or none."""
    chance = random.Random(5)  # noqa: S311
    more = [misspelt(query, chance) for query in asked[::5]]
    more += [f'"{query}"' for query in asked[::25]] + [f"{query} -{word}" for query in asked[::25] for word in query.split()[-1:]]
    plain = [*asked, *more]
    return [(query, {"limit": 10, **filters}) for n, query in enumerate(plain) for filters in ({}, SARINGAN[1 + n % (len(SARINGAN) - 1)])]


def misspelt(query: str, chance: random.Random) -> str:
    """Swap two letters next to each other."""
    at = chance.randrange(max(1, len(query) - 1))
    return query[:at] + query[at : at + 2][::-1] + query[at + 2 :]


def reference(indeks: Indeks, kasus: Kasus) -> list[Any]:
    """What Whoosh answers."""
    query, options = kasus
    limit, saringan = options["limit"], {nama: nilai for nama, nilai in options.items() if nama != "limit"}
    jawaban = answer(indeks, query, limit, Pilihan(**saringan))
    return [[[h.url, h.score] for h in jawaban.hasil], jawaban.jumlah, jawaban.koreksi.kueri if jawaban.koreksi else None]


def in_node(folder: Path, asked: Sequence[Kasus]) -> list[Any]:
    """What the client answers in node."""
    lines = "\n".join(json.dumps(satu) for satu in asked)
    command = ["node", str(Path(__file__).with_name("paritas.mjs")), f"{folder}/"]
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def in_browser(folder: Path, asked: Sequence[Kasus]) -> list[Any]:
    """What the client answers in Chromium."""
    line = Line(folder, ALAT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        with opened(browser, line, "kami") as (page, _):
            line.tell("fast")
            found: list[Any] = page.evaluate(BROWSER, asked)
        browser.close()
    line.close()
    return found


def differences(indeks: Indeks, asked: Sequence[Kasus], found: Sequence[Any]) -> Iterator[str]:
    """Tell every case in which the client differs."""
    for number, (kasus, given) in enumerate(zip(asked, found, strict=True), 1):
        if (wanted := reference(indeks, kasus)) != given:
            yield f"{kasus}:\n  Whoosh {wanted}\n  client {given}"
        if number % 100 == 0:
            print(f"{number} of {len(asked)} compared", file=sys.stderr, flush=True)


def compare(corpus: Path, pages: int, folder: Path) -> bool:
    """Compare one size; give whether all is the same."""
    bagian = list(sections(corpus, pages))
    indeks = build(bagian)
    write(folder, export(indeks))
    write(folder, {"client.js": client()})
    shutil.copy(Path(__file__).with_name("kami.mjs"), folder)
    (folder / "kami.html").write_text(HALAMAN.format(engine="kami"))
    asked = cases(queries(corpus, bagian, ASKED))
    found = in_node(folder, asked)
    sample = range(0, len(asked), len(asked) // SAMPLE)
    browser = in_browser(folder, [asked[n] for n in sample])
    odd = [f"{asked[n]}: Chromium differs from node" for n, given in zip(sample, browser, strict=True) if given != found[n]]
    odd += differences(indeks, asked, found)
    some = sum(bool(hasil) for hasil, *_ in found)
    print(f"{pages} pages: {len(asked)} queries in node ({some} find something), {len(browser)} in Chromium; {len(odd)} differ")
    print("\n".join(odd[:10]))
    return not odd


def main() -> int:
    """Compare every size asked for."""
    ALAT.mkdir(parents=True, exist_ok=True)
    same = []
    for size in sys.argv[2:]:
        with tempfile.TemporaryDirectory() as folder:
            same.append(compare(Path(sys.argv[1]), int(size), Path(folder)))
    return 0 if all(same) else 1


if __name__ == "__main__":
    sys.exit(main())
