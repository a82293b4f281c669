"""`handbook new`: a new page, region or source, written where it belongs once its answers have been checked."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handbook.content import jawaban, pemilik, rangka
from handbook.content.load import load, read
from handbook.content.rules.daerah import TINGKAT
from handbook.content.yaml_lines import YamlFault
from handbook.model.kasus import Kasus
from handbook.model.peraturan import Peraturan
from handbook.model.perbuatan import Perbuatan
from handbook.model.problem import Problem
from handbook.model.skema import medan
from handbook.model.tabel import Sumber
from handbook.model.wilayah import Kanal, Wilayah

from .argumen import Pengurai, pilihan_buku
from .meja import Meja, tanpa_wilayah
from .tanya import PETUNJUK, Tanya

# What can be made, and the key whose words suggest its id.
JENIS: dict[type[BaseModel], str] = {Peraturan: "sebutan", Perbuatan: "judul", Kasus: "judul", Wilayah: "nama", Sumber: "judul"}
DI_WILAYAH = (Peraturan, Kasus, Sumber)
# Keys that may stay empty and still are asked for: mostly they are known, and a page without them tells little.
JUGA: dict[type[BaseModel], tuple[str, ...]] = {
    Peraturan: ("nomor", "tanggal", "penerbit", "pasal"),
    Kasus: ("perbuatan",),
    Sumber: ("tanggal", "url"),
    Kanal: ("mandiri",),
}
SETENGAH_TAHUN = timedelta(days=180)


class Batal(Exception):
    """Why nothing is written."""


def pasang(new: Pengurai) -> None:
    """Declare a command for every kind, with an option for every plain key of its schema."""
    new.set_defaults(run=new.bantuan)
    commands, book = new.add_subparsers(metavar="jenis"), pilihan_buku()
    for kind in JENIS:
        name = kind.__name__.lower()
        command = commands.add_parser(name, parents=[book], help=f"{name} baru")
        command.add_argument("id", nargs="?", help="id: huruf kecil, angka, tanda hubung; tanpa ini diusulkan dari namanya")
        command.add_argument(
            "--json", metavar="BERKAS", help="jawaban dari berkas JSON, «-» dari masukan; satu-satunya jalan bagi isi bersusun"
        )
        command.add_argument("--tanpa-tanya", action="store_true", help="jangan bertanya; yang belum dijawab dibiarkan kosong")
        if kind in DI_WILAYAH:
            command.add_argument("--wilayah", help="taruh di folder wilayah ini, misalnya kota-tegal")
        for m in medan(kind):
            if m.nama != "id" and not m.rekaman:
                told = f"{m.arti or m.bentuk}{' (boleh berulang)' if m.banyak else ''}".replace("%", "%%")
                command.add_argument(f"--{m.nama}", action="append" if m.banyak else "store", metavar="NILAI", help=told)
        command.set_defaults(run=_new, kind=kind)


def _new(args: argparse.Namespace) -> int:
    if not args.docs.is_dir():
        print("\n".join(map(str, load(args.docs, args.as_of)[1])))
        return 1
    handbook, letak, _ = read(args.docs, args.as_of)
    meja = Meja(args.docs, handbook, letak, args.kind, getattr(args, "wilayah", None))
    try:
        answers = _answers(meja, args)
        path = _write(meja, rangka.isi(meja.kind, answers, JUGA if args.tanpa_tanya else {}))
    except (Batal, KeyboardInterrupt) as reason:
        print(f"{str(reason) or 'Dibatalkan.'}\nTidak ada yang ditulis.", file=sys.stderr)
        return 2
    print(f"Ditulis: {path}")
    try:
        laporkan(args, path)
    except KeyboardInterrupt:
        print("\nPemeriksaan dihentikan; berkasnya sudah ditulis. Periksa nanti dengan: handbook check", file=sys.stderr)
    return 0


def _answers(meja: Meja, args: argparse.Namespace) -> dict[str, Any]:
    if meja.wilayah and meja.wilayah not in Meja(meja.docs, meja.handbook, meja.letak, Wilayah).taken:
        raise Batal(tanpa_wilayah(meja.wilayah, meja.handbook.wilayah))
    given = _given(args)
    keys = {m.nama for m in medan(meja.kind)} - {"id"}  # which _id settles
    faults = [*jawaban.foreign(meja.kind, given), *(p for key in given if key in keys for p in meja.problems(meja.kind, key, given[key]))]
    if faults:
        raise Batal("\n".join(f"{problem.code} {problem.message}" for problem in faults))
    tanya = penanya(meja, given.get("id")) if sys.stdin.isatty() and not (args.json or args.tanpa_tanya) else None
    given["id"] = _id(meja, given, tanya)
    return tanya.lengkapi(meja.kind, given) if tanya else given


def _given(args: argparse.Namespace) -> dict[str, Any]:
    """Take the answers of the command line: those of the JSON file, then of the options, which win."""
    found: dict[str, Any] = {}
    if args.json:
        try:
            text = sys.stdin.read() if args.json == "-" else Path(args.json).read_text(encoding="utf-8")
            found = _plain(json.loads(text))
        except (OSError, ValueError) as error:
            raise Batal(f"{args.json} tidak dapat dibaca sebagai JSON: {error}") from error
        if not isinstance(found, dict):
            raise Batal(f'{args.json} bukan kumpulan kunci, misalnya {{"judul": "…"}}')
    options = {m.nama: getattr(args, m.nama, None) for m in medan(args.kind)}
    return found | {name: value for name, value in options.items() if value is not None}


def _plain(value: Any) -> Any:
    """Give JSON's values as an editor would type them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


