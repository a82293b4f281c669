/** Where a text says what something is, and when a reader asks for it. Mirrors definition.py. */

/** @typedef {[number, number]} Tempat start and end of a name in a folded text */

/**
 * Places of the names that a folded text defines: what stands between a stop and "adalah", if it opens the text or an
 * item of a list, or is marked as a name.
 * @returns {Tempat[]}
 */
export function defined(teks, { adalah, batas, butir, tanda, ...rules }) {
  return Array.from(teks.matchAll(adalah)).flatMap(({ index }) => {
    const awal = Math.max(...Array.from(batas, (stop) => teks.slice(0, index).lastIndexOf(stop))) + 1;
    const named = !awal || butir.test(teks.slice(Math.max(0, awal - 5), awal)) || tanda.test(teks.slice(awal, index));
    return named ? names(teks, awal, index, rules) : [];
  });
}

/** Places of the names in a part of a folded text: the full one and what it is called "selanjutnya". @returns {Tempat[]} */
export function names(teks, awal, akhir, { sebut, nama }) {
  const potong = Array.from(teks.slice(awal, akhir).matchAll(sebut), (m) => [awal + m.index, awal + m.index + m[0].length]);
  return [awal, ...potong.map(([, z]) => z)].flatMap((mulai, i) => {
    const cocok = nama.exec(teks.slice(mulai, potong[i]?.[0] ?? akhir));
    return cocok ? [place(cocok, mulai)] : [];
  });
}

/** The place in a folded query of what the reader wants explained, if that is what is asked. @returns {Tempat | undefined} */
export function asked(kueri, { tanya }) {
  for (const pola of tanya) {
    const cocok = pola.exec(kueri);
    if (cocok) return place(cocok, 0);
  }
}

/** Where the second group of a match stands: the first one is all before it. */
const place = ([, sebelum, nama], mulai) => [mulai + sebelum.length, mulai + sebelum.length + nama.length];

/** The term of a name by its words; names without words, or with too many to be names, have none. */
export const definitionTerm = (words, { kata }) => (words.length && words.length <= kata ? `def:${words.join("-")}` : null);
