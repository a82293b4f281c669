"""The fictional handbook of the golden files, indexed once."""

import pytest

from handbook.search.golden import corpus
from handbook.search.index import Indeks
from tests.site_build import ROOT

GOLDEN = ROOT / "tests/golden/search"


@pytest.fixture(scope="session")
def indeks() -> Indeks:
    return corpus(GOLDEN)
