"""The locks: every package by hash, no host, the maintained Whoosh alone, and what pyproject.toml asks for."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.site_build import ROOT

LOCKS = ("requirements.txt", "requirements-tambahan.txt", "requirements-dev.txt", "requirements-malam.txt")


def lock(name: str) -> dict[str, tuple[str, str]]:
    """Give each pinned package of a lock: its version and the lines that belong to it."""
    text = (ROOT / name).read_text()
    entries = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)(.*?)(?=^\S|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    return {canonicalize_name(package): (version, rest) for package, version, rest in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_by_hash_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text()
    unpinned = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line) and not re.match(r"\S+==\S+", line)]
    assert not unpinned
    assert not re.search(r"://|^\s*--(?!hash=)", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in rest for _, rest in lock(name).values())


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_the_maintained_whoosh_alone(name: str) -> None:
    assert "whoosh-reloaded" in lock(name)
    assert "whoosh" not in lock(name)


@pytest.mark.parametrize("name", LOCKS[1:])
def test_the_locks_agree(name: str) -> None:
    building, testing = lock("requirements.txt"), lock(name)
    assert {package: version for package, (version, _) in building.items()} == {package: testing[package][0] for package in building}


def test_who_only_builds_installs_none_of_the_extras() -> None:
    assert not {"mcp", "openpyxl"} & lock("requirements.txt").keys()


def declared() -> dict[str, list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = {name: [one for one in group if isinstance(one, str)] for name, group in settings["dependency-groups"].items()}
    asked = (settings["project"]["dependencies"], groups["tambahan"], [*groups["tambahan"], *groups["dev"]], groups["malam"])
    return dict(zip(LOCKS, asked, strict=True))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_what_pyproject_asks(name: str) -> None:
    pins = lock(name)
    for wanted in map(Requirement, declared()[name]):
        version, _ = pins[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(version, prereleases=True), f"{wanted}: the lock has {version}; run make lock"


def test_every_dependency_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    for wanted in [one for group in declared().values() for one in group]:
        assert re.search(rf'^  "{re.escape(wanted)}",\s+# \S.+$', text, flags=re.MULTILINE), wanted


def test_the_lock_of_npm_pins_by_hash_and_names_no_host() -> None:
    asked = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    text = (ROOT / "package-lock.json").read_text()
    _, *packages = json.loads(text)["packages"].items()  # the first is this project
    assert packages
    assert all(package["integrity"].startswith("sha512-") for _, package in packages)
    assert "://" not in text
    assert {name: version for name, version in asked.items() if re.fullmatch(r"[0-9.]+", version)} == asked
    assert asked.items() <= {path.removeprefix("node_modules/"): package["version"] for path, package in packages}.items()
