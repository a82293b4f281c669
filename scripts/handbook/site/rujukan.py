"""Source markers: every statement carries numbers that lead to the list of sources at the page's end."""

from collections.abc import Iterable

from markupsafe import Markup

from handbook.model.handbook import Handbook
from handbook.model.rekaman import Keyakinan
from handbook.model.tabel import Sumber

from .label import label


class Rujukan:
    """The sources of one page in the order they first appear. Lives only while that page is rendered."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._numbers: dict[str, int] = {}

    def tanda(self, ids: Iterable[str], keyakinan: Keyakinan | None = None) -> Markup:
        """Give the markers for these sources, and the doubt in words where there is doubt."""
        links = Markup("").join(self._satu(id) for id in dict.fromkeys(ids))
        doubt = keyakinan if keyakinan is not None and keyakinan.meragukan else None
        badge = Markup(' <span class="ragu" title="Keyakinan redaksi">{}</span>').format(label(doubt)) if doubt else Markup("")
        return badge + Markup('<sup class="rujuk">{}</sup>').format(links) if links else badge

    def _satu(self, id: str) -> Markup:
        number = self._numbers.setdefault(id, len(self._numbers) + 1)
        sumber = self._handbook.sumber[id]
        return Markup('<a href="#sumber-{0}" title="{2}" aria-label="Sumber {1}: {2}">{1}</a>').format(id, number, sumber.penerbit)

    @property
    def dipakai(self) -> tuple[Sumber, ...]:
        """The sources marked so far, in order of their numbers."""
        return tuple(self._handbook.sumber[id] for id in self._numbers)
