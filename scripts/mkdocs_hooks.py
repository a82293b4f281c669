"""Adapter: MkDocs' events to handbook calls. No rule, no text and no layout of its own."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

# MkDocs imports this file by path; the package stands beside it and needs no installation.
sys.path.insert(0, str(Path(__file__).parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from handbook.cli.kemajuan import kemajuan
from handbook.clock import today
from handbook.content.load import load
from handbook.model.bagian import Bagian
from handbook.model.halaman import Halaman
from handbook.model.handbook import Entri, Handbook
from handbook.search.export import export, sidik
from handbook.search.index import build
from handbook.site import cek, ics, jsonld, kutipan, llms, luring, pindahan, skrip, terbuka, tinjauan, umpan
from handbook.site.bagian import bagian, perbuatan_saja
from handbook.site.cetak import kartu, terbit
from handbook.site.cetak.mesin import Mesin
from handbook.site.edisi import Edisi
from handbook.site.halaman import mark_outward, render
from handbook.site.istilah import sinonim
from handbook.site.label import tanggal
from handbook.site.saringan import saringan
from handbook.site.sections import Section, sections

log = logging.getLogger("mkdocs.handbook")
# The theme's own scripts and styles: overrides/main.html uses neither, so they would only weigh on the artefact.
THEME_WEIGHT = (
    "assets/javascripts/bundle",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/stylesheets/main",
    "assets/stylesheets/palette",
    "assets/images/favicon.png",
)
OVERRIDES = Path(__file__).parents[1] / "overrides"


@dataclass
class Build:
    """What one build carries from event to event."""

    handbook: Handbook
    as_of: date
    edisi: Edisi
    html: dict[str, str] = field(default_factory=dict)  # content of the pages, by path of their source
    bagian: dict[str, list[Bagian]] = field(default_factory=dict)
    berkas: dict[str, bytes] = field(default_factory=dict)  # what is not a page, by path

    def entri(self, page: Page) -> Entri[Halaman]:
        """Give the record of a MkDocs page."""
        return self.pages[page.file.src_uri]

    def __post_init__(self) -> None:
        self.pages = {entri.path: entri for entri in self.handbook.entri}


_now: Build  # replaced by every build, so a rebuild never sees old content


def on_startup(*, command: str, dirty: bool) -> None:
    """Tell the templates whether this is a preview (whose reload script a strict policy would block)."""
    os.environ["HANDBOOK_PREVIEW"] = "1" if command == "serve" else ""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the content; with any Problem nothing is built."""
    global _now
    as_of = today()
    handbook, problems = load(Path(config.docs_dir), as_of)
    if handbook is None:
        for problem in problems:
            log.error(str(problem))
        raise Abort(f"{len(problems)} masalah pada isi; tidak ada yang dibangun.")
    config.extra["preview"] = bool(os.environ.get("HANDBOOK_PREVIEW"))
    config.extra["cetak"] = config.extra["cetak"] and not config.extra["preview"]
    _now = Build(handbook, as_of, Edisi(config.site_url or "", config.extra["cetak"]))
    config.extra["as_of"], config.extra["as_of_teks"] = as_of, tanggal(as_of)
    config.extra["saringan"] = saringan(handbook)
    config.extra["luring"] = config.extra["luring"] and not config.extra["preview"]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drop the theme's unused files; put bundled scripts in place of their modules. With a faulty one nothing is built."""
    try:
        scripts = skrip.bundle(OVERRIDES / skrip.FOLDER)
    except skrip.SkripGagal as fault:
        raise Abort(str(fault)) from fault
    for file in list(files):
        if file.src_uri.startswith(THEME_WEIGHT) or skrip.is_source(file.src_uri):
            files.remove(file)
    for path, data in scripts.berkas.items():
        files.append(File.generated(config, path, content=data))
    config.extra["skrip"] = scripts.pintu
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Give MkDocs the page made from its record instead of the file."""
    return render(_now.handbook, _now.entri(page), _now.as_of, _now.edisi)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page its title and description, which MkDocs looks for in front matter, and the sitemap the day of its content."""
    record = _now.entri(page).halaman
    page.meta = {"title": record.judul, "description": record.ringkas}
    page.update_date = record.per.isoformat()
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the page's sections for its table of contents and for the search; mark the prose's outward links."""
    entri = _now.entri(page)
    _now.html[entri.path], potongan = html, sections(html)
    page.toc = get_toc(_tokens(potongan))
    _now.bagian[entri.path] = list(bagian(_now.handbook, entri, potongan))
    return mark_outward(html)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Make what is not a page (search index, self-check, open data, calendars), and name the version that all pages carry."""
    book, indexed = _now.handbook, [item for path in sorted(_now.bagian) for item in _now.bagian[path]]
    found = terbuka.ketetapan(book, _now.as_of)
    acts = export(build(perbuatan_saja(indexed), sinonim(book)))
    due = tinjauan.due(book, _now.as_of, tinjauan.HARI_UMPAN)
    answers = cek.export(found)
    search = export(build(indexed, sinonim(book), lapor=kemajuan("Mengindeks bagian")))
    config.extra["jawaban"], config.extra["indeks"] = next(iter(answers)), sidik(search)
    texts = {
        **terbuka.export(book, _now.as_of, found),
        **answers,
        **kutipan.export(book, _now.as_of, config.site_url or ""),
        **umpan.export(book, config.site_url or ""),
        **llms.export(book, _now.as_of, config.site_url or ""),
        **pindahan.export(book, config.site_url or "", config.extra["skrip"]["pindah"][0]),
        tinjauan.UMPAN: tinjauan.as_atom(due, _now.as_of, config.site_url or ""),
    }
    _now.berkas = {
        **search,
        **{f"cek/{path}": data for path, data in acts.items()},
        **{path: text.encode() for path, text in texts.items()},
        **ics.export(book, _now.as_of, config.site_url or ""),
        **_cetak(config),
    }
    config.extra["versi"] = luring.versi(dict(_parts(config, files)))
    log.info("Indeks pencarian: %d bagian dari %d halaman", len(indexed), len(_now.bagian))


