"""The gates close: each is shown a known-bad input and must turn red. What the documents name exists.

Gates are run by the very command that `make lint` and `make build` would run, so that a flag lost there is seen here.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.cli import pengurai
from tests.site_build import ROOT

CANARY = ROOT / "tests/canary"
WORKFLOWS = ROOT / ".github/workflows"
BIN = Path(sys.executable).parent
# What `make test` itself hands down, and what must not leak into the makes that are tested here.
HANDED_DOWN = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "AS_OF", "SOURCE_DATE_EPOCH", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"}
Done = subprocess.CompletedProcess[str]


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
    outside_make = {name: value for name, value in os.environ.items() if name not in HANDED_DOWN}
    env = {**outside_make, **environment}
    return subprocess.run(command, cwd=cwd, env=env, text=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=300)


def make(*arguments: str, cwd: Path = ROOT) -> Done:
    return run("make", "--no-print-directory", *arguments, cwd=cwd)


def commands(target: str, tool: str) -> list[str]:
    """Give the shell lines with ``tool`` that `make target` would run, with the programs of this very environment."""
    lines = make("--dry-run", target).stdout.replace("\\\n", " ").splitlines()
    return [line.replace(".venv/bin", str(BIN)) for line in lines if f".venv/bin/{tool} " in f"{line} "]


# --- Canaries ---


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


# --- Commands ---


def targets() -> set[str]:
    declared = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    return {name for line in declared for name in line.split() if "/" not in name}


def code_in(document: str) -> str:
    """Give the fenced and quoted code of a Markdown document."""
    text = (ROOT / document).read_text()
    fenced = re.findall(r"^```.*?^```", text, flags=re.MULTILINE | re.DOTALL)
    return "\n".join([*fenced, *re.findall(r"`[^`\n]+`", text)])


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CONTRIBUTING.en.md"])
def test_every_command_a_document_names_exists(document: str) -> None:
    code = code_in(document)
    assert set(re.findall(r"\bmake ([a-z-]+)\b", code)) <= targets()
    for subcommand in set(re.findall(r"(?:^|`|bin/)handbook ([a-z]+)\b", code, flags=re.MULTILINE)):
        assert run(BIN / "handbook", subcommand, "--help").returncode == 0, subcommand


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CONTRIBUTING.en.md", "KELUAR.en.md"])
def test_every_handbook_command_a_document_shows_is_right_use(document: str) -> None:
    """Its options and values are accepted; whether it also does what is said, the guides' own tests try."""
    lines = re.findall(r"(?:^|`|bin/)handbook ([a-z][^`\n]+)", code_in(document), flags=re.MULTILINE)
    shown = [shlex.split(line.partition("  #")[0]) for line in lines]
    told = [arguments for arguments in shown if len(arguments) > 1]  # one alone names the command, and stands for no use of it
    assert told
    for arguments in told:
        pengurai().parse_args(arguments)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.en.md"])
