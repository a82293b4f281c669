/** The index as the browser sees it: a manifest and the shards it names, loaded when asked for. See export.py. */

import { Analis } from "./analyser.js";
import { Loader } from "./loader.js";

/**
 * Open the index of a site.
 * @param {string} baseUrl the site's root, for instance "/" or "/buku/"; results are relative to it
 * @param {{fetch?: typeof fetch, timeout?: number, signal?: AbortSignal}} [options] time-out of one file in ms
 * @returns {Promise<Indeks>} rejects with LoadFailed
 */
export async function openIndex(baseUrl, { fetch, timeout, signal } = {}) {
  const loader = new Loader(baseUrl, { fetch, timeout });
  return new Indeks(loader, await loader.manifest(signal));
}

/** An open index. Sections are numbered from 0 in document order. */
export class Indeks {
  #loader;
  #pecahan;
  #medan;

  constructor(loader, manifes) {
    this.#loader = loader;
    this.#pecahan = manifes.pecahan;
    this.#medan = manifes.medan;
    this.jumlah = manifes.jumlah;
    this.analis = new Analis(manifes.aturan, manifes.sinonim);
    const { halaman, jenis, wilayah, putusan } = manifes.susunan;
    this.jenis = expandRuns(jenis);
    this.wilayah = expandRuns(wilayah);
    this.putusan = expandRuns(putusan);
    this.awalHalaman = pageStarts(halaman);
  }

  /** Whether some section holds the term. */
  async has(istilah, signal) {
    return (await this.impacts(istilah, signal)).length > 0;
  }

  /** Words that begin with a letter. @returns {Promise<import("./spelling.js").Lema[]>} */
  async letter(huruf, signal) {
    const shard = this.#pecahan.kosakata.find(([first]) => first === huruf);
    return shard ? this.#load("kosakata", shard, signal) : [];
  }

  /**
   * Points of a term: [section, points], ascending. A stem without a row of its own shares its word's.
   * @returns {Promise<[number, number][]>}
   */
  async impacts(istilah, signal) {
    const baris = await this.#row("impak", istilah, signal);
    if (baris || !istilah.endsWith("~")) return baris ?? [];
    return (await this.#row("impak", istilah.slice(0, -1), signal)) ?? [];
  }

  /** Sections in which words follow each other. @returns {Promise<Set<number>>} */
  async phrase(kata, signal) {
    if (kata.length === 1) return new Set((await this.impacts(kata[0], signal)).map(([nomor]) => nomor));
    const rows = await Promise.all(kata.map((k) => this.#row("posisi", k, signal)));
    if (rows.includes(undefined)) return new Set();
    const [pertama, ...sisa] = rows;
    const follow = (nomor, posisi) => sisa.every((baris, i) => baris.get(nomor)?.has(posisi + (i + 1) * this.#medan));
    return new Set([...pertama].filter(([nomor, letak]) => [...letak].some((posisi) => follow(nomor, posisi))).map(([nomor]) => nomor));
  }

  /** What is shown of a section. */
  async record(nomor, signal) {
    const shard = findShard(this.#pecahan.rekaman, nomor);
    const { halaman, bagian } = await this.#load("rekaman", shard, signal);
    const [urutan, anchor, judul, teks, kartu = null] = bagian[nomor - shard[0]];
    const [url, judulHalaman, status, pengganti] = halaman[urutan];
    return { url, alamat: anchor ? `${url}#${anchor}` : url, halaman: judulHalaman, status, pengganti, judul, teks, kartu };
  }

  /** Fetch every shard, so that no later query asks for anything. */
  async loadAll(signal) {
    const shards = Object.entries(this.#pecahan).flatMap(([jenis, table]) => table.map((shard) => [jenis, shard]));
    await Promise.all(shards.map(([jenis, shard]) => this.#load(jenis, shard, signal)));
  }

  async #row(jenis, istilah, signal) {
    const shard = findShard(this.#pecahan[jenis], istilah);
    return shard && (await this.#load(jenis, shard, signal)).get(istilah);
  }

  #load(jenis, [, sidik, besar], signal) {
    return this.#loader.shard(jenis, sidik, besar, DECODE[jenis], signal);
  }
}

/** How the content of a shard is kept, by its kind. */
const DECODE = {
  impak: decodeRows(decodeImpacts),
  posisi: decodeRows(decodePlaces),
  kosakata: (isi) => isi,
  rekaman: (isi) => isi,
};

function decodeRows(decode) {
  return (isi) => new Map(isi.map(([first, ...baris]) => [first, decode(baris)]));
}

/** The last shard of a table whose first key is not beyond `key`. */
function findShard(table, key) {
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle][0] <= key) low = middle + 1;
    else high = middle;
  }
  return table[low - 1];
}

function decodeImpacts(baris) {
  const hasil = [];
  let nomor = -1;
  for (let i = 0; i < baris.length; i += 2) hasil.push([(nomor += baris[i]), baris[i + 1]]);
  return hasil;
}

function decodePlaces(baris) {
  const hasil = new Map();
  let nomor = -1;
  for (let i = 0; i < baris.length; ) {
    nomor += baris[i++];
    const banyak = baris[i++];
    let posisi = 0;
    hasil.set(nomor, new Set(Array.from({ length: banyak }, () => (posisi += baris[i++]))));
  }
  return hasil;
}

function expandRuns(runs) {
  const hasil = [];
  for (let i = 0; i < runs.length; i += 2) for (let n = 0; n < runs[i]; n++) hasil.push(runs[i + 1]);
  return hasil;
}

/** Of each section, the number of the first section of its page, from the number of sections of each page. */
function pageStarts(panjang) {
  const hasil = [];
  for (const banyak of panjang) {
    const awal = hasil.length;
    for (let n = 0; n < banyak; n++) hasil.push(awal);
  }
  return hasil;
}
