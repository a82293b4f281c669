"""F19: does a test notice when the code is changed? `python -m tests.reliability.mutasi [SAMPLE]` (mutants; without, all of them).

mutmut changes one thing at a time in the checker, the resolver and the decoder, and runs the quick tests that pass by it. A sample is
drawn with a fixed seed, so that two runs judge the same mutants; its score tells the whole within a few per cent. Works in
build/mutasi/, on a copy whose package lies in src/, where mutmut looks for it.
"""

import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.site_build import ROOT

WORK = ROOT / "build/mutasi"
# Who is judged. Left out of content: what imports, scaffolds and reports, on which no page and no verdict depends.
JUDGED = ("content/*", "model/penentuan.py", "search/packing.py", "search/unpacking.py")
SPARED = ("impor", "lembar", "register", "rangka", "laporan", "yaml_tulis", "jawaban", "pemilik")
TESTS = ["tests/content", "tests/model/test_penentuan.py", "tests/search/test_sandi.py"]
SLOW = "not no_change_of_bytes and not sifat and not heavy and not yaml_tulis and not real_book"
SETTINGS = {
    "source_paths": ["src"],
    "only_mutate": [f"src/handbook/{path}" for path in JUDGED],
    "do_not_mutate": [f"src/handbook/content/{name}.py" for name in SPARED],
    "also_copy": ["docs", "overrides", "mkdocs.yml"],
    "pytest_add_cli_args_test_selection": TESTS,
    "pytest_add_cli_args": ["-p", "no:cacheprovider", "-k", SLOW],
}
SURVIVED, NO_TEST = 0, 33  # mutmut's codes; whatever else a run ended with, a test fell over the mutant or it never came to an end


def prepare() -> None:
    """Lay out the copy that is changed."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(ROOT / "scripts", WORK / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tests", "docs", "overrides"):
        shutil.copytree(ROOT / name, WORK / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", WORK)
    settings = "".join(f"{key} = {json.dumps(value)}\n" for key, value in SETTINGS.items())
    project = (ROOT / "pyproject.toml").read_text().replace('pythonpath = [".", "scripts"]', 'pythonpath = [".", "src"]')
    (WORK / "pyproject.toml").write_text(f"{project}\n[tool.mutmut]\n{settings}")


def mutmut(*arguments: str) -> None:
    """Run mutmut in the copy; it ends with its own code when mutants survive, which is no fault here."""
    program = Path(sys.executable).parent / "mutmut"
    subprocess.run([program, *arguments], cwd=WORK, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _environment() -> dict[str, str]:
    from os import environ

    return {name: value for name, value in environ.items() if name != "PYTHONPATH"}


def results() -> Iterator[tuple[str, str, int | None]]:
    """Give every mutant: its module, its name, and the code its run ended with (None before it ran)."""
    for path in sorted((WORK / "mutants").rglob("*.meta")):
        module = path.relative_to(WORK / "mutants/src/handbook").as_posix().removesuffix(".py.meta")
        for name, code in json.loads(path.read_text())["exit_code_by_key"].items():
            yield module, name, code


def drawn(sample: int) -> list[str]:
    """Draw mutants, the same ones each time."""
    names = [name for _, name, _ in results()]
    return random.Random(1).sample(names, min(sample, len(names)))  # noqa: S311 - a fixed draw, no secret


def main(sample: str = "0") -> int:
    """Change, test, tell; 1 below a score of 80 %."""
    prepare()
    if wanted := int(sample):
        mutmut("run", "--max-children", "1", "none*")  # makes the mutants and times the tests
        mutmut("run", "--max-children", "2", *drawn(wanted))
    else:
        mutmut("run", "--max-children", "2")
    killed: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for module, name, code in results():
        if code is not None:
            judged[module] += 1
            killed[module] += code not in (SURVIVED, NO_TEST)
            print(f"survived: {name}" if code in (SURVIVED, NO_TEST) else "", end="\n" if code in (SURVIVED, NO_TEST) else "")
    for module in sorted(judged):
        print(f"{module}: {killed[module]} of {judged[module]}")
    score = killed.total() / max(judged.total(), 1)
    print(f"{judged.total()} mutants judged, {killed.total()} noticed: {score:.1%}")
    return int(score < 0.8)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
