/** What a reader meant by a word that the index does not know. Mirrors correction.py, which tells the order of the attempts. */

import { compare, completions, distance, frequency, nearest } from "./spelling.js";
import { alternatives } from "./wording.js";

/**
 * @typedef {[string, number][]} Usulan corrections with their distances, the best one first
 */

/** Corrections of the unknown words among those at `posisi`. @returns {Promise<Map<string, Usulan>>} */
export async function corrections(naskah, posisi, terakhir, analis, kosakata) {
  const usulan = await Promise.all(
    posisi.map(async (nomor) => {
      const kata = naskah.kata[nomor].muka;
      const kunci = citing(naskah, nomor, analis.aturan);
      if (kunci.length) return [kata, kunci];
      if (await known(naskah, nomor, analis, kosakata)) return [kata, []];
      const begun = nomor === terakhir && completions(kata, await kosakata.letter(kata), 1).length > 0;
      if (begun) return [kata, []];
      const beside = nextToKeyword(naskah, nomor, analis.aturan);
      return [kata, beside.length ? beside : await suggested(kata, analis, kosakata)];
    }),
  );
  return new Map(usulan.filter(([, isi]) => isi.length));
}

/**
 * What a word before a number was to be if it is a slip of "pasal", "ayat" …: there it is one even if some text has it. A right
 * word may stand before a number too; it is a slip only if the citation goes on.
 */
function citing({ kata }, posisi, aturan) {
  const [muka, angka = "", ...lanjut] = kata.slice(posisi, posisi + 3).map((satu) => satu.muka);
  if (aturan.rujukan.includes(muka) || !/^[0-9]/.test(angka)) return [];
  if (aturan.sah.includes(muka) && !lanjut.some((satu) => aturan.sebutan.has(satu))) return [];
  return keyword(muka, aturan);
}

/** What an unknown word beside a keyword of citations was to be if it is a slip of one. */
function nextToKeyword({ kata }, posisi, aturan) {
  const tetangga = [kata[posisi - 1], kata[posisi + 1]];
  return tetangga.some((satu) => satu && aturan.rujukan.includes(satu.muka)) ? keyword(kata[posisi].muka, aturan) : [];
}

const keyword = (muka, { rujukan, batas }) => nearest(muka, [rujukan.map((isi) => [isi, 1])], batas.ejaan).filter(([, jarak]) => jarak === 1);

/** Whether the word is right as it is or the index has it in some form. */
async function known(naskah, posisi, analis, kosakata) {
  if (right(naskah.kata[posisi].muka, analis.aturan)) return true;
  return held(alternatives(naskah, posisi, analis).map(([satu]) => satu), analis.aturan.batas, kosakata);
}

const right = (kata, { sah, pengisi }) => sah.includes(kata) || pengisi.has(kata);

/** Whether the index has one of the terms; short stems prove nothing: slips give one too. */
async function held(istilah, { akar_kenal }, kosakata) {
  const telling = istilah.filter((satu) => !satu.endsWith("~") || satu.length > akar_kenal);
  return (await Promise.all(telling.map((satu) => kosakata.has(satu)))).includes(true);
}

async function suggested(kata, analis, kosakata) {
  const { aturan } = analis;
  near(kata, aturan, kosakata).catch(() => {}); // its files are on their way while rarer cases are looked into; asked again below
  const singkat = await undrawn(kata, aturan, kosakata);
  if (singkat) return [[singkat, 1]];
  const penuh = await fullVerbs(kata, analis, kosakata);
  if (penuh.length) return penuh.map((satu) => [satu, 1]);
  const utuh = await withVowels(kata, aturan, kosakata);
  if (utuh) return [[utuh, 1]];
  const dekat = await near(kata, aturan, kosakata);
  if (dekat[0]?.[1] === 1) return dekat;
  const dua = await twoWords(kata, aturan, kosakata);
  return dua ? [[dua, 1]] : dekat;
}

/** The word without letters that were drawn out: "netrallll", "apaaa". */
async function undrawn(kata, aturan, kosakata) {
  const singkat = kata.replace(/(.)\1+/g, "$1");
  if (singkat === kata) return undefined;
  const known = aturan.henti.has(singkat) || right(singkat, aturan) || aturan.santai.has(singkat) || (await kosakata.has(singkat));
  return known ? singkat : undefined;
}

