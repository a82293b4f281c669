"""A build replaces the site at once or not at all: killed at any step, out of room, refused."""

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest

from handbook.cli import bangun, main

STEPS = ("symlink", "replace", "rename", "unlink", "rmdir")


class Killed(BaseException):
    """What no handler catches."""


@pytest.fixture
def tempat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose site is a finished build that says "lama"; MkDocs is replaced by what writes "baru"."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bangun, "_mkdocs", writes("lama"))
    assert main(["build"]) == 0
    monkeypatch.setattr(bangun, "_mkdocs", writes("baru"))
    return tmp_path / "site"


def writes(text: str) -> Callable[[Path], int]:
    def build(folder: Path) -> int:
        (folder / "index.html").write_text(text, "utf-8")
        (folder / "sw.js").write_text(text, "utf-8")
        return 0

    return build


def shown(situs: Path) -> set[str]:
    return {(situs / name).read_text("utf-8") for name in ("index.html", "sw.js")}


def test_a_finished_build_is_shown_and_the_former_one_goes_with_the_next(tempat: Path) -> None:
    assert [main(["build"]), main(["build"])] == [0, 0]
    assert shown(tempat) == {"baru"}
    assert len([one for one in Path("build/situs").iterdir() if one.is_dir()]) == 2


@pytest.mark.parametrize("after", [False, True])
def test_killed_at_any_step_the_site_is_whole(tempat: Path, monkeypatch: pytest.MonkeyPatch, after: bool) -> None:
    """Each round dies at a later call to the file system, before or after it is done, until a build ends alive."""
    main(["build"])
    for last in count():
        assert last < 30
        monkeypatch.setattr(bangun, "_mkdocs", writes(f"ke-{last}"))
        before = shown(tempat)
        with monkeypatch.context() as patch:
            die_at(patch, last, after)
            try:
                code = main(["build"])
            except Killed:
                assert shown(tempat) in (before, {f"ke-{last}"})
                continue
        assert (code, shown(tempat)) == (0, {f"ke-{last}"})
        break
    assert last >= 3, "every step was killed at"


def die_at(patch: pytest.MonkeyPatch, number: int, after: bool) -> None:
    calls = count()

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **options: object) -> object:
            if next(calls) != number:
                return real(*args, **options)
            if after:
                real(*args, **options)
            raise Killed

        return step

    for name in STEPS:
        patch.setattr(os, name, dying(getattr(os, name)))


def test_who_looks_all_the_time_never_finds_a_gap(tempat: Path) -> None:
    seen, stop = [], Event()

    def look() -> None:
        while not stop.is_set():
            seen.append((tempat / "index.html").is_file())

    watcher = Thread(target=look)
    watcher.start()
    for _ in range(50):
        main(["build"])
    stop.set()
    watcher.join()
    assert len(seen) > 50
    assert all(seen)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, "disk penuh; kosongkan sedikit ruang"),
        (errno.EROFS, "tempatnya hanya dapat dibaca; pilih folder lain atau buka kuncinya"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_disk_that_refuses_is_one_clear_message(
    tempat: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int, told: str
) -> None:
    def refuse(folder: Path) -> int:
        raise OSError(code, os.strerror(code), str(folder / "index.html"))

    monkeypatch.setattr(bangun, "_mkdocs", refuse)
    assert main(["build"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith(f"index.html: {told}. Situs yang lama tidak berubah.")
    assert shown(tempat) == {"lama"}


def test_a_refused_build_leaves_the_site(tempat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bangun, "_mkdocs", lambda folder: 1)
    assert main(["build"]) == 1
    assert shown(tempat) == {"lama"}


def test_a_folder_from_before_is_replaced_by_the_link(tempat: Path) -> None:
    tempat.unlink()
    tempat.mkdir()
    (tempat / "index.html").write_text("dulu", "utf-8")
    assert main(["build"]) == 0
    assert shown(tempat) == {"baru"}
