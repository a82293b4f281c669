/**
 * Fuzz: spoils shards of the golden site and asks what the client makes of them. The seed decides everything, so a fault
 * can be made again. Damaged files, as a network leaves them, must be refused by their checksum, before they are read. Signed
 * ones, whose checksum was made anew by whoever spoiled them, reach the decoder: it must refuse them or give something whole.
 * A signed manifest brings rules, patterns among them, which nobody can prove sane: there any rejection will do.
 */

import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { deflateSync, inflateSync } from "node:zlib";
import { LoadFailed, Loader, Places, decodeFamilies, decodeRecords, decodeWords, golden, openIndex, readShard, search } from "./client.mjs";

const SLOW = 1000; // ms of computing
const LOADED = 50; // two runs in so many go through the loader, one of the whole client
const folder = new URL("situs/cari/", golden);
const QUERIES = ['"surat tugas"', "boleh like postingan calon", "kampnaye", "netralitas"];
const DECODE = { impak: decodeFamilies, posisi: (isi) => new Places(isi), kosakata: decodeWords, ekor: decodeWords, rekaman: decodeRecords };

/** Throws numbers from 0 to below n, always the same ones for a seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

// --- Ways to spoil bytes ---

const TELLING = [0, 1, 127, 128, 129, 254, 255, 0x22, 0x5b, 0x7b]; // bytes that mean something to a decoder
const random = (length, roll) => Buffer.from(Array.from({ length }, () => roll(256)));
const splice = (data, at, many, put) => Buffer.concat([data.subarray(0, at), put, data.subarray(at + many)]);
const edit = (data, roll, change) => {
  const [copy, at] = [Buffer.from(data), roll(data.length)];
  copy[at] = change(copy[at]);
  return copy;
};
const WAYS = {
  bit: (data, roll) => edit(data, roll, (byte) => byte ^ (1 << roll(8))),
  byte: (data, roll) => edit(data, roll, () => roll(256)),
  telling: (data, roll) => edit(data, roll, () => TELLING[roll(TELLING.length)]),
  several: (data, roll) => Array.from({ length: 2 + roll(6) }).reduce((now) => WAYS.byte(now, roll), data),
  cut: (data, roll) => data.subarray(0, roll(data.length)),
  lost: (data, roll) => splice(data, roll(data.length), 1 + roll(9), Buffer.alloc(0)),
  longer: (data, roll) => Buffer.concat([data, random(1 + roll(20), roll)]),
  inserted: (data, roll) => splice(data, roll(data.length), 0, random(1 + roll(9), roll)),
  endless: (data, roll) => splice(data, roll(data.length), 1, Buffer.alloc(1 + roll(12), 255)),
  repeated: (data, roll) => splice(data, roll(data.length), 0, data.subarray(0, roll(data.length))),
};

// --- What is done with them ---

/** The golden book, one of whose shards at a time is spoiled. */
class Book {
  static async open() {
    const book = new Book();
    const names = (await readdir(folder)).sort();
    book.files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder))])));
    book.shards = names.filter((name) => name.endsWith(".bin"));
    book.plain = new Map(book.shards.map((name) => [name, inflateSync(book.files.get(name))]));
    book.plain.set("manifes.json", Buffer.from(book.files.get("manifes.json").toString().replace(/"sidik":"[0-9a-f]*",/, "")));
    book.indeks = await openIndex("/buku/", { fetch: book.serve() });
    return book;
  }

  /** A fetch that gives other bytes in place of one file. */
  serve(name, data) {
    return async (url) => new Response(url.endsWith(name) ? data : this.files.get(url.split("/").pop()));
  }

  /** Ask the whole client, with a signed shard or manifest that is spoiled. */
  async search(name, data, kueri) {
    await search(await openIndex("/buku/", { fetch: this.serve(name, data) }), kueri);
  }

  async load(name, data) {
    const [jenis, sidik, nomor] = parts(name);
    use(await new Loader("/buku/", { fetch: this.serve(name, data) }).shard(jenis, sidik, nomor, (isi) => DECODE[jenis](isi, this.indeks.awal)));
  }

  async decode(name, plain) {
    const [jenis, sidik, nomor] = parts(name);
    use(readShard(plain, jenis, sidik, nomor, (isi) => DECODE[jenis](isi, this.indeks.awal)));
  }
}

