/** What a reader meant by a word that the index does not know. Mirrors correction.py, which tells the order of the attempts. */

import { compare, completions, frequency, nearest } from "./spelling.js";
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
      return [kata, begun ? [] : await suggested(kata, analis, kosakata)];
    }),
  );
  return new Map(usulan.filter(([, isi]) => isi.length));
}

/** What a word before a number was to be if it is a slip of "pasal", "ayat" …: there it is one even if some text has it. */
function citing({ kata }, posisi, { rujukan, sah, batas }) {
  const { muka } = kata[posisi];
  if (rujukan.includes(muka) || sah.includes(muka) || !/^[0-9]/.test(kata[posisi + 1]?.muka ?? "")) return [];
  return nearest(muka, [rujukan.map((isi) => [isi, 1])], batas.ejaan).filter(([, jarak]) => jarak === 1);
}

/** Whether the word is right as it is or the index has it in some form. */
async function known(naskah, posisi, analis, kosakata) {
  const { muka } = naskah.kata[posisi];
  if (analis.aturan.sah.includes(muka) || analis.aturan.pengisi.has(muka)) return true;
  return hasTelling(alternatives(naskah, posisi, analis).map(([satu]) => satu), analis.aturan.batas, kosakata);
}

async function suggested(kata, analis, kosakata) {
  const { aturan } = analis;
  const penuh = await fullVerb(kata, analis, kosakata);
  if (penuh) return [[penuh, 1]];
  const fillers = fillersFor(kata, aturan).filter(([isi]) => isi[0] === kata[0]);
  const dekat = nearest(kata, [await kosakata.letter(kata[0]), fillers], aturan.batas.ejaan);
  if (dekat[0]?.[1] === 1) return dekat;
  const dua = await twoWords(kata, aturan, kosakata);
  if (dua) return [[dua, 1]];
  const lain = await firstLetter(kata, aturan, kosakata);
  return lain.length ? lain : dekat;
}

/** The root of a spoken verb, which has lost half of its prefix or has an ending of its own: "maksa" is "paksa", "laporin" "lapor". */
async function fullVerb(kata, analis, kosakata) {
  const { luluh, lisan, batas } = analis.aturan;
  const half = luluh.filter(([awal]) => kata.startsWith(awal)).map(([awal, ganti]) => ganti + kata.slice(awal.length));
  const ended = lisan.filter((akhir) => kata.endsWith(akhir)).map((akhir) => kata.slice(0, -akhir.length));
  const calon = [...half, ...ended].filter((satu) => satu.length >= batas.akar_kenal);
  const known = await Promise.all(calon.map((satu) => hasTelling([satu, `${analis.stem(satu)}~`], batas, kosakata)));
  return calon[known.indexOf(true)];
}

/** Whether the index has one of the terms; short stems prove nothing: slips give one too. */
async function hasTelling(istilah, { akar_kenal }, kosakata) {
  const telling = istilah.filter((satu) => !satu.endsWith("~") || satu.length > akar_kenal);
  return (await Promise.all(telling.map((satu) => kosakata.has(satu)))).includes(true);
}

/** The fillers of questions as words to correct to, unless `kata` is short. */
const fillersFor = (kata, { pengisi, batas }) => (kata.length >= batas.pengisi ? Array.from(pengisi, (isi) => [isi, 0]) : []);

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

/** Words one slip away that begin with another letter. */
async function firstLetter(kata, aturan, kosakata) {
  const { huruf_pertama, lazim, ejaan } = aturan.batas;
  if (kata.length < huruf_pertama) return [];
  const likely = (calon, banyak) => calon[0] !== kata[0] && (banyak >= lazim || hasSlipped(kata, calon, aturan));
  return nearest(kata, [await kosakata.words(), fillersFor(kata, aturan)], ejaan, likely).filter(([, jarak]) => jarak === 1);
}

/** Whether a finger may have slipped: letters lost, doubled or swapped, or a key beside the right one. */
const hasSlipped = (kata, calon, { tetangga }) =>
  kata.length !== calon.length || kata[1] === calon[0] || (tetangga[kata[0]] ?? "").includes(calon[0]);
