"""Tanya: the questions of `handbook new`, made from the schema; every answer is checked before the next question."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from handbook.model.problem import Problem
from handbook.model.rekaman import Hari, TanggalLonggar
from handbook.model.skema import Medan, berurut
from handbook.site.label import tanggal

# What an editor types instead of an answer.
DAFTAR, YA, TIDAK = "?", ("y", "ya"), ("t", "tidak")
TANGGAL = (date, Hari, TanggalLonggar)
PETUNJUK = "Enter = kosongkan dulu · ? = daftar pilihan, atau «? tegal» untuk mencari · Ctrl-D = cukup, sisanya kosong · Ctrl-C = batal"
TAMPIL = 30


@dataclass
class Tanya:
    """The ways to the editor and to the book.

    ``baca`` asks one line and raises EOFError when the editor has had enough; ``tulis`` shows one; ``periksa`` gives the
    faults of an answer to a key; ``daftar`` gives the ids (and names) a key can refer to; ``usul`` suggests plain answers;
    ``juga`` names, for a kind, the keys that are asked for although they may stay empty.
    """

    baca: Callable[[str], str]
    tulis: Callable[[str], None]
    periksa: Callable[[type[BaseModel], str, Any], list[Problem]]
    daftar: Callable[[Medan], Mapping[str, str]]
    usul: Mapping[str, str] = field(default_factory=dict)
    juga: Mapping[type[BaseModel], Collection[str]] = field(default_factory=dict)
    cukup: bool = False

    def lengkapi(self, kind: type[BaseModel], given: Mapping[str, Any], nama: str = "") -> dict[str, Any]:
        """Ask for the keys that are not given and required, or worth a question; then offer the others. Gives all answers."""
        answers = dict(given)
        for m in berurut(kind):
            if (m.wajib or m.nama in self.juga.get(kind, ())) and m.nama not in answers:
                self._ask(kind, m, answers, nama)
        self._offer(kind, answers, nama)
        return answers

    def tanyakan(self, kind: type[BaseModel], nama: str) -> dict[str, Any]:
        """Ask for one key. Gives its answer by its name, or nothing."""
        answers: dict[str, Any] = {}
        self._ask(kind, next(m for m in berurut(kind) if m.nama == nama), answers, "")
        return answers

    def id(self, kind: type[BaseModel], usul: str) -> str:
        """Ask for the id; Enter takes the one suggested."""
        arti = next(m.arti for m in berurut(kind) if m.nama == "id").rstrip(".")
        self.tulis(f"\nid: {arti}; sesudah terbit tidak diganti lagi")
        return self._line(f"  id{f' [{usul}]' if usul else ''}: ") or usul

    def _offer(self, kind: type[BaseModel], answers: dict[str, Any], nama: str) -> None:
        while not self.cukup and (others := {m.nama: m for m in berurut(kind) if m.nama not in answers}):
            self.tulis(f"\nBoleh juga diisi{f' pada {nama}' if nama else ''}: {', '.join(others)}")
            key = self._line("Nama kunci (Enter = tidak ada lagi): ")
            if not key:
                return
            if key in others:
                self._ask(kind, others[key], answers, nama)
            else:
                self.tulis(f"Tidak ada kunci «{key}» di sini.")

    def _line(self, prompt: str) -> str:
        """Read one line; after the editor has had enough, nothing more is asked."""
        if self.cukup:
            return ""
        try:
            return self.baca(prompt).strip()
        except EOFError:
            self.cukup = True
            self.tulis("")
            return ""

    def _ask(self, kind: type[BaseModel], m: Medan, answers: dict[str, Any], nama: str) -> None:
        if self.cukup:
            return
        self.tulis(f"\n{nama + '.' if nama else ''}{m.nama} ({'wajib' if m.wajib else 'boleh kosong'}): {m.arti}")
        value = self._records(m, nama) if m.rekaman else self._values(kind, m) if m.banyak else self._value(kind, m)
        if value not in (None, []):
            answers[m.nama] = value
        elif m.wajib:
            self.tulis(f"«{m.nama}» dikosongkan; «handbook check» akan menagihnya.")

    def _records(self, m: Medan, nama: str) -> Any:
        assert m.rekaman is not None
        found: list[Any] = []
        while not found or (m.banyak and not self.cukup and self._line(f"Tambah {m.nama} lagi? (y = ya, Enter = tidak): ").lower() in YA):
            place = f"{nama + '.' if nama else ''}{m.nama}" + (f".{len(found) + 1}" if m.banyak else "")
            found.append(self.lengkapi(m.rekaman, {}, place))
        return found if m.banyak else found[0]

    def _values(self, kind: type[BaseModel], m: Medan) -> list[str]:
        """Ask for a list: one answer a line; ids, which hold no comma, may share one."""
        self._hint(m, "satu jawaban satu baris, Enter = selesai")
        found: list[str] = []
        while line := self._line(f"  {m.nama} {len(found) + 1}: "):
            for value in map(str.strip, line.split(",") if self.daftar(m) else [line]):
                if self._good(kind, m, value, [value]):
                    found.append(value)
        return found

    def _value(self, kind: type[BaseModel], m: Medan) -> str | None:
        usul = self.usul.get(m.nama, "")
        self._hint(m, f"Enter = {usul}" if usul else "")
        while line := self._line(f"  {m.nama}: ") or ("" if self.cukup else usul):
            value = _nilai(m, line)
            if self._good(kind, m, line, value):
                return value
        return None

    def _hint(self, m: Medan, more: str) -> None:
        self.tulis("  " + "; ".join(part for part in (_bentuk(m), more) if part))

    def _good(self, kind: type[BaseModel], m: Medan, typed: str, value: Any) -> bool:
        if typed.startswith(DAFTAR):
            self._list(m, typed.removeprefix(DAFTAR).strip().lower())
            return False
        problems = self.periksa(kind, m.nama, value)
        for problem in problems:
            self.tulis(f"  ✗ {problem.code} {problem.message}")
        return not problems

    def _list(self, m: Medan, word: str) -> None:
        found = [f"  {id}  {name}" for id, name in self.daftar(m).items() if word in f"{id} {name}".lower()]
        for line in found[:TAMPIL]:
            self.tulis(line)
        if len(found) > TAMPIL:
            self.tulis(f"  … dan {len(found) - TAMPIL} lagi; tambahkan kata, misalnya «? tegal»")
        if not found:
            self.tulis("  Tidak ada yang cocok." if word else f"  Tidak ada daftarnya. {_rupa(m)}")


def _nilai(m: Medan, line: str) -> str:
    """Give an answer as the book writes it: people say yes and no."""
    if m.inti is not bool:
        return line
    return "true" if line.lower() in YA else "false" if line.lower() in TIDAK else line


def _bentuk(m: Medan) -> str:
    """What one answer to a key looks like, in a line."""
    one = replace(m, banyak=False)
    return "ya atau tidak. Contoh: ya" if m.inti is bool else f"{one.bentuk}. Contoh: {one.contoh}"


def _rupa(m: Medan) -> str:
    """What one answer to a key looks like, for who asks."""
    if m.inti not in TANGGAL:
        return f"Isinya {_bentuk(m)}"
    return f"Tahun empat angka, bulan dua angka, hari dua angka: {m.contoh} ialah {tanggal(m.contoh)}. Diterima: {_bentuk(m)}"
