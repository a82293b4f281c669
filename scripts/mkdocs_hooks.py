"""Adapter: MkDocs' events to handbook calls. No rule, no text and no layout of its own."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# MkDocs imports this file by path; the package stands beside it and needs no installation.
sys.path.insert(0, str(Path(__file__).parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from handbook import rakit
from handbook.cli.kemajuan import kemajuan
from handbook.clock import today
from handbook.content.load import load
from handbook.model.bagian import Bagian
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.site import luring, skrip
from handbook.site.bagian import bagian
from handbook.site.cetak import kartu, terbit
from handbook.site.cetak.mesin import Mesin
from handbook.site.edisi import Edisi
from handbook.site.halaman import mark_outward
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

    situs: rakit.Situs
    html: dict[str, str] = field(default_factory=dict)  # content of the pages, by path of their source
    bagian: dict[str, list[Bagian]] = field(default_factory=dict)
    berkas: Mapping[str, bytes] = field(default_factory=dict)  # what is not a page, by path

    def entri(self, page: Page) -> Entri[Halaman]:
        """Give the record of a MkDocs page."""
        return self.pages[page.file.src_uri]

    def __post_init__(self) -> None:
        self.pages = {entri.path: entri for entri in self.situs.handbook.entri}


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
    _now = Build(rakit.Situs(handbook, as_of, Edisi(config.site_url or "", config.extra["cetak"])))
    config.extra |= _now.situs.tampilan()
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
    return _now.situs.naskah(_now.entri(page))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page what MkDocs looks for in front matter, and the sitemap the day of its content."""
    entri = _now.entri(page)
    page.meta = {**_now.situs.kepala(entri), "kartu_teks": kartu.teks(entri)}
    page.update_date = entri.halaman.per.isoformat()
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the page's sections for its table of contents and for the search; mark the prose's outward links."""
    entri = _now.entri(page)
    _now.html[entri.path] = html
    try:
        potongan = sections(html)
    except ValueError as fault:
        raise Abort(f"{entri.path}: {fault}") from fault
    page.toc = get_toc(_tokens(potongan))
    _now.bagian[entri.path] = list(bagian(_now.situs.handbook, entri, potongan))
    return mark_outward(html)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Make what is not a page, and name the version that all pages carry."""
    indexed = [item for path in sorted(_now.bagian) for item in _now.bagian[path]]
    made = _now.situs.berkas(indexed, config.extra["skrip"]["pindah"][0], kemajuan("Mengindeks bagian"))
    _now.berkas = {**made.isi, **_cetak(config)}
    config.extra["jawaban"], config.extra["indeks"] = made.jawaban, made.indeks
    config.extra["versi"] = luring.versi(dict(_parts(config, files)))
    log.info("Indeks pencarian: %d bagian dari %d halaman", len(indexed), len(_now.bagian))


def _cetak(config: MkDocsConfig) -> dict[str, bytes]:
    """Make what is to be kept or passed on; what was made before lies beside the site's sources."""
    css = (OVERRIDES / "assets/stylesheets/netralitas.css").read_text(encoding="utf-8")
    situs = terbit.Situs(config.site_name, config.site_description or "", css)
    mesin = Mesin(Path(config.config_file_path).parent / "build" / "cetak")
    try:
        book = _now.situs
        return terbit.export(book.handbook, _now.html, situs=situs, edisi=book.edisi, mesin=mesin, as_of=book.as_of)
    except ValueError as fault:
        raise Abort(str(fault)) from fault


def _parts(config: MkDocsConfig, files: Files) -> Iterator[tuple[str, bytes]]:
    """Give everything that pages are made from, and what they load."""
    yield from _now.berkas.items()
    yield "situs", f"{_now.situs.as_of} {config.site_url} {config.edit_uri_template} {config.extra['luring']}".encode()
    for file in files:
        content = file.page.content if file.page else None
        yield file.src_uri, content.encode() if content else file.content_bytes
    for layout in sorted(OVERRIDES.rglob("*.html")):
        yield layout.relative_to(OVERRIDES).as_posix(), layout.read_bytes()


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is not a page, and last what names every file: the service worker and its lists."""
    site = Path(config.site_dir)
    rakit.tulis(site, _now.berkas)
    if config.extra["luring"]:
        rakit.tulis(site, _now.situs.penutup(site, config.extra["versi"]))
    else:
        rakit.tulis(site, {"sw.js": luring.berhenti(OVERRIDES).encode()})


def _tokens(found: tuple[Section, ...]) -> list[Any]:
    roots: list[Any] = []
    for section in found:
        token = {"level": section.level, "id": section.anchor, "name": section.heading, "children": []}
        if section.level == 2:
            roots.append(token)
        elif section.level == 3 and roots:
            roots[-1]["children"].append(token)
    return roots
