"""F1: coverage-guided fuzzing of the readers with atheris, for nights: `python -m tests.reliability.fuzz 60` (seconds a target).

Each target runs in a process of its own, which ends at the first input that raises, works over two seconds or holds over 512 MB;
that input is kept in build/fuzz/ and belongs, as a golden case, to the corpus. What was learnt stays in build/fuzz/<target>/.
"""

import subprocess
import sys
from collections.abc import Callable

from tests.site_build import ROOT

HASIL = ROOT / "build/fuzz"
SECONDS, MEGABYTES = 2, 512


def _page(text: str) -> None:
    from handbook.content import body
    from handbook.content.faults import validate
    from handbook.content.source import odd_lines, parse
    from handbook.model.perbuatan import Perbuatan

    list(odd_lines(text, "x"))
    source, problems = parse(text, "x", page=True)
    if source:
        problems = [*validate(Perbuatan, source.tree, "x")[1], *body.problems(source)]
    assert all(problem.line >= 1 and "\n" not in str(problem) for problem in problems)


def _table(text: str) -> None:
    from handbook.content.source import parse

    source, problems = parse(text, "x", page=False)
    assert source or problems


def _anchor(text: str) -> None:
    from handbook.model.rekaman import slug

    assert slug(slug(text)) == slug(text)


def _analysis(text: str) -> None:
    """Words and citations: every one lies inside the text."""
    from handbook.search.analyser import Analis

    naskah = Analis({"media-sosial": ["medsos", "media sosial"]}).analyse(text)
    assert all(0 <= kata.awal < kata.akhir <= len(text) for kata in naskah.kata)
    assert all(rentang.posisi + rentang.panjang <= len(naskah.kata) for rentang in (*naskah.sitasi, *naskah.gabungan))


TARGETS: dict[str, Callable[[str], None]] = {"halaman": _page, "tabel": _table, "jangkar": _anchor, "sitasi": _analysis}
SEEDS = {
    "halaman": "tests/fixtures/buku/**/*.md",
    "tabel": "tests/fixtures/buku/_data/*.yml",
    "jangkar": "tests/fixtures/buku/**/*.md",
    "sitasi": "tests/golden/search/teks.json",
}


def one(name: str, seconds: str) -> None:
    """Fuzz one target in this process, which libFuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["handbook", "yaml"]):
        for seed in sorted(ROOT.glob(SEEDS[name])):  # imports what the target needs, so that it is instrumented
            TARGETS[name](seed.read_text(encoding="utf-8"))
    limits = [f"-max_total_time={seconds}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}", "-max_len=4096", "-print_final_stats=1"]
    folders = [str(HASIL / name), *sorted({str(seed.parent) for seed in ROOT.glob(SEEDS[name])})]
    arguments = [sys.argv[0], *limits, f"-artifact_prefix={HASIL}/{name}-", *folders]
    atheris.Setup(arguments, lambda data: TARGETS[name](data.decode("utf-8", "replace")))
    atheris.Fuzz()


def main(seconds: str) -> int:
    """Fuzz every target in turn; the number of those that fell."""
    fallen = 0
    for name in TARGETS:
        (HASIL / name).mkdir(parents=True, exist_ok=True)
        done = subprocess.run([sys.executable, "-m", "tests.reliability.fuzz", name, seconds], cwd=ROOT, text=True, stderr=subprocess.PIPE)
        runs = next((line for line in done.stderr.splitlines() if "number_of_executed_units" in line), "did not finish")
        print(f"{name}: {'sound' if done.returncode == 0 else 'FELL'}, {runs}")
        if done.returncode:
            print(done.stderr[-4000:])
        fallen += done.returncode != 0
    return fallen


if __name__ == "__main__":
    if len(sys.argv) == 2:
        sys.exit(main(sys.argv[1]))
    one(sys.argv[1], sys.argv[2])
