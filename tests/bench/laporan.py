"""Laporan: what was measured as a Markdown page and a chart, with the goals beside it."""

from collections.abc import Iterator, Mapping
from html import escape
from math import log2
from typing import Any

NAMA = {"kami": "ini", "pagefind": "Pagefind 1.6.0", "material": "Material 9.8.1 (lunr)"}
WARNA = {"kami": "#1b6b4c", "pagefind": "#b3542c", "material": "#5b6478"}
CATATAN = """## What misses, and why

- **Time cold.** Three steps of 150 ms are 450 ms before any byte has moved: with the bytes, "the line alone" in the table. Up to
  1,000 pages that by itself is more than a quarter of Pagefind's time, so three steps and that goal exclude each other there. Two
  steps would need the points of all words beside the manifest, which costs more bytes than the goal allows, or the manifest with
  every page. In the site itself the dialog opens the index at once, so the first step passes while the reader types. The rest is
  the browser's own work: the more the machine is loaded, the more it counts.
- **Loaded query.** Just after its files have come a query is run by code that the browser has not compiled yet; "later" are the four
  passes after that. What is left is spread evenly: planning, adding up sections, cutting five excerpts, each some tenths of a
  millisecond on an unslowed processor. Words stand in a tenth of all sections: each is taken up twice, since the number of pages
  found is told exactly, so none can be passed over.
- **Client code.** Bundled and minified as it is served. Bounds in the decoder cost 0.8 KB of it, the corrections of first letters,
  spoken verbs and dropped vowels 0.7 KB, the quicker ranking and folding 0.7 KB. Loading the corrections only for an unknown word
  would bring it below 12 KB, but browsers do not ask again for a module that once failed to come, so a break in the line would
  leave a page without corrections.
- **One request for the whole book.** An index of up to 32 KB is the manifest alone (the self-check's is); a book with half a
  million characters of text cannot be. Five results with titles and excerpts stay below 30 KB, in more requests than two.
- The most trips in sequence are those of misspelt words: the vocabulary and the corrected words are two steps more. What would be
  shown if nothing is corrected is fetched beside the vocabulary.
"""
STEPS, DELAY, RATE = 3, 150, 200  # a query's steps, ms until an answer begins, bytes in a ms: see server.mjs
Hasil = Mapping[int, Mapping[str, Mapping[str, Any]]]  # pages -> engine -> what was measured

KEPALA = """# Search beside its peers

Written by `make bench-search`{command}; figures below are from {date}, on {machine}.
The same pages (articles of real regulations, each with its paragraphs as sections) for each engine, in one run, in a real
Chromium. The line is slowed by the server: 150 ms until an answer begins, 1.6 Mbit/s for all answers together, HTTP/2 and
gzip for text only, as GitHub Pages does. "Cold" is a fresh browser profile, from opening the search to five results with
titles and excerpts; what a page loads anyway is under "code". Bytes are bodies, without headers. Half of the queries are
subjects that all engines find, half are people's questions, citations and definitions (on which Pagefind, which wants every
word it knows on one page, often finds fewer than five pages and so fetches less). Typing asks anew at every letter, 250 ms apart.
Times are medians on a machine that others use too: read ratios, not milliseconds. Rows of an engine that a run leaves out
(`ENGINES="kami pagefind"`: Material's browser needs minutes) are those of the run before.
"""


def page(hasil: Hasil, command: str, date: str, machine: str) -> str:
    """Give the report."""
    kepala = KEPALA.format(command=command, date=date, machine=machine)
    return "\n".join([kepala, *_measured(hasil), "", *_goals(hasil), "", "![Bytes and time](HASIL.svg)", "", CATATAN])


def _measured(hasil: Hasil) -> Iterator[str]:
    heads = ["pages", "engine", "KB cold (max)", "ms cold", "requests", "trips (max)", "KB next", "ms next", "KB typing (max)"]
    heads += ["ms loaded p95, 4× slower (later)", "five found", "KB code", "sections/s", "MB peak", "MB on disk"]
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for pages, engines in hasil.items():
        for engine, measured in engines.items():
            yield f"| {_size(pages)} | {NAMA[engine]} | {' | '.join(_cells(measured, made=engine != 'material'))} |"


def _size(pages: int) -> str:
    return f"{pages:,}" if pages else "this handbook"


def _cells(m: Mapping[str, Any], *, made: bool) -> Iterator[str]:
    """The figures of one engine; an index that is not ``made`` but in the browser has no figures of its making."""
    yield f"{_kb(m['cold_bytes'])} ({_kb(m['cold_max'])})"
    yield f"{m['cold_ms']:.0f}"
    yield f"{m['requests']:.0f}"
    yield f"{m['trips']:.0f} ({m['trips_max']})"
    yield _kb(m["next_bytes"])
    yield f"{m['next_ms']:.0f}"
    yield f"{_kb(m['typing_bytes'])} ({_kb(m['typing_max'])})"
    yield f"{m['loaded_p95']:.1f} ({m['later_p95']:.1f})" if "later_p95" in m else f"{m['loaded_p95']:.1f}"
    yield f"{m['found']}/{m['asked']}"
    yield _kb(m["code"])
    yield f"{m['sections'] / m['seconds']:.0f}" if made else "–"
    yield f"{m['peak_mb']:.0f}" if made else "–"
    yield f"{m['bytes'] / 1e6:.2f}"


