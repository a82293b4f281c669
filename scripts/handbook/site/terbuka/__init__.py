"""Terbuka: the book as open data, for other sites and programs: the rule set of answers, and every table flat.

Files, relative to the site's root, all below ``data/``: ``index.json`` names the others; ``putusan.*`` is the rule set with its
schema, its test vectors and its answers on the day of the build; every table of ``TABEL`` is there as JSON, CSV and schema.
"""

from .berkas import FOLDER, INDEKS, daftar, export
from .kepala import LISENSI, PENGGUNAAN, SKEMA
from .putusan import Ketetapan, ketetapan
from .tabel import TABEL, TabelTerbuka

__all__ = ["FOLDER", "INDEKS", "LISENSI", "PENGGUNAAN", "SKEMA", "TABEL", "Ketetapan", "TabelTerbuka", "daftar", "export", "ketetapan"]