def penanya(meja: Meja, id: str | None, juga: Iterable[str] = ()) -> Tanya:
    """Make the questions of a record; of its keys that may stay empty, those in ``juga`` are asked for too."""
    with contextlib.suppress(ImportError):  # where it is there, the arrow keys work while typing
        import readline  # noqa: F401
    print(PETUNJUK)
    asked = JUGA | {meja.kind: (*JUGA.get(meja.kind, ()), *juga)}
    return Tanya(input, print, meja.problems, meja.daftar, _usul(meja, id), asked)


def _usul(meja: Meja, id: str | None) -> dict[tuple[type[BaseModel], str], str]:
    """Suggest half a year on for the next review, and a region's name by its id; never a day on which somebody is said to have looked."""
    usul: dict[tuple[type[BaseModel], str], str] = {(meja.kind, "tinjau_sebelum"): (meja.letak.as_of + SETENGAH_TAHUN).isoformat()}
    return usul | ({(Wilayah, "nama"): id.replace("-", " ").title()} if id and meja.kind is Wilayah else {})


def _id(meja: Meja, given: dict[str, Any], tanya: Tanya | None) -> str:
    """Settle a free id: the one given, else one made from the record's name; an editor who sits there is asked until it is one."""
    name = JENIS[meja.kind]
    if "id" not in given and tanya:
        given |= tanya.tanyakan(meja.kind, name)
    usul = _usul_id(meja, str(given.get(name) or given.get("id") or ""))
    id = given.get("id") or (tanya.id(meja.kind, usul) if tanya else usul)
    while reason := _keberatan(meja, id):
        if not tanya or tanya.cukup:
            raise Batal(reason)
        tanya.tulis(f"  ✗ {reason}")
        id = tanya.id(meja.kind, usul)
    return str(id)


def _usul_id(meja: Meja, text: str) -> str:
    """Suggest an id. There is no second page of a region, so its id is its name's even where that is taken."""
    return rangka.usul_id(text, () if meja.kind is Wilayah else meja.taken)


def _keberatan(meja: Meja, id: Any) -> str:
    """Say why an id cannot be that of a new record; "" when it can."""
    if not id:
        name = JENIS[meja.kind]
        return f"id belum ada. Contoh: handbook new {meja.kind.__name__.lower()} {rangka.usul_id(_example(meja.kind, name))}"
    if meja.problems(meja.kind, "id", id):
        near = _usul_id(meja, str(id))
        return f"«{id}» bukan id: huruf kecil, angka, tanda hubung." + (f" Mungkin maksud Anda: {near}" if near else "")
    if meja.kind is Wilayah and not str(id).startswith(tuple(f"{one.lower()}-" for one in TINGKAT)):
        return f"«{id}» belum menyebut tingkatnya; awali dengan {', '.join(f'{one.lower()}-' for one in TINGKAT)}. Contoh: kota-{id}"
    if id not in meja.taken and (meja.kind is Sumber or not meja.path(id).exists()):
        return ""
    if meja.kind is Wilayah:
        return f"Wilayah «{id}» sudah punya halaman. Sunting berkas itu: {meja.path(id)}"
    return f"id «{id}» sudah dipakai. Sunting {meja.path(id)} bila itu yang dimaksud, atau pakai {rangka.usul_id(id, meja.taken | {id})}"


def _example(kind: type[BaseModel], name: str) -> str:
    return next(m.contoh for m in medan(kind) if m.nama == name)


def _write(meja: Meja, values: Mapping[str, Any]) -> Path:
    path = meja.path(values["id"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if meja.kind is Sumber:
        try:
            text = rangka.sisip(path.read_text(encoding="utf-8") if path.exists() else "", values)
        except YamlFault as fault:
            raise Batal(f"{path}:{fault.line}: yaml Ditemukan: {fault.found}. Diharapkan: {fault.expected}.") from fault
    else:
        text = rangka.halaman(values)
    path.write_text(text, encoding="utf-8")
    if meja.kind is Wilayah:
        _region(meja.docs, values["id"])
    return path


def _region(docs: Path, id: str) -> None:
    """Make the region's folders, and name who approves its changes."""
    for folder in ("edaran", "kasus"):
        (docs / "wilayah" / id / folder).mkdir(exist_ok=True)
    owners = docs.parent / ".github/CODEOWNERS"
    if owners.exists():
        try:
            owners.write_text(pemilik.tambah(owners.read_text(encoding="utf-8"), id), encoding="utf-8")
            print(f"Ditambah: {owners}, penyetuju usulan wilayah {id}")
        except ValueError as reason:
            print(f"{owners} tidak diubah: {reason}")


def laporkan(args: argparse.Namespace, path: Path) -> None:
    """Print what is left to fill in or to mend in a page that was written."""
    problems = load(args.docs, args.as_of)[1]
    shown = path.relative_to(args.docs.parent).as_posix()
    own = [problem for problem in problems if problem.path == shown]
    for line in _left(own, len(problems) - len(own)):
        print(line)


def _left(own: list[Problem], others: int) -> Iterable[str]:
    if own:
        yield f"\nMasih harus diisi atau dibetulkan di berkas itu ({len(own)}):"
        yield from map(str, own)
    if others:
        yield f"\nDi berkas lain ada {others} masalah; lihat «handbook check»."
    if not own and not others:
        yield "Tidak ada masalah pada seluruh isi."
