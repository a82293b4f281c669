"""F5: every kind of file that a page loads, broken in every way, for up to 20 questions, in a real browser.

    python -m tests.reliability.gangguan tests/reliability/GANGGUAN.md 20

A case is sound when the reader gets exactly what a whole site gives; or, within ten seconds, the message that something did not open,
not one result, and a way on, and then, once the fault is gone and the reader tries again, the whole answer. Whatever else happens is
named beneath the table, and the run ends with 1.
"""

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

from handbook.clock import today
from tests.browser import find_chromium
from tests.conftest import CHROMIUM_ARGS
from tests.pages_server import PagesServer
from tests.reliability.laboratorium import Laboratorium, State, Way, again, put, same, state
from tests.site_build import ROOT, build_site

WAYS: tuple[Way, ...] = (404, 500, "cut", "flip", "html", "delay", "offline")
FILES = {
    "manifes pencarian": "cari/manifes.json",
    "kata (impak)": "cari/impak-*",
    "hasil dan kartu (rekaman)": "cari/rekaman-*",
    "kosakata": "cari/kosakata-*",
    "frasa (posisi)": "cari/posisi-*",
}
QUERIES = (
    "boleh like postingan calon", "istri saya calon wali kota", "dipanggil Bawaslu", "pasal 71 UU Pilkada", "pakai mobil dinas kampanye",
    "netralits asn", "kampnaye", "mutasi jabatn", "hadri deklarasi", "spandk",
    '"pejabat pembina kepegawaian"', '"masa tenang"', '"hukuman disiplin berat"', '"calon wakil kepala daerah"',
    '"surat keputusan bersama"',
    "pppk foto bersama calon", "sanksi moral", "cuti di luar tanggungan negara", "grup whatsapp keluarga", "atasan menyuruh memilih",
)  # fmt: skip
AT_ONCE = 5  # pages
LIMIT = 10.0  # seconds until something must be said
SEARCH_CLOSED = "Pencarian tidak terbuka; pilih dari daftar di bawah."


@dataclass
class Tally:
    """What came of the cases of one kind of file and one fault: how they ended, the slowest message in seconds, what was wrong."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def told(self, took: float) -> None:
        """Count a case that was told."""
        self.ends["diberi tahu"] += 1
        self.slowest = max(self.slowest, took)


# --- The search ---


def asked(lab: Laboratorium, pattern: str, way: Way, whole: dict[str, State]) -> Tally:
    """Ask all questions with one kind of file broken in one way, some pages at a time."""
    tally = Tally()
    queries = list(whole)
    for n in range(0, len(queries), AT_ONCE):
        with ExitStack() as stack:
            pages = {query: stack.enter_context(lab.page()) for query in queries[n : n + AT_ONCE]}
            for query, page in pages.items():
                lab.spoil(page, pattern, way)
                put(page, query)
            found = {query: state(page) for query, page in pages.items()}
            lab.heal(*pages.values())
            for query, page in pages.items():
                judge(tally, query, page, found[query], whole[query])
    return tally


def judge(tally: Tally, query: str, page: Page, found: State, whole: State) -> None:
    """Tell what a broken site answered from what it should, and try again."""
    if same(found, whole):
        tally.ends["tidak kena"] += 1
    elif found["told"] and not found["shown"] and found["way"] and found["took"] <= LIMIT:
        tally.told(found["took"])
        if not same(again(page), whole):
            tally.wrong.append(f"{query}: sesudah dicoba lagi jawabannya lain")
    else:
        tally.wrong.append(f"{query}: {found}")


def skewed(lab: Laboratorium, other: Path, whole: dict[str, State]) -> Iterator[tuple[str, Tally]]:
    """A manifest of another release: alone, as a cache may hold it, and with all its files, as for a page opened before a release."""
    alone, moved, here = Tally(), Tally(), lab.server.root
    theirs = (other / "cari/manifes.json").read_text("utf-8")
    for query in whole:
        with lab.page() as page:
            page.route("**/cari/manifes.json", lambda route: route.fulfill(body=theirs, content_type="application/json"))
            put(page, query)
            found = state(page)
            page.unroute_all(behavior="wait")
            judge(alone, query, page, found, whole[query])
    yield "manifes terbitan lain", alone
    lab.server.root = other
    fresh = answers(lab, list(whole))
    for query in whole:
        lab.server.root = here
        with lab.page() as page:
            lab.server.root = other
            put(page, query)
            found = state(page)
            moved.ends["jawaban terbitan itu, dan dikatakan"] += 1
            if not (same(found, fresh[query]) and found["mixed"] is bool(found["shown"] or found["nothing"])):
                moved.wrong.append(f"{query}: {found}")
    lab.server.root = here
    yield "manifes baru, halaman lama", moved


def answers(lab: Laboratorium, queries: Sequence[str]) -> dict[str, State]:
    """What a whole site answers."""
    found = {}
    for query in queries:
        with lab.page() as page:
            put(page, query)
            found[query] = state(page)
    return found


# --- The self-check ---


def checked(lab: Laboratorium, way: Way, acts: list[str], whole: dict[str, str]) -> Tally:
    """Open the self-check without its answers; then try again, and compare the verdicts of as many acts."""
    tally = Tally()
    lab.server.heal()
    with lab.page() as page:
        lab.spoil(page, "cek/jawaban-*", way)
        page.goto(lab.server.url + "cek/", wait_until="commit")
        expect(page.locator("[data-cek] [data-gagal]")).to_be_visible(timeout=LIMIT * 1000)
        tally.told(page.evaluate("performance.now()") / 1000)
        if page.locator("[name=peran]").first.is_visible() or not page.get_by_role("link", name="calon").first.is_visible():
            tally.wrong.append("borang tampak tanpa jawaban, atau daftar tidak tampak")
        lab.heal(page)
        page.locator("[data-cek] [data-gagal] [data-ulang]").click()
        found = {act: verdict(page, act) for act in acts}
        tally.ends["jawaban sama sesudah dicoba lagi"] += sum(found[act] == whole[act] for act in acts)
        tally.wrong += [f"{act}: {found[act]}" for act in acts if found[act] != whole[act]]
    return tally


def verdict(page: Page, act: str) -> str:
    """What the self-check answers to a civil servant on the campaign's first day."""
    page.evaluate("(act) => { location.hash = `perbuatan=${act}&peran=pns&tahap=kampanye&tanggal=2024-10-01`; }", act)
    page.wait_for_function("(act) => document.querySelector(`.cek__jawaban a[href*='${act}']`)", arg=act)
    return page.locator(".cek__jawaban").first.inner_text()


