"""Unsur: a page's HTML as a tree of elements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..sections import VOID


@dataclass
class Unsur:
    """An element as it stands in the page. ``isi`` holds its texts and elements in order."""

    tag: str
    attrs: Mapping[str, str]
    isi: list["Unsur | str"] = field(default_factory=list)

    @property
    def kelas(self) -> list[str]:
        """Its classes."""
        return self.attrs.get("class", "").split()

    def cari(self, *tags: str) -> Iterator["Unsur"]:
        """Give the nearest elements of these kinds below, in order: none that stands inside another of them."""
        for anak in self.isi:
            if isinstance(anak, Unsur):
                yield from [anak] if anak.tag in tags else anak.cari(*tags)


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.terbuka = [Unsur("main", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        opened = self.terbuka[-1].isi[-1]
        if tag not in VOID and isinstance(opened, Unsur):
            self.terbuka.append(opened)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.terbuka[-1].isi.append(Unsur(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.terbuka.pop()

    def handle_data(self, data: str) -> None:
        self.terbuka[-1].isi.append(data)


def unsur(html: str) -> Unsur:
    """Read well-formed HTML; its elements hang below the one that is given."""
    pembaca = _Pembaca()
    akar = pembaca.terbuka[0]
    pembaca.feed(html)
    pembaca.close()
    return akar