/** A spoken verb in full, and its root: half of its prefix is gone, or it has an ending of its own, or both. */
async function fullVerbs(kata, analis, kosakata) {
  const { luluh, lisan, lengkap, batas } = analis.aturan;
  const tanpa = [kata, ...lisan.filter((akhir) => kata.endsWith(akhir)).map((akhir) => kata.slice(0, -akhir.length))];
  const half = luluh.filter(([awal]) => kata.startsWith(awal));
  const calon = tanpa.flatMap((satu) => half.map(([awal, ganti, penuh]) => [ganti + satu.slice(awal.length), penuh + satu.slice(awal.length)]));
  calon.push(...tanpa.slice(1).map((satu) => [satu, ""]));
  const known = calon.map(([akar]) => akar.length >= batas.akar_kenal && held([akar, `${analis.stem(akar)}~`], batas, kosakata));
  const nomor = (await Promise.all(known)).indexOf(true);
  if (nomor < 0) return [];
  const [akar, penuh] = calon[nomor];
  const bentuk = penuh ? lengkap.map((akhir) => penuh + akhir) : [];
  const ada = await Promise.all(bentuk.map((satu) => kosakata.has(satu)));
  return [...bentuk.filter((_, i) => ada[i]), akar];
}

/** The commonest word that the word abbreviates by leaving out vowels. */
async function withVowels(kata, { batas, vokal }, kosakata) {
  if (kata.length < batas.pisah) return undefined;
  const lema = await kosakata.letter(kata[0]);
  const calon = lema.filter(([utuh, banyak]) => banyak >= batas.lazim && abbreviates(kata, utuh, vokal));
  return calon.map(([utuh, banyak]) => [-banyak, utuh]).sort(compare)[0]?.[1];
}

/** Whether a word is another one without some of its vowels, at least two of them. */
function abbreviates(kata, utuh, vokal) {
  if (utuh.length < kata.length + 2) return false;
  let n = 0;
  for (const huruf of utuh) {
    if (huruf === kata[n]) n++;
    else if (!vokal.includes(huruf)) return false;
  }
  return n === kata.length;
}

/** Words at most two slips away, one if they begin with another letter; a slip in the first letter is the rarer one. */
export async function near(kata, aturan, kosakata) {
  const [sama, lain] = await Promise.all([kosakata.letter(kata[0]), firstLetter(kata, aturan, kosakata)]);
  const jarang = lain.map(([calon, banyak]) => [calon, Math.floor(banyak / aturan.batas.huruf_lain)]);
  return nearest(kata, [sama, jarang, fillers(kata, aturan)], aturan.batas.ejaan);
}

/** Words that say nothing are known, but rare; a short word is none of them. */
function fillers(kata, aturan) {
  if (kata.length < aturan.batas.pengisi) return [];
  const near = (isi) => isi[0] === kata[0] || (distance(kata, isi, 1) === 1 && likely(kata, isi, 0, aturan));
  return [...aturan.henti, ...aturan.pengisi].filter(near).map((isi) => [isi, 0]);
}

/** Part a word into two known ones, the rarer of which is as common as can be; fillers are known but rare. */
async function twoWords(kata, { henti, pengisi, batas }, kosakata) {
  const often = (isi, lema) => frequency(isi, lema) ?? (henti.has(isi) || pengisi.has(isi) ? 0 : undefined);
  const lema = await kosakata.letter(kata[0]);
  const tengah = Array.from(kata, (_, i) => i).filter((i) => Math.min(i, kata.length - i) >= batas.pisah);
  const kiri = tengah.map((i) => [often(kata.slice(0, i), lema), i]).filter(([banyak]) => banyak !== undefined);
  const calon = await Promise.all(
    kiri.map(async ([banyak, i]) => {
      const sisa = kata.slice(i);
      const cocok = often(sisa, await kosakata.letter(sisa));
      return cocok === undefined ? [] : [[-Math.min(banyak, cocok), i, `${kata.slice(0, i)} ${sisa}`]];
    }),
  );
  return calon.flat().sort(compare)[0]?.[2];
}

/** Words one slip away that begin with another letter: one was lost, added, changed, or swapped with the next. */
async function firstLetter(kata, aturan, kosakata) {
  if (kata.length < aturan.batas.huruf_pertama) return [];
  const ekor = [kata, kata.slice(1), kata[0] + kata.slice(2), kata.slice(2)];
  const [hilang, beda, tertukar, lebih] = await Promise.all(ekor.map((satu) => kosakata.headless(satu)));
  const second = ([calon]) => calon[0] === kata[1];
  const semua = [...hilang, ...beda, ...tertukar.filter(second), ...lebih.filter(second)];
  return semua.filter(([calon, banyak]) => calon[0] !== kata[0] && likely(kata, calon, banyak, aturan));
}

/** Whether a finger may have slipped: letters lost, doubled or swapped, a key beside the right one; or the word is common. */
const likely = (kata, calon, banyak, { tetangga, batas }) =>
  kata.length !== calon.length || kata[1] === calon[0] || (tetangga[kata[0]] ?? "").includes(calon[0]) || banyak >= batas.lazim;
