/** The regulations and articles that a reader names -> groups of terms. Mirrors citation.py. */

import { articleOf, isPasal, isPeraturan } from "./analyser.js";
import { isAlpha } from "./rules.js";

/** How many words stand between two citations; less than 0 if they overlap. */
const apart = (a, b) => Math.max(b.posisi - a.posisi - a.panjang, a.posisi - b.posisi - b.panjang);

/** The longest citations that do not overlap, in order. */
export function longest(sitasi) {
  const dipilih = [];
  for (const rentang of [...sitasi].sort((a, b) => b.panjang - a.panjang || a.posisi - b.posisi)) {
    if (dipilih.every((r) => apart(rentang, r) >= 0)) dipilih.push(rentang);
  }
  return dipilih.sort((a, b) => a.posisi - b.posisi);
}

/** The articles of a query as those of its regulation, wherever in the query that stands; of several, the next one. */
export function articles(sitasi) {
  const peraturan = sitasi.filter(isPeraturan);
  const nearest = (p) => peraturan.reduce((a, b) => (apart(p, b) < apart(p, a) ? b : a));
  return peraturan.length ? sitasi.filter(isPasal).map((p) => ({ ...p, istilah: articleOf(p, nearest(p)) })) : [];
}

/** An article beside its regulation is a group of its own that weighs most; the whole regulation then weighs less. */
export function groups(gabungan, sitasi, naskah, bobot) {
  const [naik, turun] = gabungan.length ? bobot.pasal_peraturan : [100, 100];
  return [
    ...gabungan.map((r) => group(r, naskah, bobot, naik)),
    ...sitasi.map((r) => group(r, naskah, bobot, isPasal(r) ? 100 : turun)),
  ];
}

/** The citation itself, then wider ones (the article without its paragraph), then its numbers alone. */
function group({ istilah, posisi, panjang }, naskah, bobot, persen) {
  const kata = naskah.kata.slice(posisi, posisi + panjang).map(({ muka }) => muka);
  const pilihan = istilah.map((satu, urutan) => [satu, urutan ? bobot.sitasi_luas : bobot.muka]);
  for (const k of kata) if (k.length > 1 && !isAlpha(k)) pilihan.push([k, bobot.sitasi_bagian]);
  return { kata: kata.join(" "), pilihan: best(pilihan).map(([i, b]) => [i, percent(b, persen)]) };
}

/** Each term once, with its highest weight, in order of appearance. */
export function best(pilihan) {
  const terbaik = new Map();
  for (const [istilah, bobot] of pilihan) terbaik.set(istilah, Math.max(bobot, terbaik.get(istilah) ?? 0));
  return [...terbaik];
}

export const percent = (bobot, persen) => Math.floor((bobot * persen) / 100);
