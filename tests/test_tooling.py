"""The gates close: each is shown a known-bad input and must turn red.

Gates are run by the very command that `make lint` and `make build` would run, so that a flag lost there is seen here.
"""

import shutil
import sys
from pathlib import Path

import pytest

from tests.perintah import commands, run
from tests.site_build import ROOT

CANARY = ROOT / "tests/canary"


@pytest.fixture
def github(tmp_path: Path) -> Path:
    """A folder with a copy of the real .github, to plant a bad file in."""
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    return tmp_path


def gates_are_green(tool: str, folder: Path, **environment: str) -> bool:
    """Tell whether every command of `make lint` with ``tool`` passes in ``folder``."""
    gates = commands("lint", tool)
    assert gates, f"make lint does not run {tool}"
    return all(run("sh", "-c", gate, cwd=folder, **environment).returncode == 0 for gate in gates)


@pytest.mark.parametrize("tool", ["zizmor", "check-jsonschema"])
def test_real_workflows_pass(tool: str, github: Path) -> None:
    assert gates_are_green(tool, github)


@pytest.mark.parametrize(
    ("tool", "bad"),
    [
        ("zizmor", "unparsable.yml"),  # without --strict-collection it is skipped and the gate stays green
        ("zizmor", "unpinned.yml"),
        ("zizmor", "injection.yml"),
        ("check-jsonschema", "unparsable.yml"),
        ("check-jsonschema", "unknown-key.yml"),
    ],
)
def test_bad_workflow_turns_the_gate_red(tool: str, bad: str, github: Path) -> None:
    shutil.copy(CANARY / "workflows" / bad, github / ".github/workflows")
    assert not gates_are_green(tool, github)


def test_bad_dependabot_file_turns_the_gate_red(github: Path) -> None:
    shutil.copy(CANARY / "dependabot/dependabot.yml", github / ".github")
    assert not gates_are_green("check-jsonschema", github)


@pytest.mark.parametrize("name", ["bagian-tanpa-jenis.yml", "config.yml"])
def test_bad_issue_form_turns_the_gate_red(name: str, github: Path) -> None:
    shutil.copy(CANARY / "formulir" / name, github / ".github/ISSUE_TEMPLATE")
    assert not gates_are_green("check-jsonschema", github)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with the real settings and an empty copy of the package's top level, to plant a bad module in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/__init__.py").write_text('"""A package."""\n')
    for real in (ROOT / "scripts/handbook").glob("*.py"):
        copy = tmp_path / real.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text('"""A module."""\n')
    for real in (ROOT / "scripts/handbook").glob("*/__init__.py"):
        copy = tmp_path / real.relative_to(ROOT)
        copy.parent.mkdir()
        copy.write_text('"""A package."""\n')
    return tmp_path


@pytest.mark.parametrize(("tool", "bad"), [("ruff", "clock.py"), ("mypy", "untyped.py"), ("lint-imports", "upward.py")])
def test_bad_module_turns_the_gate_red(tool: str, bad: str, package: Path) -> None:
    here = {"PYTHONPATH": str(package / "scripts")}
    assert gates_are_green(tool, package, **here)
    shutil.copy(CANARY / "python" / bad, package / "scripts/handbook/model")
    assert not gates_are_green(tool, package, **here)


def test_bad_content_turns_the_gate_red(tmp_path: Path) -> None:
    [command] = commands("check", "handbook")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    assert run("sh", "-c", command, cwd=tmp_path).returncode == 0
    shutil.copy(CANARY / "docs/index.md", tmp_path / "docs/panduan/canary.md")
    assert run("sh", "-c", command, cwd=tmp_path).returncode == 1


def test_dead_link_turns_the_build_red(tmp_path: Path) -> None:
    [command] = commands("build", "handbook")
    (tmp_path / "mkdocs.yml").write_text("site_name: Canary\n")
    shutil.copytree(CANARY / "docs", tmp_path / "docs")
    assert run("sh", "-c", command, cwd=tmp_path).returncode != 0
    (tmp_path / "docs/nowhere.md").write_text("# Here\n")
    assert run("sh", "-c", command, cwd=tmp_path).returncode == 0


def test_red_javascript_turns_pytest_red() -> None:
    done = run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", CANARY / "red.test.mjs")
    assert done.returncode == 1
    assert "a red JavaScript test" in done.stdout