def _cetak(config: MkDocsConfig) -> dict[str, bytes]:
    """Make what is to be kept or passed on; what was made before lies beside the site's sources."""
    css = (OVERRIDES / "assets/stylesheets/netralitas.css").read_text(encoding="utf-8")
    situs = terbit.Situs(config.site_name, config.site_description or "", css)
    mesin = Mesin(Path(config.config_file_path).parent / "build" / "cetak")
    try:
        return terbit.export(_now.handbook, _now.html, situs=situs, edisi=_now.edisi, mesin=mesin, as_of=_now.as_of)
    except ValueError as fault:
        raise Abort(str(fault)) from fault


def _parts(config: MkDocsConfig, files: Files) -> Iterator[tuple[str, bytes]]:
    """Give everything that pages are made from, and what they load."""
    yield from _now.berkas.items()
    yield "situs", f"{_now.as_of} {config.site_url} {config.edit_uri_template} {config.extra['luring']}".encode()
    for file in files:
        content = file.page.content if file.page else None
        yield file.src_uri, content.encode() if content else file.content_bytes
    for layout in sorted(OVERRIDES.rglob("*.html")):
        yield layout.relative_to(OVERRIDES).as_posix(), layout.read_bytes()


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the record to the layout, how the page is cited, what it is for programs, what feeds follow it, and its card."""
    entri = _now.entri(page)
    situs = config.site_url or ""
    told = {"kutipan": kutipan.kaki(entri, _now.as_of, situs), "jsonld": jsonld.blok(_now.handbook, entri, situs)}
    card = {"kartu": _now.edisi.kartu(entri), "kartu_teks": kartu.teks(entri)}
    return {**context, **told, **card, "entri": entri, "umpan": umpan.tautan(_now.handbook, entri)}


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is not a page, and last what names every file: the service worker and its lists."""
    _write(config, _now.berkas)
    if config.extra["luring"]:
        kept = luring.export(_now.handbook, _keepable(Path(config.site_dir)), config.extra["versi"], _now.as_of)
    else:
        kept = {"sw.js": luring.berhenti(OVERRIDES)}
    _write(config, {path: text.encode() for path, text in kept.items()})


def _keepable(site: Path) -> Iterator[luring.Berkas]:
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.is_file() and luring.disimpan(path):
            yield luring.Berkas.of(path, file.read_bytes())


def _write(config: MkDocsConfig, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        target = Path(config.site_dir, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _tokens(found: tuple[Section, ...]) -> list[Any]:
    roots: list[Any] = []
    for section in found:
        token = {"level": section.level, "id": section.anchor, "name": section.heading, "children": []}
        if section.level == 2:
            roots.append(token)
        elif section.level == 3 and roots:
            roots[-1]["children"].append(token)
    return roots
