/** The client answers as Whoosh does: same plans, ranks, scores, excerpts and cards, for every golden query. */

import assert from "node:assert/strict";
import test from "node:test";
import { openIndex, search } from "./client.mjs";
import { read, site } from "./site.mjs";

const indeks = await openIndex("/buku/", site());
const cases = await read("jawaban.json");

/** Python counts code points, JavaScript UTF-16 units. */
function points(text, spans) {
  const count = (n) => Array.from(text.slice(0, n)).length;
  return spans.map(([start, end]) => [count(start), count(end)]);
}

const inPoints = (hasil) => hasil.map((h) => ({ ...h, spans: points(h.excerpt, h.spans), lagi: inPoints(h.lagi) }));
const plain = (jawaban) => JSON.parse(JSON.stringify({ ...jawaban, hasil: inPoints(jawaban.hasil) }));

test("at least sixty golden queries", () => assert.ok(cases.length >= 60));

for (const { kueri, pilihan, jawaban } of cases) {
  test(`search: ${JSON.stringify(kueri)} ${JSON.stringify(pilihan)}`, async () => {
    assert.deepEqual(plain(await search(indeks, kueri, pilihan)), jawaban);
  });
}

test("marks stand on whole words", async () => {
  for (const { kueri, pilihan } of cases) {
    for (const { excerpt, spans } of (await search(indeks, kueri, pilihan)).hasil) {
      for (const [start, end] of spans) {
        assert.match(excerpt.slice(start, end), /^[^\s].*[^\s]$|^[^\s]$/su);
        assert.doesNotMatch(excerpt.slice(0, start), /[a-z0-9]$/i);
        assert.doesNotMatch(excerpt.slice(end), /^[a-z0-9]/i);
      }
    }
  }
});
