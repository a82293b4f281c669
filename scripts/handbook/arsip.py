"""The one place that asks git: earlier versions of the content, and which commit this is. Only the command line asks."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The last commit, for changes not yet committed; and the one before, which in a pull request's merge is what it merges into.
SEBELUM = ("HEAD", "HEAD^1")


def earlier(docs: Path) -> Iterator[tuple[str, str]]:
    """Give the earlier versions of the pages below ``docs`` that differ from today's: path relative to it, text.

    Outside a git repository, and for a commit that a shallow copy lacks, there are none.
    """
    for commit in SEBELUM:
        for path in _differing(docs, commit, "M"):
            text = _git(docs, "show", f"{commit}:./{path}")
            if text is not None:
                yield path, text


@dataclass(frozen=True)
class Hilang:
    """A page of an earlier version that is gone: its path, its text there, and the paths of the pages that are new since."""

    path: str
    naskah: str
    baru: frozenset[str]


def removed(docs: Path) -> Iterator[Hilang]:
    """Give the pages below ``docs`` that were there in an earlier version and are gone; paths are relative to ``docs``."""
    for commit in SEBELUM:
        baru = frozenset((*_differing(docs, commit, "A"), *_untracked(docs)))
        for path in _differing(docs, commit, "D"):
            yield Hilang(path, _git(docs, "show", f"{commit}:./{path}") or "", baru)


def _untracked(docs: Path) -> Iterator[str]:
    yield from filter(None, (_git(docs, "ls-files", "--others", "--exclude-standard", "-z", "--", "*.md") or "").split("\0"))


def _differing(docs: Path, commit: str, how: str) -> Iterator[str]:
    """Name the pages that differ from a commit's in one way: A for new, M for changed, D for gone."""
    names = _git(docs, "diff", "--name-only", "--relative", "--no-renames", f"--diff-filter={how}", "-z", commit, "--", "*.md") or ""
    yield from filter(None, names.split("\0"))


def komit(folder: Path) -> str | None:
    """Name the commit checked out around ``folder``, with "-dirty" behind it when tracked files were changed since; None outside git."""
    told = _git(folder, "describe", "--always", "--dirty", "--abbrev=40", "--exclude", "*")
    return told.strip() if told else None


def _git(folder: Path, *arguments: str) -> str | None:
    """Run git in a folder; None where it refuses, or is not there."""
    try:
        # No shell; the arguments are ours, or names that git itself gave.
        done = subprocess.run(  # noqa: S603
            ["git", "-C", folder, *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return done.stdout if done.returncode == 0 else None
