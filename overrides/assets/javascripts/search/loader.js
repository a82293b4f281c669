/**
 * Loading: files of the search, checked before they are used. A file that cannot be had is a LoadFailed that
 * names it, never an empty result; failures are not remembered, so asking again tries again.
 */

import { Bytes, unpack } from "./packing.js";

const TIMEOUT = 8_000; // ms until a file counts as lost: a reader is told within ten seconds
const SKEMA = 4;
export const MANIFES = "cari/manifes.json";

/** A file that could not be loaded. */
export class LoadFailed extends Error {
  /**
   * @param {string} file relative to the site's root
   * @param {"network"|"http"|"timeout"|"digest"|"content"} reason the connection, the status, the time, another file, unreadable
   * @param {unknown} [cause] what was thrown or answered
   */
  constructor(file, reason, cause) {
    super(`Cannot load ${file} (${reason})`, { cause });
    this.name = "LoadFailed";
    this.file = file;
    this.reason = reason;
  }
}

/** The file of a shard, relative to the site's root. */
export const shardFile = (jenis, sidik, nomor) => `cari/${jenis}-${sidik}-${nomor}.bin`;

/** Decode an unpacked shard; whatever is wrong with it is a LoadFailed. */
export function readShard(plain, jenis, sidik, nomor, decode) {
  try {
    const isi = new Bytes(plain);
    if (hex(isi.bytes(sidik.length / 2)) !== sidik || isi.number() !== nomor) throw new RangeError("another shard");
    return decode(isi);
  } catch (error) {
    throw new LoadFailed(shardFile(jenis, sidik, nomor), "digest", error);
  }
}

/** Loads files below a site's root, each once. */
export class Loader {
  #root;
  #fetch;
  #timeout;
  #inline = {}; // shards that came with the manifest
  #loads = new Map(); // file -> {promise, controller, waiting, done}

  /**
   * @param {string} root the site's root, absolute or relative to the page
   * @param {{fetch?: typeof fetch, timeout?: number}} [options] what to fetch with; time-out in ms
   */
  constructor(root, { fetch = globalThis.fetch.bind(globalThis), timeout = TIMEOUT } = {}) {
    this.#root = root.endsWith("/") ? root : `${root}/`;
    this.#fetch = fetch;
    this.#timeout = timeout;
  }

  /** The manifest, always fresh from the network. */
  async manifest(signal) {
    const read = async (data) => {
      const isi = parse(MANIFES, data);
      if (!(await matches(withoutDigest(data), isi?.sidik ?? ""))) throw new LoadFailed(MANIFES, "digest", isi?.sidik);
      if (isi?.skema !== SKEMA) throw new LoadFailed(MANIFES, "content", `skema ${isi?.skema}`);
      this.#inline = Object.fromEntries(Object.entries(isi.sisipan ?? {}).map(([name, data]) => [`cari/${name}`, data]));
      return isi;
    };
    return this.#share(MANIFES, (s) => this.#load(MANIFES, "no-cache", read, s), signal);
  }

  /** A JSON file that is named by its content, as in "cek/jawaban-0f….json". */
  json(file, signal) {
    const [, sidik] = /-([0-9a-f]+)\.json$/.exec(file);
    const read = async (data) => {
      if (!(await matches(data, sidik))) throw new LoadFailed(file, "digest");
      return parse(file, data);
    };
    return this.#share(file, (s) => this.#load(file, "default", read, s), signal);
  }

  /**
   * One shard, turned by `decode` into what is kept.
   * @template T
   * @param {string} jenis
   * @param {string} sidik the name it shares with others, hexadecimal; the shard begins with it and its number
   * @param {number} nomor
   * @param {(isi: Bytes) => T} decode
   * @param {AbortSignal} [signal]
   * @param {number} [pause] ms to wait before asking, in case the signal says that nobody needs it any more
   * @returns {Promise<T>}
   */
  shard(jenis, sidik, nomor, decode, signal, pause = 0) {
    const file = shardFile(jenis, sidik, nomor);
    const read = async (data) => {
      const plain = await unpack(data).catch((error) => { throw new LoadFailed(file, "digest", error); });
      return readShard(plain, jenis, sidik, nomor, decode);
    };
    const load = async (s) => {
      if (pause > 0 && !this.#inline[file]) await wait(pause, s);
      return this.#load(file, "default", read, s);
    };
    return this.#share(file, load, signal);
  }

  /** Share one load among those who wait for it; when all have given up, so does the load. */
  #share(file, load, signal) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const shared = this.#loads.get(file) ?? this.#begin(file, load);
    if (signal && !shared.done) return this.#join(file, shared, signal);
    shared.waiting = Infinity; // who has no signal never gives up
    return shared.promise;
  }

  #begin(file, load) {
    const controller = new AbortController();
    const begun = { promise: load(controller.signal), controller, waiting: 0, done: false };
    this.#loads.set(file, begun);
    begun.promise.then(
      () => (begun.done = true),
      () => this.#loads.delete(file),
    );
    return begun;
  }

  #join(file, shared, signal) {
    shared.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        if (--shared.waiting > 0 || shared.done) return;
        this.#loads.delete(file);
        shared.controller.abort();
      };
      signal.addEventListener("abort", leave, { once: true });
      shared.promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  /** Load and read a file; one that cannot be read is asked for once more past the browser's cache, which may hold the fault. */
  async #load(file, cache, read, signal) {
    try {
      return await read(await this.#get(file, cache, signal));
    } catch (error) {
      if (error.reason !== "digest" && error.reason !== "content") throw error;
      return read(await this.#get(file, "reload", signal));
    }
  }

  async #get(file, cache, signal) {
    const inline = this.#inline[file];
    if (inline) return Uint8Array.from(atob(inline), (character) => character.charCodeAt(0));
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort("timeout"), this.#timeout);
    signal.addEventListener("abort", () => controller.abort("abandoned"), { once: true });
    try {
      const response = await this.#fetch(this.#root + file, { cache, signal: controller.signal });
      if (!response.ok) throw new LoadFailed(file, "http", response.status);
      return await response.arrayBuffer();
    } catch (error) {
      if (error instanceof LoadFailed) throw error;
      throw new LoadFailed(file, controller.signal.reason === "timeout" ? "timeout" : "network", error);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Wait so many ms, or reject once the signal gives up. */
function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}

function parse(file, data) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
  } catch (error) {
    throw new LoadFailed(file, "content", error);
  }
}

/** The manifest as it was when its own digest was taken: without `"sidik":"…",` after the first brace. */
function withoutDigest(data) {
  const teks = new TextDecoder().decode(data);
  return new TextEncoder().encode(teks.replace(/^\{"sidik":"[0-9a-f]*",/, "{"));
}

/** Browsers offer digests on https and localhost only; elsewhere the manifest's schema and its shards' names have to do. */
async function matches(data, sidik) {
  const subtle = globalThis.crypto?.subtle;
  return !subtle || hex(new Uint8Array(await subtle.digest("SHA-256", data), 0, sidik.length / 2)) === sidik;
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
