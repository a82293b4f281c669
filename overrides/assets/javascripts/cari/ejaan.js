/** Words of the vocabulary near a word that is not in it, or beginning with it. Mirrors spelling.py. */

import { huruf } from "./aturan.js";

/** How many slips a word may have. */
export function bolehSalah(kata) {
  if (kata.length < 4 || !huruf(kata)) return 0;
  return kata.length <= 7 ? 1 : 2;
}

/** Inserted, lost, changed and swapped letters between two words; batas + 1 means more than batas. */
export function jarak(a, b, batas) {
  if (Math.abs(a.length - b.length) > batas) return batas + 1;
  let dua = [];
  let lalu = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const kini = [i];
    for (let j = 1; j <= b.length; j++) {
      let nilai = Math.min(lalu[j] + 1, kini[j - 1] + 1, lalu[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) nilai = Math.min(nilai, dua[j - 2] + 1);
      kini.push(nilai);
    }
    if (Math.min(...kini) > batas) return batas + 1;
    [dua, lalu] = [lalu, kini];
  }
  return Math.min(lalu[b.length], batas + 1);
}

/** The best corrections with their distances: nearest first, then commonest, then by alphabet. */
export function terdekat(kata, lema, banyaknya) {
  const batas = bolehSalah(kata);
  if (!batas) return [];
  return lema
    .map(([calon, banyak]) => [jarak(kata, calon, batas), -banyak, calon])
    .filter(([nilai]) => nilai <= batas)
    .sort(urut)
    .slice(0, banyaknya)
    .map(([nilai, , calon]) => [calon, nilai]);
}

/** The commonest longer words that begin with `kata`. */
export function lanjutan(kata, lema, banyaknya) {
  return lema
    .filter(([calon]) => calon !== kata && calon.startsWith(kata))
    .map(([calon, banyak]) => [-banyak, calon])
    .sort(urut)
    .slice(0, banyaknya)
    .map(([, calon]) => calon);
}

function urut(a, b) {
  const i = a.findIndex((nilai, n) => nilai !== b[n]);
  return i < 0 ? 0 : a[i] < b[i] ? -1 : 1;
}
