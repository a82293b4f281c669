"""The one place that reads the clock: the day the book speaks of. Only the command line and the build adapter ask."""

import os
import re
from datetime import date, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7), "WIB")


def parse_day(text: str) -> date:
    """Read a day as YYYY-MM-DD. Raises ValueError, worded for an editor, on anything else."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):  # ISO knows more forms, which no reader here expects
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"«{text}» bukan tanggal TTTT-BB-HH, misalnya 2024-11-27") from error


def now() -> datetime:
    """Give the moment, with its time zone: for what tells when a release was made, never for what a page says."""
    return datetime.now(JAKARTA)


def today() -> date:
    """Give the day in ``AS_OF`` (YYYY-MM-DD) if set, so that a build can be repeated; otherwise today in Jakarta."""
    given = os.environ.get("AS_OF")
    return parse_day(given) if given else datetime.now(JAKARTA).date()
