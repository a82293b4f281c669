"""Entri: one page of the book: what it tells, where it stands, and which version of it this is."""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Generic, TypeVar

from .halaman import BUKAN_ISI, Halaman
from .peraturan import Peraturan

T = TypeVar("T", bound=Halaman, covariant=True)
# A source named in prose: [^teks-pp-94-2021]
PENANDA = re.compile(r"\[\^([^\]]*)\]")


@dataclass(frozen=True)
class Entri(Generic[T]):
    """One page: its record, its prose, and where it stands.

    ``path`` is relative to the content folder ("perbuatan/menyukai-unggahan.md"); ``wilayah`` is the id of the
    region whose folder holds it, None for national pages; ``isi`` is the Markdown below the front matter.
    """

    path: str
    halaman: T
    isi: str = ""
    wilayah: str | None = None

    @property
    def url(self) -> str:
        """Address relative to the site's root: "perbuatan/menyukai-unggahan/", "" for the home page."""
        return self.url_of(self.path)

    @staticmethod
    def url_of(path: str) -> str:
        """Give the address of a page by its path."""
        stem = path.removesuffix(".md")
        return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"

    @cached_property
    def versi(self) -> str:
        """Eight hex digits that change if and only if what the page tells does: a review or a spelling for the search does not."""
        told = self.halaman.model_dump_json(exclude=set(BUKAN_ISI), exclude_defaults=True)
        return sha256(f"{told}\n{self.isi}".encode()).hexdigest()[:8]

    @property
    def penanda(self) -> tuple[str, ...]:
        """The source ids that the prose names."""
        return tuple(PENANDA.findall(self.isi))

    @property
    def jenis(self) -> str:
        """The kind of page, as filters and badges name it."""
        if isinstance(self.halaman, Peraturan) and self.wilayah:
            return "edaran"
        return type(self.halaman).__name__.lower()
