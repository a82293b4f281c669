/** Distances of words and the nearest ones: the quick ways give what the full ones give. */

import assert from "node:assert/strict";
import test from "node:test";
import { distance, nearest } from "./client.mjs";

/** The whole table, cell by cell. */
function full(a, b, batas) {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return Math.min(d[a.length][b.length], batas + 1);
}

test("the quick table agrees with the full one on 20,000 pairs", () => {
  let seed = 7;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const word = () => Array.from({ length: random(10) }, () => "abc"[random(3)]).join("");
  for (let n = 0; n < 20_000; n++) {
    const [a, b, batas] = [word(), word(), random(3)];
    assert.equal(distance(a, b, batas), full(a, b, batas), `${a} ${b} ${batas}`);
  }
});

test("long words have room", () => assert.equal(distance("a".repeat(300), "a".repeat(301), 2), 1));

test("no near word is passed over", () => {
  let seed = 11;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const word = () => Array.from({ length: 3 + random(7) }, () => "abcdeß"[random(6)]).join("");
  const lema = Array.from(new Set(Array.from({ length: 3000 }, word)), (kata) => [kata, 1 + random(9)]);
  for (let n = 0; n < 200; n++) {
    const kata = word();
    const batas = kata.length < 4 ? 0 : kata.length <= 7 ? 1 : 2;
    const all = lema.map(([calon, banyak]) => [full(kata, calon, batas), -banyak, calon]).filter(([jarak]) => batas && jarak <= batas);
    all.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
    assert.deepEqual(nearest(kata, [lema], Infinity), all.map(([jarak, , calon]) => [calon, jarak]), kata);
  }
});
