"""The one place that reads the clock: the day the book speaks of. Only the command line and the build adapter ask."""

import os
from datetime import date, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7), "WIB")


def today() -> date:
    """Give the day in ``AS_OF`` (YYYY-MM-DD) if set, so that a build can be repeated; otherwise today in Jakarta."""
    given = os.environ.get("AS_OF")
    return date.fromisoformat(given) if given else datetime.now(JAKARTA).date()
