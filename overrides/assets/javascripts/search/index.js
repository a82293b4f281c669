/** The index as the browser sees it: a manifest and the shards it names, loaded when asked for. See export.py. */

import { Analis } from "./analyser.js";
import { firstThat } from "./bisect.js";
import { LoadFailed, Loader, MANIFES, shardFile } from "./loader.js";
import { decodeRecords } from "./records.js";
import { isAlpha } from "./rules.js";
import { NONE, Places, decodeFamilies, decodeWords } from "./shards.js";

/**
 * Open the index of a site.
 * @param {string} baseUrl the site's root, for instance "/" or "/buku/"; results are relative to it
 * @param {{fetch?: typeof fetch, timeout?: number, signal?: AbortSignal}} [options] time-out of one file in ms
 * @returns {Promise<Indeks>} rejects with LoadFailed
 */
export async function openIndex(baseUrl, { fetch, timeout, signal } = {}) {
  const loader = new Loader(baseUrl, { fetch, timeout });
  const manifes = await loader.manifest(signal);
  return sound(MANIFES, () => new Indeks(loader, manifes));
}

/**
 * An open index. Sections have numbers that ascend as they stand in the book; a page's sections follow each other, and there
 * are gaps between pages, since only the longest page of some in a row is known.
 */
export class Indeks {
  #loader;
  #pecahan;
  #kunci; // first keys of shards
  #medan;
  #putusan;
  #patient = new WeakMap(); // signal -> when its files may be asked for
  #letters = new Map(); // beginning -> words, once asked for
  #impacts = new Map(); // term -> its points, once asked for
  #pecah; // of each block of records, the number of its first shard; at last, of all shards

  constructor(loader, manifes) {
    this.#loader = loader;
    this.#pecahan = manifes.pecahan;
    const { impak, kosakata, ekor } = manifes.pecahan;
    this.#kunci = { impak: keys(impak.kunci), kosakata: keys(kosakata.kunci), ekor: keys(ekor.kunci) };
    this.#medan = manifes.medan;
    this.sidik = manifes.sidik; // which index this is: pages name the one they were built with
    this.jumlah = manifes.jumlah;
    this.analis = new Analis(manifes.aturan, manifes.sinonim);
    const { jenis, wilayah, putusan, panjang } = manifes.susunan;
    this.awal = pageStarts(panjang, manifes.jumlah.halaman);
    this.halaman = pagesOf(this.awal);
    [this.golongan, this.macam] = kinds(expandRuns(jenis), expandRuns(wilayah));
    this.#putusan = new Map(putusan.map(([halaman, runs]) => [halaman, expandRuns(runs)]));
    this.#pecah = starts(expandRuns(manifes.pecahan.rekaman.pecah));
  }

  /** @param {number} nomor of a section @returns {number} the number of its page's first section */
  lead = (nomor) => this.awal[this.halaman[nomor]];

  jenis = (nomor) => this.#macam(nomor)[0];
  wilayah = (nomor) => this.#macam(nomor)[1];
  #macam = (nomor) => this.macam[this.golongan[this.halaman[nomor]]];
  putusan = (nomor) => this.#putusan.get(this.halaman[nomor])?.[nomor - this.lead(nomor)] ?? [];

  /** Let a query wait before it asks for any file, so that one that is given up at once asks for none. */
  hold(signal, ms) {
    this.#patient.set(signal, performance.now() + ms);
  }

  /** Whether some section holds the term. */
  async has(istilah, signal) {
    return (await this.impacts(istilah, signal)).bagian.length > 0;
  }

