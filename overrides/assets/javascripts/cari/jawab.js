/** Run a query and arrange what it finds for a reader. Mirrors answer.py. */

import { rencanakan } from "./kueri.js";
import { gabung, kutip, tandai } from "./kutipan.js";
import { peringkat } from "./peringkat.js";

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
 * @property {import("./kueri.js").Rencana} rencana
 */

/**
 * Answer a query.
 * @param {import("./indeks.js").Indeks} indeks
 * @param {string} kueri
 * @param {{limit?: number, wilayah?: string, jenis?: string, putusan?: string, utamakan?: string, mengetik?: boolean,
 *   signal?: AbortSignal}} [pilihan] `wilayah`, `jenis`, `putusan` keep only such sections, `utamakan` prefers a region,
 *   `mengetik` takes the last word for a beginning, `signal` gives the query up
 * @returns {Promise<Jawaban>} rejects with GagalMuat, or with the signal's reason
 */
export async function cari(indeks, kueri, { signal, ...pilihan } = {}) {
  const henti = new AbortController();
  const batal = () => henti.abort(signal.reason);
  if (signal?.aborted) batal();
  signal?.addEventListener("abort", batal, { once: true });
  try {
    return await jawab(indeks, kueri, pilihan, henti.signal);
  } catch (galat) {
    henti.abort(galat); // what else this query was waiting for: a retry must not join it
    throw galat;
  } finally {
    signal?.removeEventListener("abort", batal);
  }
}

async function jawab(indeks, kueri, { limit = 10, mengetik = false, ...saring }, signal) {
  const kosakata = {
    ada: async (istilah) => (await indeks.impak(istilah, signal)).length > 0,
    huruf: (huruf) => indeks.huruf(huruf, signal),
  };
  const rencana = await rencanakan(kueri, indeks.analis, kosakata, mengetik);
  const kosong = { hasil: [], jumlah: 0, koreksi: null, kartu: null, kartu_url: null, rencana };
  if (!rencana.kelompok.length) return kosong;
  const { temuan, kena } = await peringkat(indeks, rencana, saring, signal);
  const halaman = perHalaman(indeks, temuan);
  const [hasil, kartu] = await Promise.all([
    Promise.all(halaman.slice(0, limit).map((isi, i) => satuHalaman(indeks, rencana, i + 1, isi, signal))),
    kartuJawaban(indeks, rencana, kena, halaman, signal),
  ]);
  return { ...kosong, hasil, jumlah: halaman.length, koreksi: koreksi(kueri, rencana, indeks.analis), ...kartu };
}

/** Places of any text, a title for instance, that a plan looks for: [start, end]. */
export function sorot(indeks, teks, rencana) {
  return gabung(tandai(teks, istilah(rencana), indeks.analis));
}

function perHalaman(indeks, temuan) {
  const halaman = new Map();
  for (const satu of temuan) {
    const awal = indeks.awalHalaman[satu[0]];
    if (halaman.has(awal)) halaman.get(awal).push(satu);
    else halaman.set(awal, [satu]);
  }
  return [...halaman.values()];
}

async function satuHalaman(indeks, rencana, rank, [pertama, ...sisa], signal) {
  const batas = indeks.analis.aturan.batas;
  const cukup = sisa.filter(([, skor]) => skor * 100 >= pertama[1] * batas.lagi_persen).slice(0, batas.lagi);
  const [utama, ...lagi] = await Promise.all([pertama, ...cukup].map((satu) => satuBagian(indeks, rencana, rank, satu, signal)));
  return { ...utama, lagi };
}

async function satuBagian(indeks, rencana, rank, [nomor, score], signal) {
  const r = await indeks.rekaman(nomor, signal);
  const { teks: excerpt, spans } = kutip(r.teks, istilah(rencana), indeks.analis);
  const [jenis, wilayah, putusan] = [indeks.jenis[nomor], indeks.wilayah[nomor], indeks.putusan[nomor]];
  const tentang = { jenis, wilayah, putusan, status: r.status, pengganti: r.pengganti };
  return { rank, score, url: r.alamat, title: r.halaman, section: r.judul, excerpt, spans, ...tentang, lagi: [] };
}

function istilah(rencana) {
  const hasil = new Map();
  rencana.kelompok.forEach(({ pilihan }, nomor) => {
    for (const [satu] of pilihan) if (!hasil.has(satu)) hasil.set(satu, nomor);
  });
  return hasil;
}

/** The card of the first page, if that is an act which clearly leads and meets what is special in the query. */
async function kartuJawaban(indeks, rencana, kena, halaman, signal) {
  if (!halaman.length || !memimpin(indeks, rencana, halaman)) return {};
  const awal = indeks.awalHalaman[halaman[0][0][0]];
  if (!tercakup(indeks, rencana, kena, awal)) return {};
  const { kartu, url } = await indeks.rekaman(awal, signal);
  return kartu ? { kartu, kartu_url: url } : {};
}

/** Whether the first page is well ahead of the next act; for a single word, far ahead of any page. */
function memimpin(indeks, rencana, [[[nomor, skor]], ...sisa]) {
  const { kartu_lebih_persen: lebih, kartu_sekata_persen: sekata } = indeks.analis.aturan.batas;
  const sendiri = rencana.kelompok.length === 1;
  const saingan = sisa.filter(([[n]]) => sendiri || indeks.jenis[n] === indeks.jenis[nomor]);
  return saingan.every(([[, s]]) => skor * 100 >= s * (sendiri ? sekata : lebih));
}

/** Whether a page meets enough of the groups that are neither commonplace nor fillers; none such, no card. */
function tercakup(indeks, rencana, kena, awal) {
  const { pengisi, batas } = indeks.analis.aturan;
  const umum = (kelompok) => kelompok.size * 100 > indeks.jumlah.bagian * batas.kartu_umum_persen;
  const khusus = kena.filter((kelompok, i) => !umum(kelompok) && !pengisi.has(rencana.kelompok[i].kata));
  const ada = khusus.filter((kelompok) => [...kelompok.keys()].some((nomor) => indeks.awalHalaman[nomor] === awal));
  return khusus.length > 0 && ada.length * 100 >= khusus.length * batas.kartu_cakupan_persen;
}

function koreksi(kueri, rencana, analis) {
  if (!rencana.koreksi.length) return null;
  const ganti = new Map(rencana.koreksi);
  return { kata: rencana.koreksi, kueri: analis.lipat(kueri).teks.replace(analis.aturan.kata, (k) => ganti.get(k) ?? k) };
}
