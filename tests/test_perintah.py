"""What documents and workflows name exists: commands, targets, layers, required checks."""

import json
import os
import re
import shlex
import tomllib

import pytest

from handbook.cli import pengurai
from tests.perintah import BIN, make, run, targets
from tests.site_build import ROOT

WORKFLOWS = ROOT / ".github/workflows"


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


def test_ci_run_is_a_program() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert run("bash", "-n", ".ci/run").returncode == 0


def test_help_lists_every_target() -> None:
    assert set(re.findall(r"^  make ([\w-]+)", make("help").stdout, flags=re.MULTILINE)) == targets()


def test_search_without_a_query_says_how() -> None:
    dry = make("--dry-run", "search").stdout
    assert 'usage: make search q="' in dry
