/** What a reader typed -> groups of terms to look up. Mirrors query.py; asking the index takes promises here. */

import { articles, best, groups, longest } from "./citation.js";
import { corrections, near } from "./correction.js";
import { asked, definitionTerm, names } from "./definition.js";
import { completions } from "./spelling.js";
import { alone, alternatives, weakened } from "./wording.js";

/**
 * @typedef {[string, number]} Pilihan a term and its weight
 * @typedef {{kata: string, pilihan: Pilihan[]}} Kelompok
 * @typedef {{niat: string, kelompok: Kelompok[], frasa: string[][], tanpa: string[][], koreksi: [string, string][], peran: string[]}} Rencana
 * @typedef {{has: (istilah: string) => Promise<boolean>, letter: (huruf: string) => Promise<import("./spelling.js").Lema[]>,
 *   headless: (ekor: string) => Promise<import("./spelling.js").Lema[]>}} Kosakata `letter` gives the words that begin so, `headless` those
 *   that are one letter and then so
 */

const POTONG = /(?:^| )(-?)"([^"]*)"|(?:^| )-(?=[a-z0-9])([^ "]+)/g;

/**
 * Plan a query.
 * @param {string} kueri
 * @param {import("./analyser.js").Analis} analis
 * @param {Kosakata} kosakata
 * @param {boolean} typing whether the last word may be the beginning of one
 * @returns {Promise<Rencana>}
 */
export async function plan(kueri, analis, kosakata, typing) {
  const { aturan } = analis;
  const { teks: ditik, frasa, tanpa } = split(analis.fold(kueri).teks, analis);
  const asli = corrected(ditik.replace(aturan.ulang, "$1"), aturan.singkatan, aturan);
  const ditulis = analis.analyse(asli);
  const usulan = await corrections(ditulis, meaningful(ditulis, aturan), last(ditulis, asli, typing), analis, kosakata);
  const koreksi = [...usulan].map(([kata, [[calon]]]) => [kata, calon]);
  const teks = koreksi.length ? corrected(asli, new Map(koreksi), aturan) : asli;
  const naskah = koreksi.length ? analis.analyse(teks) : ditulis;
  const asal = new Map([...usulan.values()].flatMap((isi) => analis.words(isi[0][0]).map((kata) => [kata, isi])));
  const sitasi = longest(naskah.sitasi);
  const pasal = articles(sitasi);
  const terakhir = last(naskah, teks, typing);
  const tanya = teks.replace(/^ +| +$/g, "");
  const diminta = asked(tanya, aturan.definisi);
  const [known, kelompok, arti] = await Promise.all([
    Promise.all(pasal.map((r) => hasAny(r.istilah, kosakata))),
    Promise.all(meaningful(naskah, aturan).map((posisi) => word(naskah, posisi, analis, kosakata, asal, posisi === terakhir))),
    diminta ? definition(tanya, diminta, analis, kosakata, asal) : [],
  ]);
  const gabungan = pasal.filter((_, i) => known[i]);
  const semua = [...groups(gabungan, sitasi, naskah, aturan.bobot), ...kelompok, ...arti];
  return { niat: intent(naskah, sitasi, diminta, aturan), kelompok: semua, frasa, tanpa, koreksi, peran: roles(naskah, analis) };
}

/** Put other words in place of some in a folded text. */
export const corrected = (teks, ganti, { kata: pola }) => teks.replace(pola, (kata) => ganti.get(kata) ?? kata);

/** The position of the word that is being typed, -1 if none is. */
function last({ kata }, teks, typing) {
  return typing && kata.length && teks.endsWith(kata.at(-1).muka) ? kata.length - 1 : -1;
}

/** Take excluded words and phrases out of a folded query. */
function split(teks, analis) {
  const frasa = [];
  const tanpa = [];
  const sisa = teks.replace(POTONG, (_, tanda, kutip, polos) => {
    const buang = tanda !== "";
    const isi = analis.words(kutip ?? polos);
    if (isi.length) (buang ? tanpa : frasa).push(isi);
    return buang ? " " : ` ${kutip} `;
  });
  return { teks: sisa, frasa, tanpa };
}