  /** Words that are one letter and then `ekor`. @returns {Promise<import("./spelling.js").Lema[]>} */
  async headless(ekor, signal) {
    const semua = (await this.#beginning("ekor", ekor, signal)).filter(([kata]) => kata.length === ekor.length + 1);
    return semua.map(([kata, banyak]) => [kata.at(-1) + ekor, banyak]);
  }

  /** Words that begin with a letter or more. @returns {Promise<import("./spelling.js").Lema[]>} */
  async letter(awalan, signal) {
    if (!this.#letters.has(awalan)) this.#letters.set(awalan, await this.#beginning("kosakata", awalan, signal));
    return this.#letters.get(awalan);
  }

  async #beginning(jenis, awalan, signal) {
    const kunci = this.#kunci[jenis];
    const mulai = Math.max(0, find(kunci, awalan));
    const jumlah = kunci.slice(mulai).filter((batas, i) => !i || batas.slice(0, awalan.length) <= awalan).length;
    const shards = await Promise.all(Array.from({ length: jumlah }, (_, i) => this.#load(jenis, mulai + i, signal)));
    return shards.flatMap((lema) => begun(lema, awalan));
  }

  /** Sections that hold a term, with the points it gives them. @returns {Promise<import("./shards.js").Impak>} */
  async impacts(istilah, signal) {
    if (!this.#impacts.has(istilah)) this.#impacts.set(istilah, await this.#impact(istilah, signal));
    return this.#impacts.get(istilah);
  }

  async #impact(istilah, signal) {
    const kunci = this.#family(istilah);
    const nomor = find(this.#kunci.impak, kunci);
    const keluarga = nomor < 0 ? undefined : (await this.#load("impak", nomor, signal)).get(kunci);
    return keluarga?.impacts(istilah) ?? NONE;
  }

  /** The words of the index that have a stem. @returns {Promise<string[]>} */
  async stemmed(akar, signal) {
    const nomor = find(this.#kunci.impak, akar);
    return nomor < 0 ? [] : ((await this.#load("impak", nomor, signal)).get(akar)?.words() ?? []);
  }

  /** Sections in which words follow each other. @returns {Promise<Set<number>>} */
  async phrase(kata, signal) {
    if (kata.length === 1) return new Set((await this.impacts(kata[0], signal)).bagian);
    const rows = await Promise.all(kata.map((k) => this.#places(k, signal)));
    if (rows.includes(undefined)) return new Set();
    const [pertama, ...sisa] = rows;
    const follow = (nomor, posisi) => sisa.every((baris, i) => baris.get(nomor)?.has(posisi + (i + 1) * this.#medan));
    return new Set([...pertama].filter(([nomor, letak]) => [...letak].some((posisi) => follow(nomor, posisi))).map(([nomor]) => nomor));
  }

  /** What is shown of a section. */
  async record(nomor, signal) {
    const { seblok, urut } = this.#pecahan.rekaman;
    const [halaman, urutan] = [this.halaman[nomor], nomor - this.lead(nomor)];
    const shard = this.#pecah[Math.floor(halaman / seblok)] + Math.floor(urutan / urut);
    const isi = await this.#load("rekaman", shard, signal);
    return sound(this.#file("rekaman", shard), () => {
      const [url, ...kepala] = isi[halaman % seblok];
      const [anchor, judul, teks, kartu = null, sendiri = kepala] = kepala.pop()[urutan % urut];
      const [judulHalaman, status, pengganti] = sendiri;
      return { url, alamat: anchor ? `${url}#${anchor}` : url, halaman: judulHalaman, status, pengganti, judul, teks, kartu };
    });
  }

  /** Fetch every shard, so that no later query asks for anything. */
  async loadAll(signal) {
    const { impak, kosakata, ekor } = this.#kunci;
    const banyak = { impak: impak.length, posisi: impak.length, kosakata: kosakata.length, ekor: ekor.length, rekaman: this.#pecah.at(-1) };
    const shards = Object.entries(banyak).flatMap(([jenis, jumlah]) => Array.from({ length: jumlah }, (_, nomor) => [jenis, nomor]));
    await Promise.all(shards.map(([jenis, nomor]) => this.#load(jenis, nomor, signal)));
  }

  async #places(kata, signal) {
    const nomor = find(this.#kunci.impak, this.#family(kata));
    if (nomor < 0) return undefined;
    const [families, places] = await Promise.all(["impak", "posisi"].map((jenis) => this.#load(jenis, nomor, signal)));
    return sound(this.#file("posisi", nomor), () => places.of(kata, families));
  }

  /** The key of a term's family: of a word its stem, of anything else itself. */
  #family = (istilah) => (isAlpha(istilah) && !/[~=:]/.test(istilah) ? `${this.analis.stem(istilah)}~` : istilah);

  #file = (jenis, nomor) => shardFile(jenis, this.#name(jenis, nomor), nomor);

  /** The name that a shard shares with its neighbours. */
  #name(jenis, nomor) {
    const { sekelompok, sidik } = this.#pecahan[jenis];
    const awal = Math.floor(nomor / sekelompok) * SIDIK;
    return sidik.slice(awal, awal + SIDIK);
  }

  #load(jenis, nomor, signal) {
    const pause = (this.#patient.get(signal) ?? 0) - performance.now();
    return this.#loader.shard(jenis, this.#name(jenis, nomor), nomor, (isi) => DECODE[jenis](isi, this.awal), signal, pause);
  }
}

/** How the content of a shard is kept, by its kind. */
const DECODE = { impak: decodeFamilies, posisi: (isi) => new Places(isi), kosakata: decodeWords, ekor: decodeWords, rekaman: decodeRecords };
const SIDIK = 10; // hexadecimal digits of a shard's name
const ROOM = 2 ** 24; // sections; no book has more, so what promises more is a trap

/** Give what `read` makes of a file; what it cannot make sense of is a file that failed. */
function sound(file, read) {
  try {
    return read();
  } catch (error) {
    throw new LoadFailed(file, "content", error);
  }
}

/** The number of the last shard whose first key is not beyond `key`; -1 if all are. */
const find = (kunci, key) => firstThat(kunci.length, (i) => kunci[i] > key) - 1;

/** Of sorted words, those that begin with some letters. */
function begun(lema, awalan) {
  const mulai = firstThat(lema.length, (i) => lema[i][0] >= awalan);
  return lema.slice(mulai, firstThat(lema.length, (i) => lema[i][0].slice(0, awalan.length) > awalan));
}

/** Sorted keys, each written after a capital that says how many characters it shares with the one before; ^a is its own capital. */
function keys(teks) {
  let lalu = "";
  return Array.from(teks.matchAll(/([A-Z])([^A-Z]*)/g), ([, sama, sisa]) => {
    lalu = lalu.slice(0, sama.charCodeAt(0) - 65) + sisa;
    return lalu.replace(/\^(.)/g, (_, kecil) => kecil.toUpperCase());
  });
}

function expandRuns(runs) {
  const hasil = [];
  if (runs.reduce((sum, banyak, i) => (i % 2 ? sum : sum + banyak), 0) > ROOM) throw new RangeError("runs without end");
  for (let i = 0; i < runs.length; i += 2) for (let n = 0; n < runs[i]; n++) hasil.push(runs[i + 1]);
  return hasil;
}

/**
 * Pages differ in few ways that matter to ranking, so what follows from them is reckoned once for each way, not for each page.
 * @returns {[Uint16Array, [string, string|null][]]} of each page the number of its kind and region, and what they are
 */
function kinds(jenis, wilayah) {
  const nomor = new Map();
  const golongan = jenis.map((satu, halaman) => {
    const kunci = JSON.stringify([satu, wilayah[halaman]]);
    if (!nomor.has(kunci)) nomor.set(kunci, nomor.size);
    return nomor.get(kunci);
  });
  return [Uint16Array.from(golongan), Array.from(nomor.keys(), (kunci) => JSON.parse(kunci))];
}

/** Of each page, the number of its first section. `panjang` is of the longest page of so many in a row. */
function pageStarts([sebaris, panjang], banyak) {
  const room = panjang.reduce((sum, satu, i) => sum + satu * Math.min(sebaris, banyak - i * sebaris), 0);
  if (!(banyak <= ROOM && room <= ROOM)) throw new RangeError("more sections than any book has");
  const hasil = new Uint32Array(banyak + 1);
  for (let n = 0; n < banyak; n++) hasil[n + 1] = hasil[n] + panjang[Math.floor(n / sebaris)];
  return hasil;
}

/** Of each section, the number of its page. */
function pagesOf(awal) {
  const hasil = new Uint32Array(awal.at(-1));
  for (let halaman = 0; halaman < awal.length - 1; halaman++) hasil.fill(halaman, awal[halaman], awal[halaman + 1]);
  return hasil;
}

/** Of each length, the sum of those before; at last, of all. */
function starts(panjang) {
  let jumlah = 0;
  return [0, ...panjang.map((satu) => (jumlah += satu))];
}
