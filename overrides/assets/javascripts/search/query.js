/** What a reader typed -> groups of terms to look up. Mirrors query.py; asking the index takes promises here. */

import { articleOf, isPasal, isPeraturan } from "./analyser.js";
import { asked, definitionTerm, names } from "./definition.js";
import { isAlpha } from "./rules.js";
import { completions, nearest } from "./spelling.js";

/**
 * @typedef {[string, number]} Pilihan a term and its weight
 * @typedef {{kata: string, pilihan: Pilihan[]}} Kelompok
 * @typedef {{niat: string, kelompok: Kelompok[], frasa: string[][], tanpa: string[][], koreksi: [string, string][]}} Rencana
 * @typedef {{has: (istilah: string) => Promise<boolean>, letter: (huruf: string) => Promise<import("./spelling.js").Lema[]>}} Kosakata
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
  const { teks, frasa, tanpa } = split(analis.fold(kueri).teks, analis);
  const naskah = analis.analyse(teks);
  const sitasi = longest(naskah.sitasi);
  const pasal = articles(sitasi);
  const known = await Promise.all(pasal.map((r) => hasAny(r.istilah, kosakata)));
  const gabungan = pasal.filter((_, i) => known[i]);
  const terpakai = new Set(sitasi.flatMap((r) => Array.from({ length: r.panjang }, (_, i) => r.posisi + i)));
  const akhir = naskah.kata.length - 1;
  const terakhir = typing && akhir >= 0 && teks.endsWith(naskah.kata[akhir].muka) ? akhir : -1;
  const words = await Promise.all(
    meaningful(naskah, terpakai, analis.aturan).map((posisi) => word(naskah, posisi, analis, kosakata, posisi === terakhir)),
  );
  const koreksi = words.flatMap((satu) => satu.koreksi);
  const dibaca = [...naskah.kata.map(({ muka }) => muka), ...koreksi.map(([, ke]) => ke)];
  const kelompok = [...citations(gabungan, sitasi, naskah, analis.aturan.bobot), ...words.map(({ kata, pilihan }) => ({ kata, pilihan }))];
  const tanya = teks.replace(/^ +| +$/g, "");
  const diminta = asked(tanya, analis.aturan.definisi);
  if (diminta) kelompok.push(...(await definition(tanya, diminta, analis, kosakata, new Map(koreksi))));
  return { niat: intent(dibaca, sitasi, diminta, analis.aturan), kelompok, frasa, tanpa, koreksi };
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

/** The longest citations that do not overlap, in order. */
function longest(sitasi) {
  const dipilih = [];
  for (const rentang of [...sitasi].sort((a, b) => b.panjang - a.panjang || a.posisi - b.posisi)) {
    if (dipilih.every((r) => rentang.posisi >= r.posisi + r.panjang || r.posisi >= rentang.posisi + rentang.panjang)) dipilih.push(rentang);
  }
  return dipilih.sort((a, b) => a.posisi - b.posisi);
}

/** The articles of a query as those of its regulation, wherever in the query that stands; of several, the next one. */
function articles(sitasi) {
  const peraturan = sitasi.filter(isPeraturan);
  const apart = (a, b) => Math.max(b.posisi - a.posisi - a.panjang, a.posisi - b.posisi - b.panjang);
  const nearest = (p) => peraturan.reduce((a, b) => (apart(p, b) < apart(p, a) ? b : a));
  return peraturan.length ? sitasi.filter(isPasal).map((p) => ({ ...p, istilah: articleOf(p, nearest(p)) })) : [];
}

/** One group for the name that is asked for: as it is, as a concept, and without its first or last word. */
async function definition(teks, diminta, analis, kosakata, ganti) {
  const { bobot, definisi } = analis.aturan;
  const [utuh, sebagian] = bobot.definisi;
  const pilihan = names(teks, ...diminta, definisi).flatMap(([awal, akhir]) => {
    const nama = analis.words(teks.slice(awal, akhir)).map((kata) => ganti.get(kata) ?? kata);
    const { konsep } = analis.analyse(nama.join(" "));
    return [
      ...konsep.filter((r) => r.panjang === nama.length).map((r) => [`def:${r.istilah[0]}`, utuh]),
      ...[[nama, utuh], [nama.slice(0, -1), sebagian], [nama.slice(1), sebagian]].map(([n, b]) => [definitionTerm(n, definisi), b]),
    ].filter(([istilah]) => istilah);
  });
  const known = await Promise.all(pilihan.map(([istilah]) => kosakata.has(istilah)));
  const ada = best(pilihan.filter((_, i) => known[i]));
  return ada.length ? [{ kata: teks.slice(...diminta), pilihan: ada }] : [];
}