def typed(lab: Laboratorium, way: Way, queries: Sequence[str]) -> Tally:
    """Type in the self-check while its own index is broken: the list stays, and says why; healed, the next letter finds."""
    tally = Tally()
    for n in range(0, len(queries), AT_ONCE):
        with ExitStack() as stack:
            pages = []
            for query in queries[n : n + AT_ONCE]:
                page = stack.enter_context(lab.page())
                lab.spoil(page, "cek/cari/*", way)
                page.goto(lab.server.url + "cek/", wait_until="commit")
                page.get_by_label("Ketik perbuatannya").fill(query)
                pages.append(page)
            for page in pages:
                expect(page.locator("[data-kabar]")).to_have_text(SEARCH_CLOSED, timeout=LIMIT * 1000)
                tally.told(page.evaluate("performance.now()") / 1000)
                if page.locator("[data-temuan] a").count() or not page.locator("[data-semua]").is_visible():
                    tally.wrong.append("daftar tidak tampak, atau ada temuan")
            lab.heal(*pages)
            for page in pages:
                page.get_by_label("Ketik perbuatannya").fill("x")  # asks for the index again
                page.get_by_label("Ketik perbuatannya").fill("kampanye")
                expect(page.locator("[data-temuan] a").first).to_be_visible()
    return tally


# --- The table ---


def run(lab: Laboratorium, other: Path, queries: Sequence[str]) -> Iterator[tuple[str, Way | str, Tally]]:
    """Every kind of file with every fault."""
    whole = answers(lab, queries)
    for name, pattern in FILES.items():
        for way in WAYS:
            yield name, way, asked(lab, pattern, way, whole)
    for name, tally in skewed(lab, other, whole):
        yield name, "lain terbitan", tally
    with lab.page("cek/") as page:
        acts = page.locator("a[data-perbuatan]").evaluate_all("(all) => [...new Set(all.map((one) => one.dataset.perbuatan))]")[
            : len(queries)
        ]
        verdicts = {act: verdict(page, act) for act in acts}
    for way in WAYS:
        yield "jawaban cek perbuatan", way, checked(lab, way, acts, verdicts)
    for way in WAYS:
        yield "pencarian cek perbuatan", way, typed(lab, way, queries)


def other_release(folder: Path, url: str) -> Path:
    """Build the book as it stood before an act was reworded: another index of the same scheme."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in (folder / "docs/perbuatan").glob("*.md"):
        page.write_text(re.sub(r"(?m)^(judul: [^\n\"':>|]+)$", r"\1 dulu", page.read_text("utf-8"), count=1), encoding="utf-8")
    return build_site(folder / "lain", site_url=url, docs=folder / "docs")


def main() -> int:
    """Run the matrix and write the table. Gives 1 when a case is not sound."""
    target, many = Path(sys.argv[1]), int(sys.argv[2])
    queries = QUERIES[:: len(QUERIES) // many]
    lines, wrong = [], []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = PagesServer(Path(folder) / "site")
        build_site(server.root, site_url=server.url)
        other = other_release(Path(folder), server.url)
        server.start()
        lab = Laboratorium(playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS), server)
        for name, way, tally in run(lab, other, queries):
            ends = ", ".join(f"{many} {what}" for what, many in sorted(tally.ends.items()))
            lines.append(f"| {name} | {way} | {ends} | {f'{tally.slowest:.1f}' if tally.slowest else '–'} | {len(tally.wrong)} |")
            wrong += [f"- {name}, {way}: {what}" for what in tally.wrong]
            print(lines[-1], flush=True)
        wrong += [f"- galat tak tertangkap: {what}" for what in lab.thrown]
        server.stop()
    head = [
        "# Gangguan berkas (F5)",
        "",
        f"`make uji-gangguan PERTANYAAN={many}`, {today()}, {len(queries)} pertanyaan per baris; galat tak tertangkap: {len(lab.thrown)}.",
        "",
        "| berkas | gangguan | kasus | pesan paling lambat (detik) | salah |",
        "| --- | --- | --- | --- | --- |",
    ]
    target.write_text("\n".join([*head, *lines, "", *(wrong or ["Tidak ada yang salah."])]) + "\n", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
