/** Run a query and arrange what it finds for a reader. Mirrors answer.py. */

import { firstThat } from "./bisect.js";
import { excerpt } from "./excerpt.js";
import { corrected, plan } from "./query.js";
import { rank as rankPages } from "./ranking.js";

const PATIENCE = 160; // ms: the next key mostly comes sooner than a file would

/**
 * @typedef {object} Hasil a section found
 * @property {number} rank @property {number} score
 * @property {string} url relative to the site's root, with its #anchor
 * @property {string} title of the page @property {string} section heading, "" for the page's lead
 * @property {string} excerpt plain text @property {[number, number][]} spans places in `excerpt` to mark
 * @property {string} jenis @property {string|null} wilayah @property {string[]} putusan
 * @property {string|null} status @property {[string, string]|null} pengganti title and url of what replaced a rule
 * @property {Hasil[]} lagi further sections of the same page
 *
 * @typedef {object} Jawaban
 * @property {Hasil[]} hasil pages, best first @property {number} jumlah of pages found in all
 * @property {{kata: [string, string][], kueri: string}|null} koreksi what was looked up instead, and the query corrected
 * @property {object|null} kartu the answer card (tanya, putusan, ringkas, siapa, dasar, sanksi) @property {string|null} kartu_url
 * @property {import("./query.js").Rencana} rencana
 */

/**
 * Answer a query.
 * @param {import("./index.js").Indeks} indeks
 * @param {string} kueri
 * @param {import("./ranking.js").Pilihan & {limit?: number, typing?: boolean, signal?: AbortSignal}} [options]
 *   `limit` counts pages, `typing` takes the last word for a beginning, `signal` gives the query up
 * @returns {Promise<Jawaban>} rejects with LoadFailed, or with the signal's reason
 */
export async function search(indeks, kueri, { signal, ...options } = {}) {
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal.reason);
  if (signal?.aborted) giveUp();
  signal?.addEventListener("abort", giveUp, { once: true });
  if (options.typing) indeks.hold(controller.signal, PATIENCE);
  try {
    return await answer(indeks, kueri, options, controller.signal);
  } catch (error) {
    controller.abort(error); // what else this query was waiting for: a retry must not join it
    throw error;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}

async function answer(indeks, kueri, { limit = 10, typing = false, ...pilihan }, signal) {
  const kosakata = {
    has: (istilah) => indeks.has(istilah, signal),
    letter: (awalan) => indeks.letter(awalan, signal),
    headless: (ekor) => indeks.headless(ekor, signal),
  };
  const dugaan = await foresee(kueri, indeks, kosakata, typing);
  // While words are fetched that unknown ones may have meant; where all are there already, planning is done before the timer runs.
  const early = dugaan.right || typing ? 0 : setTimeout(() => show(indeks, dugaan.rencana, { ...pilihan, limit }, signal).catch(() => {}));
  const rencana = dugaan.right ? dugaan.rencana : await plan(kueri, indeks.analis, kosakata, typing).finally(() => clearTimeout(early));
  const kosong = { hasil: [], jumlah: 0, koreksi: null, kartu: null, kartu_url: null, rencana };
  if (!rencana.kelompok.length) return kosong;
  const jawaban = await show(indeks, rencana, { ...pilihan, limit }, signal);
  return { ...kosong, koreksi: correction(kueri, rencana, indeks.analis), ...jawaban };
}

/** Run a plan and fetch what is shown of what it finds. */
async function show(indeks, rencana, { peran, ...pilihan }, signal) {
  const temuan = await rankPages(indeks, rencana, pilihan, signal);
  const istilah = await terms(indeks, rencana, signal);
  const [hasil, kartu] = await Promise.all([
    Promise.all(temuan.teratas.slice(0, pilihan.limit).map((isi, i) => page(indeks, istilah, i + 1, isi, signal))),
    card(indeks, rencana, temuan, peran, signal),
  ]);
  return { hasil, jumlah: temuan.jumlah, ...kartu };
}

/**
 * Ask for all files at once that planning would ask for one after the other, if every word is known; each step of a query
 * on a slow line costs more than any file. If every word is, the plan is right; if not, it is still the plan if no word is corrected.
 * @returns {Promise<{rencana: import("./query.js").Rencana, right: boolean}>}
 */
async function foresee(kueri, indeks, { has, letter }, typing) {
  const asked = [];
  let right = true;
  const ask = (promise, answer) => {
    const told = promise.then((real) => (right &&= real === answer));
    told.catch(() => {}); // awaited below, unless planning itself fails before
    asked.push(told);
    return answer;
  };
  const known = { has: async (istilah) => ask(has(istilah), true), letter: async (awalan) => ask(letter(awalan), []), headless: async () => ask(Promise.resolve(null), []) };
  const rencana = await plan(kueri, indeks.analis, known, typing);
  for (const { pilihan } of rencana.kelompok) for (const [istilah] of pilihan) asked.push(has(istilah));
  await Promise.all(asked);
  return { rencana, right };
}

