/** The client answers as Whoosh does: same plans, ranks, scores, excerpts and cards, for every golden query. */

import assert from "node:assert/strict";
import test from "node:test";
import { bukaIndeks, cari, sorot } from "./modul.mjs";
import { baca, situs } from "./situs.mjs";

const indeks = await bukaIndeks("/buku/", situs());

/** Python counts code points, JavaScript UTF-16 units. */
function titik(teks, spans) {
  const hitung = (n) => Array.from(teks.slice(0, n)).length;
  return spans.map(([awal, akhir]) => [hitung(awal), hitung(akhir)]);
}

const samakan = (hasil) => hasil.map((h) => ({ ...h, spans: titik(h.excerpt, h.spans), lagi: samakan(h.lagi) }));
const polos = (jawaban) => JSON.parse(JSON.stringify({ ...jawaban, hasil: samakan(jawaban.hasil) }));

/** Plans are lists of pairs in JavaScript, records in Python. */
const golden = (jawaban) => ({ ...jawaban, rencana: { ...jawaban.rencana } });

const kasus = await baca("jawaban.json");

test("at least sixty golden queries", () => assert.ok(kasus.length >= 60));

for (const { kueri, pilihan, jawaban } of kasus) {
  test(`cari: ${JSON.stringify(kueri)} ${JSON.stringify(pilihan)}`, async () => {
    assert.deepEqual(polos(await cari(indeks, kueri, pilihan)), golden(jawaban));
  });
}

test("marks stand on whole words", async () => {
  for (const { kueri, pilihan } of kasus) {
    for (const { excerpt, spans } of (await cari(indeks, kueri, pilihan)).hasil) {
      for (const [awal, akhir] of spans) {
        assert.match(excerpt.slice(awal, akhir), /^[^\s].*[^\s]$|^[^\s]$/su);
        assert.doesNotMatch(excerpt.slice(0, awal), /[a-z0-9]$/i);
        assert.doesNotMatch(excerpt.slice(akhir), /^[a-z0-9]/i);
      }
    }
  }
});

test("any text can be marked for a plan", async () => {
  const { rencana } = await cari(indeks, "boleh like di medsos");
  assert.deepEqual(sorot(indeks, "Menyukai unggahan di media sosial", rencana), [[0, 8], [21, 33]]);
});