/** One group for the name that is asked for: as it is, as a concept, and without its first or last word; else with a slip in it. */
async function definition(teks, diminta, analis, kosakata, asal) {
  const { bobot, definisi, santai } = analis.aturan;
  const [utuh, depan, belakang] = bobot.definisi;
  const semua = names(teks, ...diminta, definisi).map(([awal, akhir]) => analis.words(teks.slice(awal, akhir)));
  const pilihan = semua.flatMap((nama) => {
    const { konsep } = analis.analyse(nama.join(" "));
    return [
      ...konsep.filter((r) => r.panjang === nama.length).map((r) => [`def:${r.istilah[0]}`, utuh]),
      ...variants(nama, asal, santai).map((isi) => [definitionTerm(isi, definisi), utuh]),
      [definitionTerm(nama.slice(0, -1), definisi), depan],
      [definitionTerm(nama.slice(1), definisi), belakang],
    ];
  });
  const ada = await held(pilihan, kosakata);
  if (!ada.length) {
    const mirip = await Promise.all(semua.map((nama) => slips(nama, analis.aturan, kosakata)));
    ada.push(...(await held(mirip.flat().map((isi) => [definitionTerm(isi, definisi), depan]), kosakata)));
  }
  return ada.length ? [{ kata: teks.slice(...diminta), pilihan: best(ada) }] : [];
}

/** Of terms with their weights, those that the index has. */
async function held(pilihan, kosakata) {
  const known = await Promise.all(pilihan.map(async ([istilah]) => istilah !== null && kosakata.has(istilah)));
  return pilihan.filter((_, i) => known[i]);
}

/** A name as it is, in formal words, and with another correction in place of each corrected word. */
const variants = (nama, asal, santai) => [
  nama,
  nama.map((kata) => santai.get(kata) ?? kata),
  ...nama.flatMap((kata, nomor) => (asal.get(kata) ?? []).slice(1).map(([calon]) => replaced(nama, nomor, calon))),
];

const replaced = (nama, nomor, calon) => nama.map((kata, n) => (n === nomor ? calon : kata));

/** A name with a word of the index in place of one that is near it. */
async function slips(nama, aturan, kosakata) {
  const dekat = await Promise.all(nama.map((kata) => near(kata, aturan, kosakata)));
  return nama.flatMap((_, nomor) => dekat[nomor].map(([calon]) => replaced(nama, nomor, calon)));
}

/** Positions of the words to look up beside citations, each word once: fillers only when there is nothing else. */
function meaningful(naskah, { pengisi }) {
  const terpakai = new Set(longest(naskah.sitasi).flatMap((r) => Array.from({ length: r.panjang }, (_, i) => r.posisi + i)));
  const pertama = new Map();
  naskah.kata.forEach(({ muka }, p) => {
    if (!terpakai.has(p) && !pertama.has(muka)) pertama.set(muka, p);
  });
  const isi = [...pertama].filter(([muka]) => !pengisi.has(muka)).map(([, p]) => p);
  return isi.length || terpakai.size ? isi : [...pertama.values()];
}

/** A word with its alternatives; one that was corrected stands for the other corrections too. */
async function word(naskah, posisi, analis, kosakata, asal, typing) {
  const { aturan } = analis;
  const kata = naskah.kata[posisi].muka;
  const [[, jarak], ...lain] = asal.get(kata) ?? [[kata, 0]];
  const pilihan = weakened(alternatives(naskah, posisi, analis), jarak, aturan);
  for (const [calon, jauh] of lain) pilihan.push(...weakened(alone(calon, analis), jauh, aturan));
  if (typing && kata.length >= aturan.batas.awalan_huruf) {
    for (const calon of completions(kata, await kosakata.letter(kata), aturan.batas.awalan)) pilihan.push([calon, aturan.bobot.awalan]);
  }
  return { kata, pilihan: best(pilihan) };
}

async function hasAny(istilah, kosakata) {
  return (await Promise.all(istilah.map((satu) => kosakata.has(satu)))).includes(true);
}

/** What the reader is after: a rule by its number, what a name means, whether something is allowed, or anything. */
function intent({ kata }, sitasi, diminta, { tanya_boleh }) {
  if (sitasi.length) return "sitasi";
  if (diminta) return "definisi";
  return kata.some(({ muka }) => tanya_boleh.includes(muka)) ? "boleh" : "umum";
}

/** The roles that the query names. */
function roles({ kata }, analis) {
  const padded = (words) => ["", ...words, ""].join(" ");
  const teks = padded(kata.map(({ muka }) => muka));
  return analis.peran.filter(([, ejaan]) => ejaan.some((satu) => teks.includes(padded(satu)))).map(([peran]) => peran);
}
