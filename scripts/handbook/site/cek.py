"""Cek: what the self-check page loads, all answers in one small file, so that no request tells which act is asked about.

The rows are those of the open rule set, less their sources, which the act's page shows, one link away, and less the
questions, which the page itself lists. Acts stand by group: neighbours that share sentences compress well. The file is named
by its content, and the page names the file: a damaged one, or one of another release, is told from the right one.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from handbook.model.rekaman import Keyakinan

from .label import tanggal
from .terbuka import Ketetapan

FOLDER = "cek"
TANPA: Mapping[str, Any] = {
    "penggunaan": True,
    "peran": {"__all__": {"isi"}},
    "tahap": {"__all__": {"isi"}},
    "kelompok": True,
    "sanksi": {"__all__": {"isi", "sumber", "keyakinan", "catatan", "jenis", "anak_tangga", "dasar", "bagi"}},
    "dasar": {"__all__": {"isi", "halaman"}},
    "sumber": True,
    "perbuatan": {
        "__all__": {
            "tanya": True,
            "halaman": True,
            "ringkas": True,
            "alternatif": True,
            "putusan": {"__all__": {"sumber": True, "pandangan": {"__all__": {"sumber"}}}},
            "selebihnya": {"sumber"},
        }
    },
}
# The page marks doubt and passes over what is sound.
YAKIN = frozenset(k.value for k in Keyakinan if not k.meragukan)


def export(found: Ketetapan) -> Mapping[str, str]:
    """Give the page's one file of data by path, from the rule set of the day: ``cek/jawaban-….json``, with the beginning of its SHA-256."""
    text = json.dumps(pack(found), ensure_ascii=False, separators=(",", ":"))
    return {f"{FOLDER}/jawaban-{sha256(text.encode()).hexdigest()[:16]}.json": text}


def pack(found: Ketetapan) -> dict[str, Any]:
    """Turn a rule set into the page's form; ``buka.js`` turns it back. ``rumah`` gives the page of a rule."""
    plain = found.model_dump(mode="json", exclude_none=True, exclude=dict(TANPA))
    cited = {dasar for act in found.perbuatan for row in act.putusan for dasar in row.dasar}
    cited |= {dasar for act in found.perbuatan for dasar in act.selebihnya.dasar}
    plain["dasar"] = [dasar for dasar in plain["dasar"] if dasar["id"] in cited]
    ids = {name: [row["id"] for row in plain[name]] for name in ("peran", "tahap", "dasar")}
    rumah = {dasar.id.split("#")[0]: dasar.halaman.split("#")[0] for dasar in found.dasar}
    acts = [
        {key: _pack(value, key, ids) for key, value in act.items() if key != "kelompok"}
        for act in sorted(plain["perbuatan"], key=lambda act: (act["kelompok"], act["id"]))
    ]
    return {**plain, "perbuatan": acts, "rumah": rumah, "disusun_teks": tanggal(found.disusun)}


def _pack(value: Any, key: str, ids: Mapping[str, list[str]]) -> Any:
    """Write the roles and phases of a row as one number of bits each, its grounds as their numbers."""
    if isinstance(value, dict):
        return {
            name: _pack(inner, name, ids) for name, inner in value.items() if inner != [] and not (name == "keyakinan" and inner in YAKIN)
        }
    if key in ("peran", "tahap"):
        return sum(1 << ids[key].index(id) for id in value if id in ids[key])
    if isinstance(value, list):
        return [_pack(inner, key, ids) for inner in value]
    return ids["dasar"].index(value) if key == "dasar" else value
