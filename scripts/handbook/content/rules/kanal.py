"""Channels: in every region there is somewhere to report that is not the reader's own employer."""

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from .letak import Letak


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every region whose channels are all its government's."""
    for region in handbook.wilayah.values():
        if not any(kanal.mandiri for kanal in region.halaman.kanal):
            expected = "minimal satu kanal di luar pemerintah daerah itu"
            yield letak.problem(region.path, ("kanal",), "kanal", found="tak ada kanal mandiri", expected=expected, example="mandiri: true")
