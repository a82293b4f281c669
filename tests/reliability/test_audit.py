"""The audit of the locks never takes silence for health: over answers of pip-audit's documented form."""

import json
import sys
from pathlib import Path

import pytest

from . import audit

SOUND = {"name": "aman", "version": "1.0", "vulns": []}
HOLED = {"name": "bolong", "version": "2.0", "vulns": [{"id": "PYSEC-2001-1", "fix_versions": ["2.1"], "aliases": [], "description": ""}]}
# A stand-in for pip-audit: says what lies beside the lock it is asked about.
SPEAK = "import pathlib, sys; print(pathlib.Path(sys.argv[-1] + '.told').read_text())"


def say(*packages: object) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


@pytest.mark.parametrize(
    ("canary", "lock", "code"),
    [
        (say(HOLED), say(SOUND), 0),
        (say(HOLED), say(SOUND, HOLED), 1),
        (say(SOUND), say(SOUND), 2),  # who sees no hole in the canary sees none anywhere
        (say(HOLED), "", 2),
        (say(HOLED), say({"name": "asing", "skip_reason": "not found"}), 2),
        ("No known vulnerabilities found", say(SOUND), 2),
    ],
)
def test_only_a_real_answer_is_green(canary: str, lock: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "ROOT", tmp_path)
    monkeypatch.setattr(audit, "CANARY", tmp_path / "canary.txt")
    monkeypatch.setattr(audit, "COMMAND", [sys.executable, "-c", SPEAK])
    for name, told in {"canary.txt": canary, **dict.fromkeys(audit.LOCKS, lock)}.items():
        (tmp_path / f"{name}.told").write_text(told)
    assert audit.main() == code


def test_the_canary_is_pinned_as_the_locks_are() -> None:
    assert "--hash=sha256:" in audit.CANARY.read_text()
    assert "--strict" in audit.COMMAND
