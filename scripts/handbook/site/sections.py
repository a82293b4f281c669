"""Cut a page's HTML into its sections: heading, anchor and plain text, as readers see them."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADING = re.compile(r"h([2-6])$")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Inside these nothing is text of the page; the attribute marks lists of links that would find every page for every word.
SILENT = frozenset({"script", "style", "svg", "nav", "sup", "template"})
EXCLUDED = "data-tak-dicari"
BLOCK = frozenset(
    {
        "p",
        "li",
        "td",
        "th",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "summary",
        "aside",
        "figcaption",
    }
)


@dataclass
class Section:
    """One section. ``level`` is 1 for the lead (anchor ""), 2–6 for headings; ``hidden`` ones are only for contents lists."""

    level: int
    anchor: str
    heading: str = ""
    hidden: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text below the heading, on one line."""
        return " ".join("".join(self.words).split())


class JangkarGanda(ValueError):
    """Two places of a page have one anchor: links to the second would lead to the first."""

    def __init__(self, anchor: str) -> None:
        super().__init__(f"jangkar «#{anchor}» ada dua kali di satu halaman; ganti judul atau id yang kedua")


class _Cutter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = set()
        self.sections = [Section(1, "")]
        self.reading = self.sections[0]  # the section that text belongs to: never a hidden one
        self.silent = 0
        self.heading_depth: int | None = None  # how silent it was where the open heading began
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._claim(given.get("id"))
        if tag in VOID:
            self._say(" ")
            return
        hush = tag in SILENT or EXCLUDED in given
        self.open.append(hush)
        self.silent += hush
        match, anchor = HEADING.match(tag), given.get("id")
        if match and anchor:
            self.sections.append(Section(int(match[1]), anchor, hidden=self.silent > 0))
            self.heading_depth = self.silent
            if not self.silent:
                self.reading = self.sections[-1]
        if tag in BLOCK:
            self._say(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.open:
            return
        self.silent -= self.open.pop()
        if HEADING.match(tag) and self.heading_depth is not None:
            self.heading_depth = None
            self.sections[-1].heading = " ".join(self.sections[-1].heading.split())
        if tag in BLOCK:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _claim(self, anchor: str | None) -> None:
        if anchor in self.anchors:
            raise JangkarGanda(anchor)
        if anchor:
            self.anchors.add(anchor)

    def _say(self, text: str) -> None:
        if self.heading_depth is not None:
            self.sections[-1].heading += text if self.silent == self.heading_depth else ""
        elif not self.silent:
            self.reading.words.append(text)


def sections(html: str) -> tuple[Section, ...]:
    """Cut well-formed HTML at its h2–h6 that carry an id; what stands before the first is the lead.

    Raises JangkarGanda where an id is given twice.
    """
    cutter = _Cutter()
    cutter.feed(html)
    cutter.close()
    return tuple(cutter.sections)
