"""What Whoosh does with the fictional handbook is what the golden files say; node reads the same files."""

import json

from handbook.search.golden import write
from tests.search.conftest import GOLDEN

AGAIN = "run `python -m handbook.search.golden` and look at the difference"


def test_golden_files_are_what_whoosh_does_today() -> None:
    wanted = write(GOLDEN)
    found = {path.relative_to(GOLDEN).as_posix() for path in (GOLDEN / "situs").rglob("*") if path.is_file()}
    assert found == {name for name in wanted if name.startswith("situs/")}, AGAIN
    for name, data in wanted.items():
        assert (GOLDEN / name).read_bytes() == data, f"{name}: {AGAIN}"


def test_the_golden_files_are_worth_comparing() -> None:
    cases = json.loads((GOLDEN / "jawaban.json").read_text("utf-8"))
    assert len(cases) >= 60
    assert len(json.loads((GOLDEN / "korpus.json").read_text("utf-8"))["bagian"]) >= 40
    for part in ("kartu", "koreksi"):
        assert sum(case["jawaban"][part] is not None for case in cases) >= 8
    for part in ("frasa", "tanpa"):
        assert sum(bool(case["jawaban"]["rencana"][part]) for case in cases) >= 4
    assert {case["jawaban"]["rencana"]["niat"] for case in cases} == {"boleh", "definisi", "sitasi", "umum"}
