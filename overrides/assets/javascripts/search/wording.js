/** The terms that stand for one word of a query. Mirrors wording.py. */

import { percent } from "./citation.js";
import { isAlpha } from "./rules.js";

/** A word as written, its stem, its concepts, and the formal word if it is an informal one. @returns {import("./query.js").Pilihan[]} */
export function alternatives(naskah, posisi, analis) {
  const kata = naskah.kata[posisi].muka;
  const formal = analis.aturan.santai.get(kata);
  return [...forms(kata, analis), ...concepts(naskah, posisi, analis.aturan.bobot), ...(formal ? forms(formal, analis) : [])];
}

/** The same terms, weaker the further they are from what was typed. */
export const weakened = (pilihan, jarak, { bobot }) => pilihan.map(([istilah, b]) => [istilah, percent(b, bobot.ejaan[jarak])]);

/** Alternatives of a word that stands for another one, outside its sentence; a word that says nothing has none. */
export function alone(kata, analis) {
  const naskah = analis.analyse(kata);
  return naskah.kata.length ? alternatives(naskah, 0, analis) : [];
}

function forms(kata, analis) {
  const { muka, akar } = analis.aturan.bobot;
  return [[kata, muka], ...(isAlpha(kata) ? [[`${analis.stem(kata)}~`, akar]] : [])];
}

/** Concepts that the word belongs to; a spelling of several words shares its weight among them. */
function concepts(naskah, posisi, bobot) {
  return naskah.konsep
    .filter((r) => r.posisi <= posisi && posisi < r.posisi + r.panjang)
    .map((r) => [r.istilah[0], r.panjang === 1 ? bobot.konsep : Math.floor(bobot.konsep_sebagian / r.panjang)]);
}
