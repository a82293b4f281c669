"""The data of the self-check: every combination as Python answers it, small, and of this build."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from playwright.sync_api import Page

from handbook.site.skrip import FOLDER, bundle
from tests.pages_server import PagesServer
from tests.site_build import ROOT

RESOLVE_ALL = """async () => {
  const { resolve } = await import("../modul/putusan/resolver.js");
  const { unpack } = await import("../modul/putusan/buka.js");
  const read = async (url) => (await fetch(url)).json();
  const [open, tests] = [await read("../data/putusan.json"), await read("../data/putusan-uji.json")];
  const small = unpack(await read(`../${document.body.dataset.jawaban}`));
  const urutan = open.nilai.map(({ id }) => id);
  const acts = [open, small].map(({ perbuatan }) => new Map(perbuatan.map((act) => [act.id, act])));
  const wrong = [];
  let cases = 0;
  for (const [perbuatan, peran, tahap, wilayah, tanggal, putusan, baris] of tests.kasus) {
    const own = new Set(acts[0].get(perbuatan).putusan.map((row) => row.wilayah));
    const others = wilayah ? [] : open.wilayah.map(({ id }) => id).filter((id) => !own.has(id)); // as the country
    for (const where of [wilayah, ...others]) {
      cases += 1;
      for (const act of acts) {
        const found = resolve(act.get(perbuatan), { peran, tahap, wilayah: where, tanggal }, urutan);
        if (found.nilai !== putusan || String(found.baris) !== String(baris)) wrong.push([perbuatan, peran, tahap, where, tanggal, found]);
      }
    }
  }
  return { cases, wrong, versions: [open.versi, small.versi, tests.versi] };
}"""


def test_python_and_javascript_agree_on_every_combination(
    page: Page, server: PagesServer, situs: Path, modul: Callable[[Page], None]
) -> None:
    modul(page)
    page.goto(server.url + "cek/")
    found = page.evaluate(RESOLVE_ALL)
    book = json.loads((situs / "data/putusan.json").read_text(encoding="utf-8"))
    asking = [role for role in book["peran"] if role["bertanya"]]
    combinations = len(book["perbuatan"]) * len(asking) * len(book["tahap"]) * (1 + len(book["wilayah"]))
    assert found["wrong"] == []
    assert found["cases"] >= combinations > 10_000
    assert len(set(found["versions"])) == 1


def test_resolver_and_answers_stay_small(situs: Path) -> None:
    resolver = bundle(ROOT / "overrides" / FOLDER, {"resolver": "putusan/resolver.js"}).berkas.values()
    [answers] = situs.glob("cek/jawaban-*.json")
    assert sum(len(gzip.compress(data, 6)) for data in (answers.read_bytes(), *resolver)) <= 40 * 1024


def test_the_day_of_the_answers_is_the_builds(situs: Path) -> None:
    [answers] = situs.glob("cek/jawaban-*.json")
    book = json.loads(answers.read_text(encoding="utf-8"))
    assert date.fromisoformat(book["disusun"]).year >= 2026
