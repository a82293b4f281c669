"""`handbook mcp` as its users meet it: the SDK's own client starts the real process and talks to it."""

import json
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from handbook.cli import main
from handbook.site.label import PENAFIAN
from tests.site_build import ROOT
from tests.test_cli import BOOK, run

MULAI = "import sys; from handbook.cli import main; sys.exit(main())"


def talk(arguments: list[str], ask: Callable[[Client], Awaitable[None]]) -> None:
    """Start the server as a desktop client does, and ask it."""
    command = StdioServerParameters(
        command=sys.executable, args=["-c", MULAI, "mcp", *arguments], env={"PYTHONPATH": str(ROOT / "scripts")}, cwd=str(ROOT)
    )

    async def session() -> None:
        with anyio.fail_after(120):
            async with Client(command) as client:
                await ask(client)

    # In a thread of its own: where a browser was started before, this one has a loop running.
    with ThreadPoolExecutor(1) as own:
        own.submit(anyio.run, session).result()


async def answer(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """Call a tool; its structured answer and its text are the same."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content  # type: ignore[union-attr]
    return dict(result.structured_content or {})


def test_a_client_gets_answers_from_the_fictional_book() -> None:
    async def ask(client: Client) -> None:
        assert PENAFIAN in (client.instructions or "")
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"cari", "putusan", "ketentuan"}
        assert all(tool.annotations and tool.annotations.read_only_hint and tool.output_schema for tool in tools.values())
        found = await answer(client, "putusan", perbuatan="hadir", peran="pegawai", tahap="masa")
        assert (found["putusan"], found["penafian"], found["per_tanggal"]) == ("dilarang", PENAFIAN, "2001-07-01")
        assert found["kasus"][0]["rujukan"]["alamat"] == "https://buku.example/perbuatan/hadir/#untuk-pegawai-masa"
        assert (await answer(client, "putusan", perbuatan="hadir"))["hasil"] == "bergantung"
        assert (await answer(client, "ketentuan", kutipan="Pasal 5 PP 1/2001"))["hasil"] == "bermakna-ganda"
        first = (await answer(client, "cari", kueri="hadir kampanye", batas=1))["temuan"][0]
        assert first["rujukan"]["alamat"] == "https://buku.example/perbuatan/hadir/"
        listed = await client.read_resource("buku://peran")
        assert [one["id"] for one in json.loads(listed.contents[0].text)] == ["pegawai", "tamu"]  # type: ignore[union-attr]
        for tool, arguments in (("cari", {"kueri": ""}), ("putusan", {}), ("putusan", {"perbuatan": "hadir", "tanggal": "besok"})):
            assert (await client.call_tool(tool, arguments)).is_error
        asked = {"cari": {"kueri": "hadir"}, "putusan": {"perbuatan": "hadir"}}
        bounded = {"cari": ("wilayah", "jenis", "putusan"), "putusan": ("peran", "tahap", "wilayah")}
        for tool, keys in bounded.items():
            for key in keys:
                assert (await client.call_tool(tool, {**asked[tool], key: "x" * 301})).is_error, key
        assert (await answer(client, "ketentuan", kutipan="Pasal 9 PP 1/2001"))["hasil"] == "terjawab"  # and the server goes on

    talk([*BOOK, "--situs", "https://buku.example"], ask)


def test_a_client_gets_answers_from_the_real_book() -> None:
    async def ask(client: Client) -> None:
        found = await answer(client, "ketentuan", kutipan="Pasal 9 ayat (2) UU 20/2023")
        assert found["ketentuan"]["id"] == "uu-20-2023#pasal-9-ayat-2"
        verdict = await answer(client, "putusan", perbuatan="menyukai-unggahan", peran="pns", tahap="kampanye")
        assert verdict["kasus"][0]["baris"][0]["dasar"]
        cases = await answer(client, "putusan", perbuatan="menyukai-unggahan")
        assert cases["bergantung_pada"] == ["peran", "tahap"]
        assert {"pns", "pppk"} <= {peran for satu in cases["kasus"] for peran in satu["peran"]}

    talk([], ask)


def test_without_the_package_one_line_says_what_to_do(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "handbook.asisten.peladen", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert run(capsys, "mcp", *BOOK) == (2, "", "Perintah ini memakai paket «mcp», yang belum terpasang. Pasang dengan: make tambahan\n")


def test_a_faulty_book_is_not_served(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["mcp", "--docs", str(tmp_path / "docs")]) == 1
    told = capsys.readouterr()
    assert told.out == ""  # it belongs to the protocol
    assert "folder" in told.err