/** The best section of a page, with up to three more that score at least half as much. */
async function page(indeks, istilah, rank, [pertama, ...sisa], signal) {
  const { lagi: limit, lagi_persen } = indeks.analis.aturan.batas;
  const cukup = sisa.filter(([, skor]) => skor * 100 >= pertama[1] * lagi_persen).slice(0, limit);
  const [utama, ...lagi] = await Promise.all([pertama, ...cukup].map((satu) => section(indeks, istilah, rank, satu, signal)));
  return { ...utama, lagi };
}

async function section(indeks, istilah, rank, [nomor, score], signal) {
  const bagian = await indeks.record(nomor, signal);
  let kutipan; // cut when asked for: further sections of a page are only named
  const cut = () => (kutipan ??= excerpt(bagian.teks, istilah, indeks.analis));
  return {
    rank,
    score,
    url: bagian.alamat,
    title: bagian.halaman,
    section: bagian.judul,
    get excerpt() {
      return cut().teks;
    },
    get spans() {
      return cut().spans;
    },
    jenis: indeks.jenis(nomor),
    wilayah: indeks.wilayah(nomor),
    putusan: indeks.putusan(nomor),
    status: bagian.status,
    pengganti: bagian.pengganti,
    lagi: [],
  };
}

/** Every term that is looked up, with its groups; instead of a stem the words that have it, since stemming whole texts is slow. */
async function terms(indeks, rencana, signal) {
  const pertama = new Map();
  rencana.kelompok.forEach(({ pilihan }, nomor) => {
    for (const [istilah] of pilihan) if (!pertama.has(istilah)) pertama.set(istilah, nomor);
  });
  const hasil = new Map();
  for (const [istilah, nomor] of pertama) {
    const semua = istilah.endsWith("~") ? await indeks.stemmed(istilah, signal) : [istilah];
    for (const satu of semua) hasil.set(satu, new Set(hasil.get(satu)).add(nomor));
  }
  return hasil;
}

/** The card of the first page, if what was found of it first is its beginning and an act that clearly answers the query. */
async function card(indeks, rencana, temuan, own, signal) {
  if (!temuan.jumlah || !answers(indeks, rencana.kelompok, temuan)) return {};
  const { kartu, url } = await indeks.record(temuan.teratas[0][0][0], signal);
  return kartu ? forRole(kartu, url, rencana.peran.length || !own ? rencana.peran : [own]) : {};
}

/** The card as it answers the one role that the query names, and where that answer stands; the main answer to several. */
function forRole(kartu, url, named) {
  const sendiri = named.length === 1 && kartu.peran.find(({ peran }) => peran.includes(named[0]));
  if (!sendiri) return { kartu: { ...kartu, peran: [] }, kartu_url: url };
  const { jangkar, ...isi } = sendiri;
  return { kartu: { ...kartu, ...isi, peran: [] }, kartu_url: `${url}#${jangkar}` };
}

/** Whether the beginning of the first page meets all that is asked and leads; or a good part, the subject is named and it leads well. */
function answers(indeks, kelompok, { teratas, sejenis, kena }) {
  const { pengisi, penanya, pokok, batas } = indeks.analis.aturan;
  const [[awal, pertama]] = teratas[0];
  const leads = (skor, persen) => pertama * 100 >= skor * persen;
  const tanya = kena.filter((_, i) => ![pengisi, penanya].some((kata) => kata.has(kelompok[i].kata)));
  const khusus = tanya.filter(({ bagian }) => bagian.length * 100 <= indeks.jumlah.bagian * batas.kartu_umum_persen);
  if (!khusus.length) return false;
  if (kelompok.length === 1) return leads(teratas[1]?.[0][1] ?? 0, batas.kartu_sekata_persen);
  if (tanya.every(({ bagian }) => bagian.includes(awal))) return leads(sejenis, batas.kartu_utuh_persen);
  const akhir = indeks.awal[indeks.halaman[awal] + 1];
  const ada = khusus.filter(({ bagian }) => bagian[firstThat(bagian.length, (n) => bagian[n] >= awal)] < akhir);
  const enough = ada.length * 100 >= khusus.length * batas.kartu_cakupan_persen;
  return enough && kelompok.some(({ kata }) => pokok.test(kata)) && leads(sejenis, batas.kartu_sebagian_persen);
}

function correction(kueri, rencana, analis) {
  if (!rencana.koreksi.length) return null;
  return { kata: rencana.koreksi, kueri: corrected(analis.fold(kueri).teks, new Map(rencana.koreksi), analis.aturan) };
}
