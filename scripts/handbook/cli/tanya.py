"""Tanya: the questions of `handbook new`, made from the schema; every answer is checked before the next question."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from handbook.content import hari
from handbook.model.problem import Problem
from handbook.model.rekaman import Hari, TanggalLonggar
from handbook.model.skema import Medan, berurut
from handbook.site.label import tanggal

# What an editor types instead of an answer.
DAFTAR, YA, TIDAK = "?", ("y", "ya"), ("t", "tidak")
TANGGAL = (date, Hari, TanggalLonggar)
# A year or a month alone, or a day, as the book writes it: nothing to understand.
LONGGAR = re.compile(r"\d{4}(-\d\d){0,2}")
PETUNJUK = "Enter = kosongkan dulu · ? = daftar pilihan, atau «? tegal» untuk mencari · Ctrl-D = cukup, sisanya kosong · Ctrl-C = batal"
TAMPIL = 30


@dataclass
class Tanya:
    """The ways to the editor and to the book.

    ``baca`` asks one line and raises EOFError when the editor has had enough; ``tulis`` shows one; ``periksa`` gives the
    faults of an answer to a key; ``daftar`` gives the ids (and names) a key can refer to; ``usul`` suggests plain answers;
    ``juga`` names, for a kind, the keys that are asked for although they may stay empty; ``dipakai`` keeps the ids answered so far.
    """

    baca: Callable[[str], str]
    tulis: Callable[[str], None]
    periksa: Callable[[type[BaseModel], str, Any], list[Problem]]
    daftar: Callable[[Medan], Mapping[str, str]]
    usul: Mapping[tuple[type[BaseModel], str], str] = field(default_factory=dict)
    juga: Mapping[type[BaseModel], Collection[str]] = field(default_factory=dict)
    cukup: bool = False
    dipakai: set[str] = field(default_factory=set)

    def lengkapi(self, kind: type[BaseModel], given: Mapping[str, Any], nama: str = "") -> dict[str, Any]:
        """Ask for the keys that are not given and required, or worth a question; then offer the others. Gives all answers."""
        answers = dict(given)
        for m in berurut(kind):
            if m.nama in given and m.rekaman:
                answers[m.nama] = self._begun(m, given[m.nama], nama)
            elif (m.wajib or m.nama in self.juga.get(kind, ())) and m.nama not in answers:
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
        m = next(m for m in berurut(kind) if m.nama == "id")
        self.tulis(f"\nid (wajib): {m.arti.rstrip('.')}; sesudah terbit tidak diganti lagi")
        self._hint(m, f"Enter = {usul}" if usul else "")
        while (line := self._answer(m, "  id: ")).startswith(DAFTAR):
            self._list(m, line)
        return line or usul

    def _offer(self, kind: type[BaseModel], answers: dict[str, Any], nama: str) -> None:
        while not self.cukup and (others := {m.nama: m for m in berurut(kind) if m.nama not in answers}):
            self.tulis(f"\nBoleh juga diisi{f' pada {nama}' if nama else ''}: {', '.join(others)}")
            key = self._line("Nama kunci (? = artinya, Enter = tidak ada lagi): ")
            if not key:
                return
            if key.startswith(DAFTAR):
                self.tulis("\n".join(f"  {m.nama}  {m.arti}" for m in others.values()))
            elif key in others:
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

    def _answer(self, m: Medan, prompt: str) -> str:
        """Read an answer to a key; who types the key too, as in a file, means what follows it."""
        return self._line(prompt).removeprefix(f"{m.nama}:").strip()

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
        """Ask for records: for the first one where it must be there, for any other only who says yes."""
        assert m.rekaman is not None
        found: list[Any] = []
        while (m.wajib and not found) or ((m.banyak or not found) and self._more(m, bool(found))):
            place = f"{nama + '.' if nama else ''}{m.nama}" + (f".{len(found) + 1}" if m.banyak else "")
            found.append(self.lengkapi(m.rekaman, {}, place))
        return found if m.banyak else found[0] if found else None

    def _begun(self, m: Medan, value: Any, nama: str) -> Any:
        """Ask for what records that are there lack; of whole ones nothing is asked."""
        assert m.rekaman is not None
        place = f"{nama + '.' if nama else ''}{m.nama}"
        if isinstance(value, list):
            return [self._begun(replace(m, nama=f"{m.nama}.{number}"), one, nama) for number, one in enumerate(value, 1)]
        lacking = isinstance(value, dict) and any(inner.wajib and inner.nama not in value for inner in berurut(m.rekaman))
        return self.lengkapi(m.rekaman, value, place) if lacking else value

    def _more(self, m: Medan, again: bool) -> bool:
        while (line := self._line(f"Tambah {m.nama}{' lagi' if again else ''}? (ya, Enter = tidak): ").lower()) not in (*YA, *TIDAK, ""):
            self.tulis(f"  ✗ «{line}» bukan jawabannya: ketik ya untuk mengisi {m.nama}, atau Enter saja.")
        return line in YA

    def _values(self, kind: type[BaseModel], m: Medan) -> list[str]:
        """Ask for a list: one answer a line; ids, which hold no comma, may share one."""
        self._hint(m, "satu jawaban satu baris, Enter = selesai")
        found: list[str] = []
        while line := self._answer(m, f"  {m.nama} {len(found) + 1}: "):
            for typed in map(str.strip, line.split(",") if self.daftar(m) else [line]):
                value = self._nilai(m, typed)
                if self._good(kind, m, typed, [*found, value]):
                    found.append(value)
        self.dipakai.update(found)
        return found

    def _value(self, kind: type[BaseModel], m: Medan) -> str | None:
        usul = self.usul.get((kind, m.nama), "")
        self._hint(m, f"Enter = {usul}" if usul else "")
        while line := self._answer(m, f"  {m.nama}: ") or ("" if self.cukup else usul):
            value = self._nilai(m, line)
            if self._good(kind, m, line, value):
                return value
        return None

    def _nilai(self, m: Medan, line: str) -> str:
        """Give an answer as the book writes it: people say yes and no, write PNS for pns, and a month by its name."""
        if m.inti is bool:
            return "true" if line.lower() in YA else "false" if line.lower() in TIDAK else line
        if m.inti in TANGGAL and not LONGGAR.fullmatch(line):
            return self._hari(line)
        return line.lower() if m.pilihan or m.rujuk else line

    def _hari(self, line: str) -> str:
        """Read a day as offices write it and say which one was understood; anything else is left to the check."""
        try:
            day = hari.baca(line).isoformat()
        except ValueError:
            return line
        self.tulis(f"  = {day}, yaitu {tanggal(day)}")
        return day

    def _hint(self, m: Medan, more: str) -> None:
        self.tulis("  " + "; ".join(part for part in (_bentuk(m), more) if part))

    def _good(self, kind: type[BaseModel], m: Medan, typed: str, value: Any) -> bool:
        if typed.startswith(DAFTAR):
            self._list(m, typed)
            return False
        problems = self.periksa(kind, m.nama, value)
        for problem in problems:
            self.tulis(f"  ✗ {problem.code} {problem.message}")
        return not problems

    def _list(self, m: Medan, typed: str) -> None:
        """Show what a key can hold, those answered before first; words after the sign must all be there."""
        words = typed.removeprefix(DAFTAR).lower().split()
        rows = sorted(self.daftar(m).items(), key=lambda row: row[0] not in self.dipakai)
        found = [f"  {id}  {name}" for id, name in rows if all(word in f"{id} {name}".lower() for word in words)]
        for line in found[:TAMPIL]:
            self.tulis(line)
        if len(found) > TAMPIL:
            self.tulis(f"  … dan {len(found) - TAMPIL} lagi; tambahkan kata, misalnya «? tegal»")
        if not found:
            self.tulis("  Tidak ada yang cocok." if rows else f"  Tidak ada daftarnya. {_rupa(m)}")


def _bentuk(m: Medan) -> str:
    """What one answer to a key looks like, in a line."""
    one = replace(m, banyak=False)
    said = f" atau {tanggal(one.contoh)}" if m.inti in TANGGAL else ""
    return "ya atau tidak. Contoh: ya" if m.inti is bool else f"{one.bentuk}. Contoh: {one.contoh}{said}"


def _rupa(m: Medan) -> str:
    """What one answer to a key looks like, for who asks."""
    if m.inti not in TANGGAL:
        return f"Isinya {_bentuk(m)}"
    return f"Tahun empat angka, bulan dua angka, hari dua angka: {m.contoh} ialah {tanggal(m.contoh)}. Diterima: {_bentuk(m)}"
