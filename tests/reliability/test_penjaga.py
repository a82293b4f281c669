"""The monitor of monitors, over answers as GitHub gives them."""

from datetime import UTC, datetime

import pytest

from .penjaga import keadaan

NOW = datetime(2001, 7, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "wrong"),
    [
        ("2001-07-03T03:00:00Z", None),
        ("2001-07-01T12:00:00Z", None),
        ("2001-07-01T11:59:00Z", "last succeeded on 2001-07-01 11:59 UTC, over 48"),
    ],
)
def test_a_watch_that_fell_silent_is_told(last: str, wrong: str | None) -> None:
    told = keadaan({"total_count": 9, "workflow_runs": [{"id": 1, "status": "completed", "created_at": last}]}, NOW, 48)
    assert told is None if wrong is None else told is not None and told.startswith(wrong)


def test_a_watch_that_never_ran_is_told() -> None:
    assert keadaan({"total_count": 0, "workflow_runs": []}, NOW, 48) == "has never succeeded"
