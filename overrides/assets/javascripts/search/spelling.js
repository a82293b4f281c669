/** Words of the vocabulary near a word that is not in it, or beginning with it. Mirrors spelling.py. */

import { firstThat } from "./bisect.js";
import { isAlpha } from "./rules.js";

/** @typedef {[string, number]} Lema a word and the number of sections that hold it */

/** How many slips a word may have: none below 4 letters or with digits, one up to 7 letters, two beyond. */
export function allowed(kata) {
  if (kata.length < 4 || !isAlpha(kata)) return 0;
  return kata.length <= 7 ? 1 : 2;
}

/**
 * Inserted, lost, changed and swapped letters between two words; batas + 1 means more than batas. Thousands of words are
 * compared with one, so only the middle of the table is filled, where the distance can still be within batas.
 */
export function distance(a, b, batas) {
  const far = batas + 1;
  if (Math.abs(a.length - b.length) > batas) return far;
  let [dua, lalu, kini] = rows(b.length + 2);
  for (let j = 0; j <= b.length + 1; j++) lalu[j] = Math.min(j, far);
  for (let i = 1; i <= a.length; i++) {
    const [mulai, akhir] = [Math.max(1, i - batas), Math.min(b.length, i + batas)];
    kini[mulai - 1] = mulai === 1 ? Math.min(i, far) : far;
    let paling = kini[mulai - 1];
    for (let j = mulai; j <= akhir; j++) {
      const sama = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let jarak = Math.min(lalu[j] + 1, kini[j - 1] + 1, lalu[j - 1] + (sama ? 0 : 1), far);
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) jarak = Math.min(jarak, dua[j - 2] + 1);
      kini[j] = jarak;
      paling = Math.min(paling, jarak);
    }
    if (paling > batas) return far;
    kini[akhir + 1] = far;
    [dua, lalu, kini] = [lalu, kini, dua];
  }
  return lalu[b.length];
}

let table = [];

/** Three rows of a table, the same ones every time. */
function rows(length) {
  if (!(table[0]?.length >= length)) table = [0, 1, 2].map(() => new Uint8Array(2 * length));
  return table;
}

/**
 * The best corrections with their distances: nearest first, then commonest, then by alphabet.
 * @param {string} kata
 * @param {Lema[][]} daftar lists of words; a word that stands in several counts as in the first
 * @param {number} limit
 * @param {(calon: string, banyak: number) => boolean} [likely] which words to consider
 * @returns {[string, number][]}
 */
export function nearest(kata, daftar, limit, likely = () => true) {
  const batas = allowed(kata);
  if (!batas) return [];
  const sendiri = lettersOf(kata);
  const dekat = new Map();
  for (const lema of daftar) {
    if (!letters.has(lema)) letters.set(lema, lema.map(([calon]) => lettersOf(calon)));
    letters.get(lema).forEach((huruf, i) => {
      if (more(sendiri & ~huruf, batas) || more(huruf & ~sendiri, batas)) return;
      const [calon, banyak] = lema[i];
      const jarak = dekat.has(calon) || !likely(calon, banyak) ? batas + 1 : distance(kata, calon, batas);
      if (jarak <= batas) dekat.set(calon, [jarak, -banyak, calon]);
    });
  }
  return [...dekat.values()].sort(compare).slice(0, limit).map(([jarak, , calon]) => [calon, jarak]);
}

const letters = new WeakMap(); // list of words -> the letters of each: a slip changes at most one for another, so most words are far

/** The letters of a word, each a bit; rare ones share the bits of others. */
function lettersOf(kata) {
  let bits = 0;
  for (let i = 0; i < kata.length; i++) bits |= 1 << kata.charCodeAt(i); // takes the last five bits of the code
  return bits;
}

/** Whether more than so many bits are set. */
const more = (bits, batas) => bits !== 0 && (batas === 0 || more(bits & (bits - 1), batas - 1));

/** In how many sections a word is, by a list in order of the alphabet; undefined if it is not in the list. @param {Lema[]} lema */
export function frequency(kata, lema) {
  const [calon, banyak] = lema[firstThat(lema.length, (i) => lema[i][0] >= kata)] ?? [];
  return calon === kata ? banyak : undefined;
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
