"""`handbook ekspor opensearch` on the fictional book: what an engine would load."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handbook.model.bagian import Bagian
from handbook.search import opensearch
from handbook.search.opensearch import bulk, indeks, synonyms
from tests.test_cli import BOOK, run

HARI = date(2001, 7, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from handbook.cli import main

    found = tmp_path_factory.mktemp("ekspor")
    assert main(["ekspor", "opensearch", str(found), "--nama", "cemara", *BOOK]) == 0
    return found


def pairs(data: bytes) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    lines = [json.loads(line) for line in data.decode().splitlines()]
    return zip(lines[::2], lines[1::2], strict=True)


def test_every_section_is_a_document_under_its_address(folder: Path) -> None:
    data = (folder / "cemara-0001.ndjson").read_bytes()
    assert data.endswith(b"\n")  # the engine refuses a body without
    found = {action["index"]["_id"]: document for action, document in pairs(data)}
    assert {action["index"]["_index"] for action, _ in pairs(data)} == {"cemara"}
    pasal = found["peraturan/pp-1-2001/#pasal-5-ayat-1"]
    assert pasal["sitasi"] == ["Pasal 5 ayat (1) PP 1/2001"]
    assert (pasal["jenis"], pasal["status"], pasal["per_tanggal"]) == ("peraturan", "berlaku", "2001-07-01")
    assert found["wilayah/kota-cemara/edaran/se-1-2001/#pokok-1"]["wilayah"] == "kota-cemara"
    assert found["perbuatan/hadir/"]["kartu"]["dasar"]
    assert found["peraturan/pp-9-1990/"]["pengganti"] == {"sebutan": "PP 1/2001", "url": "peraturan/pp-1-2001/"}


def test_every_key_of_a_document_is_mapped(folder: Path) -> None:
    mapped = json.loads((folder / "indeks.json").read_text(encoding="utf-8"))["mappings"]
    assert mapped["dynamic"] == "strict"  # so an unmapped key would be refused
    for _, document in pairs((folder / "cemara-0001.ndjson").read_bytes()):
        assert document.keys() <= mapped["properties"].keys()


def test_every_filter_and_analyser_that_is_named_is_declared(folder: Path) -> None:
    body = json.loads((folder / "indeks.json").read_text(encoding="utf-8"))
    analysis = body["settings"]["analysis"]
    named = {name for analyser in analysis["analyzer"].values() for name in analyser["filter"]}
    assert named - {"lowercase"} == set(analysis["filter"])
    used = {value for field in body["mappings"]["properties"].values() for key, value in field.items() if key.endswith("analyzer")}
    assert used == set(analysis["analyzer"])


def test_the_words_this_book_turns_on_are_no_noise() -> None:
    assert not {"boleh", "tidak", "jangan", "sebelum", "sesudah"} & set(indeks({})["settings"]["analysis"]["filter"]["henti"]["stopwords"])


def test_synonyms_hold_nothing_that_the_filters_before_them_take_out() -> None:
    found = list(
        synonyms({"a": ("Pegawai yang tetap", "PT", "p.t"), "b": ("Satu",), "c": ("di", "ke"), "d": ("Apel, pagi", "apel pagi", "AP")})
    )
    assert found == ["pegawai tetap, pt, p t", "apel pagi, ap"]


def test_a_large_book_is_loaded_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opensearch, "TERBESAR", 1_000)
    sections = [Bagian(f"{n}/", "", f"Halaman {n}", "", "kata " * 60, "panduan") for n in range(9)]
    parts = list(bulk(sections, "x", HARI))
    assert len(parts) > 3
    assert all(len(part) <= 1_000 for part in parts)
    assert [action["index"]["_id"] for part in parts for action, _ in pairs(part)] == [f"{n}/" for n in range(9)]


def test_writing_again_replaces_the_export_and_touches_nothing_else(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "lama-0001.ndjson").write_text("{}\n", encoding="utf-8")
    assert run(capsys, "ekspor", "opensearch", str(tmp_path), *BOOK)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["indeks.json", "netralitas-asn-0001.ndjson"]
    before = (tmp_path / "netralitas-asn-0001.ndjson").read_bytes()
    (tmp_path / "catatan.txt").write_text("milik orang", encoding="utf-8")
    code, _, err = run(capsys, "ekspor", "opensearch", str(tmp_path), *BOOK)
    assert (code, (tmp_path / "netralitas-asn-0001.ndjson").read_bytes()) == (2, before)
    assert "catatan.txt" in err


def test_a_name_that_no_engine_takes_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(capsys, "ekspor", "opensearch", "x", "--nama", "Netralitas ASN")
    assert "bukan nama indeks" in capsys.readouterr().err
