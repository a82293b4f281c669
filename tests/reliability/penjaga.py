"""A monitor of monitors: red when a scheduled workflow has not succeeded for too long, since one that stopped says nothing.

GitHub switches schedules off in a repository without activity for 60 days. Two workflows watch each other; should both stop, a commit
restarts them.
"""

import sys
from datetime import UTC, datetime, timedelta
from typing import Any

from handbook.jaringan import Gagal

from .github import tanya


def keadaan(answer: Any, now: datetime, jam: int) -> str | None:
    """Say what is wrong, if anything: ``answer`` is GitHub's list of the workflow's successful runs, the newest first."""
    runs = answer["workflow_runs"]
    if not runs:
        return "has never succeeded"
    last = datetime.fromisoformat(runs[0]["created_at"])
    return f"last succeeded on {last:%Y-%m-%d %H:%M} UTC, over {jam} hours ago" if now - last > timedelta(hours=jam) else None


def main(workflow: str, jam: str) -> int:
    """Ask and tell; 0 when it ran of late."""
    try:
        answer = tanya(f"actions/workflows/{workflow}/runs?branch=main&status=success&per_page=1")
    except Gagal as error:
        print(f"{workflow}: {error}", file=sys.stderr)
        return 2
    wrong = keadaan(answer, datetime.now(UTC), int(jam))  # noqa: TID251 - a watch asks what time it is
    print(f"{workflow}: {wrong or 'ran of late'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
