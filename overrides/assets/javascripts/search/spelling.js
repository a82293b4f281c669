/** Words of the vocabulary near a word that is not in it, or beginning with it. Mirrors spelling.py. */

import { isAlpha } from "./rules.js";

/** @typedef {[string, number]} Lema a word and the number of sections that hold it */

/** How many slips a word may have: none below 4 letters or with digits, one up to 7 letters, two beyond. */
export function allowed(kata) {
  if (kata.length < 4 || !isAlpha(kata)) return 0;
  return kata.length <= 7 ? 1 : 2;
}

/** Inserted, lost, changed and swapped letters between two words; batas + 1 means more than batas. */
export function distance(a, b, batas) {
  if (Math.abs(a.length - b.length) > batas) return batas + 1;
  let dua = [];
  let lalu = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const kini = [i];
    for (let j = 1; j <= b.length; j++) {
      let jarak = Math.min(lalu[j] + 1, kini[j - 1] + 1, lalu[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) jarak = Math.min(jarak, dua[j - 2] + 1);
      kini.push(jarak);
    }
    if (Math.min(...kini) > batas) return batas + 1;
    [dua, lalu] = [lalu, kini];
  }
  return Math.min(lalu[b.length], batas + 1);
}

/** The best corrections with their distances: nearest first, then commonest, then by alphabet. @param {Lema[]} lema */
export function nearest(kata, lema, limit) {
  const batas = allowed(kata);
  if (!batas) return [];
  return lema
    .map(([calon, banyak]) => [distance(kata, calon, batas), -banyak, calon])
    .filter(([jarak]) => jarak <= batas)
    .sort(compare)
    .slice(0, limit)
    .map(([jarak, , calon]) => [calon, jarak]);
}

/** The commonest longer words that begin with `kata`. @param {Lema[]} lema */
export function completions(kata, lema, limit) {
  return lema
    .filter(([calon]) => calon !== kata && calon.startsWith(kata))
    .map(([calon, banyak]) => [-banyak, calon])
    .sort(compare)
    .slice(0, limit)
    .map(([, calon]) => calon);
}

/** Lists by their first difference, as Python compares tuples. */
export function compare(a, b) {
  const i = a.findIndex((nilai, n) => nilai !== b[n]);
  return i < 0 ? 0 : a[i] < b[i] ? -1 : 1;
}
