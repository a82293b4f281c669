/** The client's analyser gives the same terms at the same places as Python's. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { bukaIndeks } from "./modul.mjs";
import { baca, situs } from "./situs.mjs";

const { analis } = await bukaIndeks("/buku/", situs());
// A larger file of the same form, written by a property test, takes the place of the golden one.
const kasus = process.env.KASUS_TOKEN ? JSON.parse(await readFile(process.env.KASUS_TOKEN, "utf8")) : await baca("token.json");

/** Terms with their places in code points, as Python counts. */
function token(teks) {
  const naskah = analis.analisis(teks);
  const titik = (n) => Array.from(teks.slice(0, n)).length;
  return analis
    .token(naskah)
    .map(([i, p, n]) => [i, p, n, titik(naskah.kata[p].awal), titik(naskah.kata[p + n - 1].akhir)]);
}

for (const { teks, token: harapan } of kasus) {
  test(`token: ${JSON.stringify(teks)}`, () => assert.deepEqual(token(teks), harapan));
}
