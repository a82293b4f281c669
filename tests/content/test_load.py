"""The loader against golden cases: a sound book, one change, the exact faults an editor must see."""

import io
from datetime import date
from pathlib import Path
from shutil import copytree
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from handbook.content.load import load

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"
KASUS = Path(__file__).parents[1] / "golden" / "content"
AS_OF = date(2001, 7, 1)
FILES = sorted(path.relative_to(BUKU).as_posix() for path in BUKU.rglob("*") if path.is_file())


def cases() -> list[Any]:
    found = []
    for path in sorted(KASUS.glob("*.yml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):  # noqa: S506, TID251 - BaseLoader gives text only
            found.append(pytest.param(case, id=f"{path.stem}: {case['nama']}"))
    return found


def changed(book: Path, case: dict[str, Any]) -> Path:
    """Copy the sound book and make the case's changes: ``ganti`` replaces text in a file, ``hapus`` removes one, ``tulis`` writes one,
    ``bita`` writes one byte for each of its characters."""
    docs = book / "docs"
    copytree(BUKU, docs)
    for name, (old, new) in case.get("ganti", {}).items():
        path = docs / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} not in {name}: the case changes nothing"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for name in case.get("hapus", []):
        (docs / name).unlink()
    for name, text in case.get("tulis", {}).items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    for name, text in case.get("bita", {}).items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(text.encode("latin-1"))
    return docs


def test_the_sound_book_has_no_faults() -> None:
    handbook, problems = load(BUKU, AS_OF)
    assert problems == []
    assert handbook is not None
    assert [entri.url for entri in handbook.entri][:3] == ["cari/", "cek/", "glosarium/"]
    assert handbook.pengutip["pp-1-2001#pasal-9"][0].halaman.id == "kalender"


@pytest.mark.parametrize("case", cases())
def test_faults_are_told_with_place_finding_expectation_and_example(case: dict[str, Any], tmp_path: Path) -> None:
    docs, start = changed(tmp_path, case), process_time()
    handbook, problems = load(docs, AS_OF)
    assert process_time() - start < 2, "seconds of this process's own work"
    assert [str(problem) for problem in problems] == case["masalah"]
    assert handbook is None


def test_there_are_enough() -> None:
    assert len(cases()) >= 130


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kasus/besar.md", b"---\nid: besar\n---\n" + b"kata\n" * 60_001, "berkas-besar"),
        ("kasus/besar.md", b"---\nid: [" + b"[" * 1_990 + b"\n---\n", "yaml"),
        ("kasus/besar.md", b"---\nid: besar\n---\n" + (b"[" * 1_900 + b"\n") * 50, "naskah-besar"),
        ("kasus/besar.md", b"---\nid: besar\n---\n" + b"> " * 900 + b"kata\n", "kunci-kurang"),
        ("kasus/besar.md", b"---\n" + b"".join(b"k%d: x\n" % n for n in range(10_000)) + b"---\n", "kunci-asing"),
        ("_data/tahap.yml", b"- {}\n" * 10_000, "kunci-kurang"),
        ("gambar/besar.png", b"\x89PNG\r\n\x1a\n" + bytes(300_001), "gambar-besar"),
    ],
)
def test_a_heavy_file_is_refused_in_seconds(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    docs = changed(tmp_path, {})
    (docs / name).parent.mkdir(exist_ok=True)
    (docs / name).write_bytes(content)
    start = process_time()
    handbook, problems = load(docs, AS_OF)
    assert process_time() - start < 2, "seconds of this process's own work"
    assert handbook is None
    assert code in {problem.code for problem in problems}


STRAY = (
    "kasus/jahat.html",
    "gambar/x.svg",
    "kasus/x.js",
    "sw.js",
    "CNAME",
    "robots.txt",
    ".env",
    "kasus/.git",
    "kasus/Baru.md",
    "kasus/a b.md",
    "kasus/a..b.md",
    "kasus/kásus.md",
    "kasus/baru",
    "kasus/a/b.md",
    "rahasia/x.md",
    "_data/tahap.json",
)


def test_what_is_no_content_may_not_stand_among_it(tmp_path: Path) -> None:
    handbook, problems = load(changed(tmp_path, {"tulis": dict.fromkeys(STRAY, "isi")}), AS_OF)
    assert handbook is None
    assert {(problem.path, problem.line, problem.code) for problem in problems} == {(f"docs/{path}", 1, "tempat-berkas") for path in STRAY}


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2)).save(out, format="JPEG" if kind == "jpg" else kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_an_image_is_what_its_name_says_from_head_to_end(kind: str, tmp_path: Path) -> None:
    docs, sound = changed(tmp_path, {}), picture(kind)
    (docs / "gambar").mkdir()
    page, text = docs / f"gambar/peta.{kind}", b"\n<script>alert(1)</script>\n" * 9
    for content, told in ((sound, []), *((bad, ["gambar"]) for bad in (sound[:12] + text, sound[:20] + text, sound[:-9], text, b""))):
        page.write_bytes(content)
        assert [problem.code for problem in load(docs, AS_OF)[1]] == told, content


@pytest.mark.parametrize("size", [300_000, 300_001])
def test_an_image_says_what_it_may_weigh(size: int, tmp_path: Path) -> None:
    docs = changed(tmp_path, {})
    (docs / "gambar").mkdir()
    (docs / "gambar/peta.png").write_bytes(picture("png").ljust(size, b"\0"))
    told = (
        "docs/gambar/peta.png:1: gambar-besar Ditemukan: 300001 byte. Diharapkan: paling banyak 300000 byte. Contoh: perkecil menjadi lebar"
    )
    assert [str(problem) for problem in load(docs, AS_OF)[1]] == ([f"{told} 1200 piksel"] if size > 300_000 else [])


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    handbook, problems = load(tmp_path / "tidak-ada", AS_OF)
    assert handbook is None
    assert [problem.code for problem in problems] == ["folder"]


def test_links_are_never_followed(tmp_path: Path) -> None:
    docs = changed(tmp_path, {})
    (docs / "kasus" / "rahasia.md").symlink_to("/etc/hostname")
    handbook, problems = load(docs, AS_OF)
    assert handbook is None
    assert [(problem.path, problem.code) for problem in problems] == [("docs/kasus/rahasia.md", "tautan-simbolik")]


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_change_of_bytes_makes_the_loader_raise(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = data.draw(st.sampled_from(FILES))
    content = (BUKU / name).read_bytes()
    start = data.draw(st.integers(0, len(content)))
    cut = data.draw(st.integers(0, 40))
    odd = st.one_of(
        st.binary(max_size=12),
        st.sampled_from([b"&a *a", b"{[", b"---\n", b": - :", b"\xff\xfe", b"!!int x", b"\t", b"- " * 30, b"\xed\xa0\x80"]),
    )
    docs = changed(tmp_path_factory.mktemp("ubah"), {})
    (docs / name).write_bytes(content[:start] + data.draw(odd) + content[start + cut :])
    handbook, problems = load(docs, AS_OF)
    assert (handbook is None) == bool(problems)
    assert all(str(problem).startswith("docs/") and problem.line >= 1 for problem in problems)