/** An article beside its regulation is a group of its own that weighs most; the whole regulation then weighs less. */
function citations(gabungan, sitasi, naskah, bobot) {
  const [naik, turun] = gabungan.length ? bobot.pasal_peraturan : [100, 100];
  return [
    ...gabungan.map((r) => citation(r, naskah, bobot, naik)),
    ...sitasi.map((r) => citation(r, naskah, bobot, isPasal(r) ? 100 : turun)),
  ];
}

/** The citation itself, then wider ones (the article without its paragraph), then its numbers alone. */
function citation({ istilah, posisi, panjang }, naskah, bobot, persen) {
  const kata = naskah.kata.slice(posisi, posisi + panjang).map(({ muka }) => muka);
  const pilihan = istilah.map((satu, urutan) => [satu, urutan ? bobot.sitasi_luas : bobot.muka]);
  for (const k of kata) if (k.length > 1 && !isAlpha(k)) pilihan.push([k, bobot.sitasi_bagian]);
  return { kata: kata.join(" "), pilihan: best(pilihan).map(([i, b]) => [i, percent(b, persen)]) };
}

/** Positions of the words to look up, each word once: fillers only when there is nothing else. */
function meaningful(naskah, terpakai, { pengisi }) {
  const pertama = new Map();
  naskah.kata.forEach(({ muka }, p) => {
    if (!terpakai.has(p) && !pertama.has(muka)) pertama.set(muka, p);
  });
  const isi = [...pertama].filter(([muka]) => !pengisi.has(muka)).map(([, p]) => p);
  return isi.length || terpakai.size ? isi : [...pertama.values()];
}

/** Alternatives of one word, and the correction that was made, if any. */
async function word(naskah, posisi, analis, kosakata, typing) {
  const { bobot, batas, santai } = analis.aturan;
  const kata = naskah.kata[posisi].muka;
  const pilihan = [...forms(kata, 0, analis), ...concepts(naskah, posisi, bobot)];
  if (santai.has(kata)) pilihan.push(...forms(santai.get(kata), 0, analis));
  if (typing && kata.length >= batas.awalan_huruf) {
    for (const calon of completions(kata, await kosakata.letter(kata[0]), batas.awalan)) pilihan.push([calon, bobot.awalan]);
  }
  if (await hasAny(pilihan.map(([istilah]) => istilah), kosakata)) return { kata, pilihan: best(pilihan), koreksi: [] };
  const dekat = nearest(kata, await kosakata.letter(kata[0]), batas.ejaan);
  for (const [calon, jarak] of dekat) {
    pilihan.push(...forms(calon, jarak, analis));
    for (const [i, b] of concepts(analis.analyse(calon), 0, bobot)) pilihan.push([i, percent(b, bobot.ejaan[jarak])]);
  }
  return { kata, pilihan: best(pilihan), koreksi: dekat.slice(0, 1).map(([calon]) => [kata, calon]) };
}

async function hasAny(istilah, kosakata) {
  return (await Promise.all(istilah.map((satu) => kosakata.has(satu)))).includes(true);
}

const percent = (bobot, persen) => Math.floor((bobot * persen) / 100);

/** A word as written and its stem, weaker the further it is from what was typed. */
function forms(kata, jarak, analis) {
  const { muka, akar, ejaan } = analis.aturan.bobot;
  const stemmed = isAlpha(kata) ? [[`${analis.stem(kata)}~`, percent(akar, ejaan[jarak])]] : [];
  return [[kata, percent(muka, ejaan[jarak])], ...stemmed];
}

/** Concepts that the word belongs to; a spelling of several words shares its weight among them. */
function concepts(naskah, posisi, bobot) {
  return naskah.konsep
    .filter((r) => r.posisi <= posisi && posisi < r.posisi + r.panjang)
    .map((r) => [r.istilah[0], r.panjang === 1 ? bobot.konsep : Math.floor(bobot.konsep_sebagian / r.panjang)]);
}

/** Each term once, with its highest weight, in order of appearance. */
function best(pilihan) {
  const terbaik = new Map();
  for (const [istilah, bobot] of pilihan) terbaik.set(istilah, Math.max(bobot, terbaik.get(istilah) ?? 0));
  return [...terbaik];
}

/** What the reader is after: a rule by its number, what a name means, whether something is allowed, or anything. */
function intent(kata, sitasi, diminta, { tanya_boleh }) {
  if (sitasi.length) return "sitasi";
  if (diminta) return "definisi";
  return kata.some((k) => tanya_boleh.includes(k)) ? "boleh" : "umum";
}