def _goals(hasil: Hasil) -> Iterator[str]:
    yield "| pages | goal | measured | met |\n|---|---|---|---|"
    for pages, engines in hasil.items():
        if {"kami", "pagefind"} <= engines.keys():
            for goal, measured, met in _judged(pages, engines["kami"], engines["pagefind"]):
                yield f"| {_size(pages)} | {goal} | {measured} | {'yes' if met else '**no**'} |"


def _judged(pages: int, m: Mapping[str, Any], peer: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Each goal in words, what was measured, and whether it is met."""

    def ratio(name: str, most: float, what: str) -> tuple[str, str, bool]:
        value = m[name] / peer[name]
        return f"{what} ≤ {most:.2f} × Pagefind's", f"{value:.3f}", value <= most

    yield ratio("cold_bytes", 0.15 if pages < 1_000 else 0.10, "bytes cold")
    if pages >= 50_000:
        yield "bytes cold ≤ 45 KB", f"{_kb(m['cold_bytes'])} KB", m["cold_bytes"] <= 45_000
    goal, value, met = ratio("cold_ms", 0.25, "time cold")
    line = (STEPS * DELAY + m["cold_bytes"] / RATE) / peer["cold_ms"]
    yield goal, f"{value}; the line alone, without any browser, {line:.3f}", met
    yield "at most 3 trips in sequence", f"{m['trips']:.0f} (max {m['trips_max']})", m["trips"] <= 3
    yield ratio("typing_bytes", 0.2, "bytes typing")
    if pages == 10_000:
        told = f"{m['loaded_p95']:.1f} ms just after loading, {m['later_p95']:.1f} ms in later passes"
        yield "loaded query ≤ 5 ms p95, 4× slower", told, m["loaded_p95"] <= 5
    if not pages:
        five = f"{_kb(m['bytes'])} KB; five results cost {_kb(m['cold_bytes'])} KB in {m['requests']:.0f} requests"
        yield "the whole index in two requests, ≤ 30 KB", five, m["bytes"] <= 30_000
    yield ratio("bytes", 1.0, "index on disk")
    yield "≥ 1,000 sections/s on one core", f"{m['sections'] / m['seconds']:.0f}", m["sections"] / m["seconds"] >= 1_000
    yield "memory < 1 GB", f"{m['peak_mb']:.0f} MB", m["peak_mb"] < 1_000
    yield "client code ≤ 12 KB gzipped, as it is served", f"{_kb(m['client'])} KB", m["client"] <= 12_000


def _kb(count: float) -> str:
    return f"{count / 1_000:.1f}" if count < 100_000 else f"{count / 1_000:,.0f}"


# --- The chart: bars on a scale of powers of two ---


def chart(hasil: Hasil) -> str:
    """Give bytes and time, cold, as an SVG."""
    parts = [_bars(hasil, "cold_bytes", "KB until five results, cold", 1_000, 0)]
    parts.append(_bars(hasil, "cold_ms", "ms until five results, cold", 1, 420))
    legend = "".join(_legend(20 + 170 * n, engine) for n, engine in enumerate(WARNA))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 300" font-family="sans-serif" font-size="12" role="img">'
        f"<title>Search beside its peers: bytes and time</title>{legend}{''.join(parts)}</svg>\n"
    )


def _legend(x: int, engine: str) -> str:
    return f'<rect x="{x}" y="8" width="12" height="12" fill="{WARNA[engine]}"/><text x="{x + 18}" y="19">{escape(NAMA[engine])}</text>'


def _bars(hasil: Hasil, name: str, title: str, unit: int, left: int) -> str:
    """Bars for each number of pages; 18 units higher is twice as much."""
    out = [f'<text x="{left + 20}" y="48" font-weight="bold">{title}</text>']
    for group, (pages, engines) in enumerate(hasil.items()):
        for order, (engine, measured) in enumerate(engines.items()):
            value = measured[name] / unit
            height = 18 * log2(max(1.1, value / 4))
            x = left + 20 + 82 * group + 26 * order
            out.append(f'<rect x="{x}" y="{262 - height:.0f}" width="24" height="{height:.0f}" fill="{WARNA[engine]}"/>')
            out.append(f'<text x="{x + 12}" y="{257 - height:.0f}" text-anchor="middle" font-size="9">{value:,.0f}</text>')
        out.append(f'<text x="{left + 58 + 82 * group}" y="280" text-anchor="middle" font-size="10">{_size(pages)}</text>')
    return "".join(out)
