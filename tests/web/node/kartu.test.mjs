/** A card tells what has become of its answer. */

import assert from "node:assert/strict";
import test from "node:test";
import { tidings } from "../../../overrides/assets/javascripts/bagikan/kartu.js";

const NOW = "2026-11-02-1a2b3c4d";
const CASES = [
  ["#kartu-2026-11-02-1a2b3c4d", "Menurut tautannya, kartu Anda dari 2 November 2026. Jawaban di halaman ini belum berubah sejak itu. Gambar dapat dipalsukan: pegang jawaban di halaman ini."],
  ["#kartu-2026-05-01-1a2b3c4d", "Menurut tautannya, kartu Anda dari 1 Mei 2026. Jawaban di halaman ini ditinjau ulang 2 November 2026 dan tidak berubah sejak itu. Gambar dapat dipalsukan: pegang jawaban di halaman ini."],
  ["#kartu-2026-05-01-00000000", "Menurut tautannya, kartu Anda dari 1 Mei 2026. Isi halaman ini sudah berubah sejak itu: pakai jawaban di bawah, yang ditinjau 2 November 2026."],
  ["#kartu-2026-11-02-00000000", "Menurut tautannya, kartu Anda dari 2 November 2026. Isi halaman ini sudah berubah sejak itu: pakai jawaban di bawah, yang ditinjau 2 November 2026."],
  ["#kartu-2027-01-01-00000000", "Menurut tautannya, kartu Anda dari 1 Januari 2027, lebih baru daripada halaman ini. Muat ulang bila sambungan sudah ada."],
  ["", ""],
  ["#jawaban-1", ""],
  ["#kartu-", ""],
  ["#kartu-2026-99-99-1a2b3c4d", ""],
  ["#kartu-2026-05-01-1a2b3c4d<img src=x>", ""],
];

for (const [hash, told] of CASES) test(JSON.stringify(hash), () => assert.equal(tidings(hash, NOW), told));
