"""Laporan: the check's faults as GitHub shows them: notes on the changed lines, and one summary in Indonesian."""

from collections.abc import Sequence
from posixpath import normpath

from handbook.model.problem import Problem

# GitHub refuses a summary beyond 1 MiB; nobody reads that far.
PALING_BANYAK = 200


def annotation(problem: Problem, folder: str = ".") -> str:
    r"""Write a workflow command that marks the faulty line. ``folder`` holds the content folder, seen from the repository's root.

    >>> annotation(Problem("docs/a.md", 3, "yaml", "50%\nlebih"))
    '::error file=docs/a.md,line=3,title=yaml::50%25%0Alebih'
    """
    place = f"file={_property(normpath(f'{folder}/{problem.path}'))},line={problem.line},title={_property(problem.code)}"
    return f"::error {place}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem]) -> str:
    """Write the summary of a check, Markdown, faults in code blocks so that nothing in them is read as Markdown."""
    if not problems:
        return "## Pemeriksaan isi\n\nTidak ada masalah.\n\n"
    told = problems[:PALING_BANYAK]
    rest = f"Dan {len(problems) - len(told)} lagi; perbaiki dulu yang ini.\n\n" if len(problems) > len(told) else ""
    return (
        f"## Pemeriksaan isi: {len(problems)} masalah\n\n"
        "Tiap masalah menyebut berkas dan barisnya, apa yang ditemukan, apa yang diharapkan, dan satu contoh yang benar.\n\n"
        + "".join(_block(problem) for problem in told)
        + rest
        + "Cara membacanya: «Membaca pesan kesalahan» di CONTRIBUTING.md.\n\n"
    )


def _block(problem: Problem) -> str:
    """Show a fault as indented code: unlike a fence, no text can close it."""
    return f"Baris {problem.line}, kode {problem.code}:\n\n    {problem.path}:{problem.line}\n    {' '.join(problem.message.split())}\n\n"