function parts(name) {
  const [jenis, sidik, nomor] = name.replace(".bin", "").split("-");
  return [jenis, sidik, Number(nomor)];
}

/** Ask families for what their words give, as a search would. */
function use(made) {
  if (made instanceof Map) for (const keluarga of made.values()) for (const kata of keluarga.words()) keluarga.impacts(kata);
}

/**
 * Spoil `many` shards and use each.
 * @param {number} many
 * @param {number} seed
 * @param {(run: number) => void} [progress]
 * @returns {Promise<{runs: number, refused: number, whole: number, slowest: number, wrong: string[]}>} `whole` are those that were taken;
 *   `slowest` in ms; `wrong` are crashes (anything thrown but LoadFailed), damaged files that were taken, runs over a second
 */
export async function fuzz(many, seed, progress = () => {}) {
  const book = await Book.open();
  const tally = { runs: 0, refused: 0, whole: 0, slowest: 0, wrong: [] };
  const roll = dice(seed);
  for (let run = 0; run < many; run++) {
    const name = run % LOADED === MANIFES ? "manifes.json" : book.shards[roll(book.shards.length)];
    const way = Object.keys(WAYS)[roll(Object.keys(WAYS).length)];
    note(tally, name, `seed ${seed}, run ${run}: ${name}, ${way}`, await once(book, run, name, (data) => WAYS[way](data, roll)));
    progress(run);
  }
  return tally;
}

/** One run; most go straight to the decoder, which is what can be fooled. */
async function once(book, run, name, spoil) {
  const damaged = run % LOADED === DAMAGED;
  const way = { [DAMAGED]: "load", [SIGNED]: "load", [SEARCHED]: "search", [MANIFES]: "search" }[run % LOADED] ?? "decode";
  const spoiled = spoil(damaged ? book.files.get(name) : book.plain.get(name));
  const data = damaged || way === "decode" ? spoiled : sign(name, spoiled);
  const begun = process.cpuUsage();
  const error = await book[way](name, data, QUERIES[roundOf(run) % QUERIES.length]).then(() => null, (thrown) => thrown);
  const { user, system } = process.cpuUsage(begun);
  return { error, took: (user + system) / 1000, taken: damaged && !error && !same(data, book.plain.get(name)) };
}

const [DAMAGED, SIGNED, SEARCHED, MANIFES] = [0, 1, 2, 3]; // which runs of LOADED do not go straight to the decoder
const roundOf = (run) => Math.floor(run / LOADED);

/** Make a file's checksum anew: zlib's own of a shard, the digest in front of a manifest. */
function sign(name, plain) {
  if (name.endsWith(".bin")) return deflateSync(plain);
  const sidik = createHash("sha256").update(plain).digest("hex").slice(0, 16);
  return Buffer.concat([Buffer.from(`{"sidik":"${sidik}",`), plain.subarray(1)]);
}

/** Whether a damaged file still unpacks to what it was: bytes behind its end are passed over by some engines, and say nothing. */
function same(data, plain) {
  try {
    return inflateSync(data).equals(plain);
  } catch {
    return false;
  }
}

function note(tally, name, what, { error, took, taken }) {
  const refused = error instanceof LoadFailed || (name === "manifes.json" && error instanceof Error);
  tally.runs += 1;
  tally[refused ? "refused" : "whole"] += 1;
  tally.slowest = Math.max(tally.slowest, took);
  if (error && !refused) tally.wrong.push(`${what}: ${error.stack}`);
  if (taken) tally.wrong.push(`${what}: a damaged file was taken`);
  if (took > SLOW) tally.wrong.push(`${what}: ${took} ms`);
}
