/** The client's analyser gives the same terms at the same places as Python's. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { openIndex } from "./client.mjs";
import { read, site } from "./site.mjs";

const { analis } = await openIndex("/buku/", site());
// A larger file of the same form, written by a property test, takes the place of the golden one.
const cases = process.env.TOKEN_CASES ? JSON.parse(await readFile(process.env.TOKEN_CASES, "utf8")) : await read("token.json");

/** Every term of an analysed text: [term, position of its first word, number of words]. */
const terms = ({ kata, sitasi, gabungan, konsep, definisi }) => [
  ...kata.flatMap(({ muka }, posisi) => [[muka, posisi, 1], ...(/[0-9.]/.test(muka) ? [] : [[`${analis.stem(muka)}~`, posisi, 1]])]),
  ...[...sitasi, ...gabungan, ...konsep, ...definisi].flatMap(({ istilah, posisi, panjang }) => istilah.map((satu) => [satu, posisi, panjang])),
];

/** Terms with their places in code points, as Python counts. */
function token(teks) {
  const naskah = analis.analyse(teks);
  const points = (n) => Array.from(teks.slice(0, n)).length;
  return terms(naskah).map(([i, p, n]) => [i, p, n, points(naskah.kata[p].awal), points(naskah.kata[p + n - 1].akhir)]);
}

for (const { teks, token: expected } of cases) {
  test(`token: ${JSON.stringify(teks)}`, () => assert.deepEqual(token(teks), expected));
}
