/** The index as the browser sees it: a manifest and the shards it names, loaded when asked for. See export.py. */

import { Analis } from "./analis.js";
import { Pemuat } from "./muat.js";

/**
 * Open the index of a site.
 * @param {string} baseUrl the site's root, for instance "/" or "/buku/"; results are relative to it
 * @param {{fetch?: typeof fetch, waktu?: number, signal?: AbortSignal}} [pilihan]
 * @returns {Promise<Indeks>} rejects with GagalMuat
 */
export async function bukaIndeks(baseUrl, { fetch, waktu, signal } = {}) {
  const pemuat = new Pemuat(baseUrl, { fetch, waktu });
  return new Indeks(pemuat, await pemuat.manifes(signal));
}

/** An open index. Sections are numbered from 0 in document order. */
export class Indeks {
  #pemuat;
  #pecahan;
  #medan;

  constructor(pemuat, manifes) {
    this.#pemuat = pemuat;
    this.#pecahan = manifes.pecahan;
    this.#medan = manifes.medan;
    this.sidik = manifes.sidik;
    this.jumlah = manifes.jumlah;
    this.analis = new Analis(manifes.aturan, manifes.sinonim);
    const { halaman, jenis, wilayah, putusan } = manifes.susunan;
    this.jenis = jabarkan(jenis);
    this.wilayah = jabarkan(wilayah);
    this.putusan = jabarkan(putusan);
    this.awalHalaman = awalHalaman(halaman);
  }

  /**
   * Points of a term: [section, points], ascending. A stem without a row of its own shares its word's.
   * @returns {Promise<[number, number][]>}
   */
  async impak(istilah, signal) {
    const baris = await this.#baris("impak", istilah, impak, signal);
    if (baris || !istilah.endsWith("~")) return baris ?? [];
    return (await this.#baris("impak", istilah.slice(0, -1), impak, signal)) ?? [];
  }

  /** Sections in which words follow each other. @returns {Promise<Set<number>>} */
  async frasa(kata, signal) {
    if (kata.length === 1) return new Set((await this.impak(kata[0], signal)).map(([nomor]) => nomor));
    const daftar = await Promise.all(kata.map((k) => this.#baris("posisi", k, posisi, signal)));
    if (daftar.includes(undefined)) return new Set();
    const [pertama, ...sisa] = daftar;
    const berurut = (nomor, letak) => sisa.every((d, i) => d.get(nomor)?.has(letak + (i + 1) * this.#medan));
    return new Set([...pertama].filter(([nomor, letak]) => [...letak].some((l) => berurut(nomor, l))).map(([nomor]) => nomor));
  }

  /** Words that begin with a letter, with the number of sections that hold them. @returns {Promise<[string, number][]>} */
  async huruf(huruf, signal) {
    const milik = this.#pecahan.kosakata.find(([h]) => h === huruf);
    return milik ? this.#muat("kosakata", milik, (isi) => isi, signal) : [];
  }

  /** What is shown of a section. */
  async rekaman(nomor, signal) {
    const milik = cari(this.#pecahan.rekaman, nomor);
    const { halaman, bagian } = await this.#muat("rekaman", milik, (isi) => isi, signal);
    const [urutan, anchor, judul, teks, kartu = null] = bagian[nomor - milik[0]];
    const [url, judulHalaman, status, pengganti] = halaman[urutan];
    return { url, alamat: anchor ? `${url}#${anchor}` : url, halaman: judulHalaman, status, pengganti, judul, teks, kartu };
  }

  async #baris(jenis, istilah, bentuk, signal) {
    const milik = cari(this.#pecahan[jenis], istilah);
    return milik && (await this.#muat(jenis, milik, (isi) => new Map(isi.map(([i, ...b]) => [i, bentuk(b)])), signal)).get(istilah);
  }

  #muat(jenis, [, sidik, besar], bentuk, signal) {
    return this.#pemuat.pecahan(jenis, sidik, besar, bentuk, signal);
  }
}

/** The last shard of a table whose first key is not beyond `kunci`. */
function cari(tabel, kunci) {
  let [awal, akhir] = [0, tabel.length];
  while (awal < akhir) {
    const tengah = (awal + akhir) >> 1;
    if (tabel[tengah][0] <= kunci) awal = tengah + 1;
    else akhir = tengah;
  }
  return tabel[awal - 1];
}

function impak(baris) {
  const hasil = [];
  let nomor = -1;
  for (let i = 0; i < baris.length; i += 2) hasil.push([(nomor += baris[i]), baris[i + 1]]);
  return hasil;
}

function posisi(baris) {
  const hasil = new Map();
  let nomor = -1;
  for (let i = 0; i < baris.length; ) {
    nomor += baris[i++];
    const banyak = baris[i++];
    let letak = 0;
    hasil.set(nomor, new Set(Array.from({ length: banyak }, () => (letak += baris[i++]))));
  }
  return hasil;
}

function jabarkan(lari) {
  const hasil = [];
  for (let i = 0; i < lari.length; i += 2) for (let n = 0; n < lari[i]; n++) hasil.push(lari[i + 1]);
  return hasil;
}

function awalHalaman(panjang) {
  const hasil = [];
  for (const banyak of panjang) {
    const awal = hasil.length;
    for (let n = 0; n < banyak; n++) hasil.push(awal);
  }
  return hasil;
}
