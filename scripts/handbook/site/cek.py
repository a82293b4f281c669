"""Cek: what the self-check page loads, all answers in one small file, so that no request tells which act is asked about.

The rows are those of the open rule set, less their sources, which the act's page shows, one link
away, and less the questions, which the page itself lists. Every text stands once in ``teks``; ``rumah`` gives the page of a rule.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from handbook.model.handbook import Handbook

from .label import tanggal
from .terbuka import Ketetapan, ketetapan

BERKAS = "cek/jawaban.json"
# Keys whose values are sentences.
TEKS = frozenset({"alasan", "catatan", "isi", "pihak", "pilihan_aman", "syarat", "telanjur", "penjatuh"})
TANPA: Mapping[str, Any] = {
    "peran": {"__all__": {"isi", "asn", "bertanya", "khusus"}},
    "tahap": {"__all__": {"isi"}},
    "sanksi": {"__all__": {"isi", "sumber", "keyakinan", "catatan", "jenis", "anak_tangga", "dasar", "bagi"}},
    "dasar": {"__all__": {"isi", "halaman"}},
    "sumber": True,
    "perbuatan": {
        "__all__": {
            "tanya": True,
            "halaman": True,
            "ringkas": True,
            "kelompok": True,
            "alternatif": True,
            "putusan": {"__all__": {"sumber": True, "pandangan": {"__all__": {"sumber"}}}},
            "selebihnya": {"sumber"},
        }
    },
}


def export(handbook: Handbook, as_of: date) -> Mapping[str, str]:
    """Give the page's data by path."""
    return {BERKAS: json.dumps(pack(ketetapan(handbook, as_of)), ensure_ascii=False, separators=(",", ":"))}


def pack(found: Ketetapan) -> dict[str, Any]:
    """Turn a rule set into the page's form; ``buka.js`` turns it back."""
    plain = found.model_dump(mode="json", exclude_none=True, exclude=dict(TANPA))
    packer = _Packer({name: [row["id"] for row in plain[name]] for name in ("peran", "tahap", "dasar")})
    packed = packer.pack(plain)
    rumah = {dasar.id.split("#")[0]: dasar.halaman.split("#")[0] for dasar in found.dasar}
    return {**packed, "rumah": rumah, "disusun_teks": tanggal(found.disusun), "teks": list(packer.teks)}


class _Packer:
    """Collects the texts; writes ids of roles and phases as one number of bits, grounds and texts as their numbers."""

    def __init__(self, ids: Mapping[str, list[str]]) -> None:
        self.ids = ids
        self.teks: dict[str, int] = {}

    def pack(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self.pack(inner, name) for name, inner in value.items() if inner != []}
        if isinstance(value, list):
            bits = key in ("peran", "tahap") and isinstance(value[0], str)
            return sum(1 << self.ids[key].index(id) for id in value if id in self.ids[key]) if bits else [self.pack(v, key) for v in value]
        if key in TEKS:
            return self.teks.setdefault(value, len(self.teks))
        return self.ids["dasar"].index(value) if key == "dasar" else value