def test_the_documents_draw_the_layers_that_are_held(document: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(contract["layers"] for contract in settings["tool"]["importlinter"]["contracts"] if contract["type"] == "layers")
    drawn = " ".join((ROOT / document).read_text(encoding="utf-8").replace("`", "").split())
    assert " → ".join(layers) in drawn


@pytest.mark.parametrize(
    ("document", "target"),
    [
        (".ci/run", "test"),
        (".github/workflows/bangun.yml", "test"),
        (".github/workflows/periksa.yml", "isi"),
        (".github/workflows/terbit.yml", "verify"),
        (".github/workflows/jaga.yml", "verify"),
        (".github/workflows/malam.yml", "setelan"),
    ],
)
def test_ci_runs_the_same_targets(document: str, target: str) -> None:
    named = re.findall(r"\bmake ([a-z-]+)\b", (ROOT / document).read_text())
    assert target in named
    assert set(named) <= targets()


def test_the_night_runs_every_long_target() -> None:
    text = (WORKFLOWS / "malam.yml").read_text()
    run = set(re.findall(r"^          - ([a-z-]+)", text, flags=re.MULTILINE))
    long = {target for target in targets() if target.startswith("uji-")}
    assert long
    assert run == long | {"audit", "rahasia", "tautan"}


def test_the_rules_of_main_wait_for_checks_that_exist() -> None:
    rules = {rule["type"]: rule.get("parameters", {}) for rule in json.loads((ROOT / ".github/ruleset-main.json").read_text())["rules"]}
    waited = {check["context"] for check in rules["required_status_checks"]["required_status_checks"]}
    names = {path.stem: re.findall(r"^    name: (.+)$", path.read_text(), flags=re.MULTILINE) for path in WORKFLOWS.glob("*.yml")}
    [content, whole] = names["periksa"]
    assert waited == {content, f"{whole} / {names['bangun'][0]}"}
    assert (rules["pull_request"]["required_approving_review_count"], rules["pull_request"]["require_code_owner_review"]) == (2, True)


@pytest.mark.parametrize("target", ["isi", "beda"])
def test_on_github_the_content_is_told_to_the_pull_request(target: str) -> None:
    [here], [there] = ([line for line in make("--dry-run", target, *on).stdout.splitlines() if "/handbook " in line]
                       for on in ([], ["GITHUB_ACTIONS=true"]))  # fmt: skip
    assert there == f"{here.rstrip()} --format github"


def test_content_is_compared_with_that_of_a_commit(makefile: Callable[..., Done], tiny_site: Path) -> None:
    shutil.rmtree(tiny_site / "docs")
    shutil.copytree(ROOT / "tests/fixtures/buku", tiny_site / "docs")
    author = ["-c", "user.name=Penguji", "-c", "user.email=penguji@contoh.example"]
    for command in (["init", "--quiet"], ["add", "docs"], [*author, "commit", "--quiet", "--message", "Isi lama"]):
        assert run("git", *command, cwd=tiny_site).returncode == 0
    act = tiny_site / "docs/perbuatan/hadir.md"
    text = act.read_text(encoding="utf-8").replace("nilai: dilarang", "nilai: boleh").replace("ringkas: Dilarang", "ringkas: Boleh")
    act.write_text(text, encoding="utf-8")
    done = makefile("beda", "LAMA=HEAD", "AS_OF=2001-07-01")
    assert "Dilarang → Boleh" in done.stdout, done.stdout + done.stderr


def test_ci_run_is_a_program() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert run("bash", "-n", ".ci/run").returncode == 0


def test_help_lists_every_target() -> None:
    assert set(re.findall(r"^  make ([\w-]+)", make("help").stdout, flags=re.MULTILINE)) == targets()


def test_search_without_a_query_says_how() -> None:
    dry = make("--dry-run", "search").stdout
    assert 'usage: make search q="' in dry


@pytest.fixture
def makefile(tmp_path: Path) -> Callable[..., Done]:
    """Run the Makefile in a folder of its own, outside git, as on a machine without uv."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    return lambda *arguments: make("UV=", *arguments, cwd=tmp_path)


@pytest.fixture
def tiny_site(makefile: Callable[..., Done], tmp_path: Path) -> Path:
    """A folder in which `make build` builds a site of one page with this environment."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/bin").symlink_to(BIN)
    locks = ("requirements.txt", "pyproject.toml", "package.json", "package-lock.json", ".npmrc")
    for name in (*locks, ".venv/.locked", ".venv/.site", ".venv/.skrip"):  # the environment is newer than its locks
        (tmp_path / name).touch()
    (tmp_path / "mkdocs.yml").write_text("site_name: Canary\nsite_url: https://canary.example/\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Whole\n")
    return tmp_path


def test_failed_build_leaves_the_former_site(makefile: Callable[..., Done], tiny_site: Path) -> None:
    assert makefile("build").returncode == 0
    shutil.copy(CANARY / "docs/index.md", tiny_site / "docs")
    assert makefile("build").returncode != 0
    assert "Whole" in (tiny_site / "site/index.html").read_text()


def test_build_carries_a_given_date_and_not_the_clocks(makefile: Callable[..., Done], tiny_site: Path) -> None:
    assert makefile("build", "AS_OF=2024-11-27").returncode == 0
    assert "<lastmod>2024-11-26</lastmod>" in (tiny_site / "site/sitemap.xml").read_text()  # midnight in Jakarta, in UTC


def fake_python(folder: Path, script: str) -> str:
    program = folder / "python-fake"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"PYTHON={program}"


def test_old_python_is_refused_with_a_way_out(makefile: Callable[..., Done], tmp_path: Path) -> None:
    done = makefile(".venv/bin/python", fake_python(tmp_path, 'if [ "$1" = --version ]; then echo Python 3.9.6; else exit 1; fi'))
    assert done.returncode != 0
    assert "needs Python 3.11.5 or newer" in done.stdout
    assert "Python 3.9.6" in done.stdout


def test_python_without_venv_is_refused_with_a_way_out(makefile: Callable[..., Done], tmp_path: Path) -> None:
    done = makefile(".venv/bin/python", fake_python(tmp_path, 'if [ "$1" = -m ]; then mkdir .venv; exit 1; fi'))
    assert done.returncode != 0
    assert "apt install python3-venv" in done.stdout
    assert not (tmp_path / ".venv").exists()


def test_a_machine_without_node_is_told_what_is_missing(makefile: Callable[..., Done], tiny_site: Path) -> None:
    (tiny_site / ".venv/.skrip").unlink()
    tools = tiny_site / "tools"
    tools.mkdir()
    for name in ("sh", "awk", "date", "git", "touch", "mkdir", "cp"):
        if found := shutil.which(name):
            (tools / name).symlink_to(found)
    done = makefile("build", f"PATH={tools}", "SOURCE_DATE_EPOCH=0")
    assert done.returncode != 0
    assert "needs Node 20 or newer with npm; here node is missing" in done.stdout
