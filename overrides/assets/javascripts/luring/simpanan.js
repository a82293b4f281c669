/**
 * Simpanan: the set of files the reader asked to keep, all of one version. It is collected under a name of its own and
 * counts only once its mark is written, so a broken-off saving changes nothing; what was collected is found again next time.
 */
import "./nama.js";

const SEKALIGUS = 6; // files loaded at a time
const ULANG = 2; // how often a new release in the midst of saving is followed

/** @typedef {{versi: string, disusun: string, disimpan: string, paket: string[]}} Tanda what a whole set is: version, days, packages */

/** Saving stopped: "jaringan" (the connection), "penuh" (no room), "berubah" (a new release again and again). */
export class SaveFailed extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Keeps sets of one site. */
export class Simpanan {
  constructor(root) {
    this.root = root;
    this.nama = globalThis.namaLuring(root);
  }

  /** Give the mark of the newest whole set, or null. @returns {Promise<Tanda|null>} */
  async state() {
    return (await this.#whole())[0]?.tanda ?? null;
  }

  /** Tell whether a set, even a part of one, or an opened page lies on the device. */
  async any() {
    return (await this.#readers()).length > 0;
  }

  /** Delete every set and every page opened. */
  async forget() {
    for (const nama of await this.#readers()) await caches.delete(nama);
  }

  /** What only this reader has; the frame of the site everybody has. */
  async #readers() {
    return (await caches.keys()).filter((nama) => nama.startsWith(this.nama.simpanan) || nama.startsWith(this.nama.dibuka));
  }

  /**
   * Keep a package besides those kept already, all in the site's present version.
   * @param {string} paket its name in the manifest
   * @param {string} hari today, for the reader's information
   * @param {(done: number, all: number) => void} progress told in bytes
   * @throws {SaveFailed}
   */
  async save(paket, hari, progress, attempt = 0) {
    const text = await this.#get(this.nama.manifes).then((response) => response.text()).catch((error) => { throw new SaveFailed("jaringan", error); });
    const manifes = JSON.parse(text);
    const olds = await this.#whole();
    const names = [...new Set([...olds.flatMap(({ tanda }) => tanda.paket), paket])].filter((name) => Object.hasOwn(manifes.paket, name)).sort();
    const files = [...new Set(names.flatMap((name) => numbers(manifes.paket[name].deret)))].map((n) => manifes.berkas[n]);
    const nama = this.nama.simpanan + manifes.versi;
    const cache = await caches.open(nama);
    try {
      await this.#collect(cache, files, await this.#reusable(olds), progress);
    } catch (error) {
      if (error.name === "QuotaExceededError") throw new SaveFailed("penuh", error);
      // A file that is not the one named: was there a new release meanwhile?
      const now = await this.#get(this.nama.manifes).then((response) => response.json()).catch(() => null);
      if (!now || now.versi === manifes.versi) throw new SaveFailed("jaringan", error);
      if (attempt === ULANG) throw new SaveFailed("berubah", error);
      return this.save(paket, hari, progress, attempt + 1);
    }
    const tanda = { versi: manifes.versi, disusun: manifes.disusun, disimpan: hari, paket: names };
    await cache.put(this.nama.manifes, new Response(text, { headers: JSON_TYPE }));
    await cache.put(this.nama.tanda, new Response(JSON.stringify(tanda), { headers: JSON_TYPE }));
    for (const other of await caches.keys()) if (other.startsWith(this.nama.simpanan) && other !== nama) await caches.delete(other);
    return tanda;
  }

  /** The whole sets, newest first. */
  async #whole() {
    const found = [];
    for (const nama of await caches.keys()) {
      if (!nama.startsWith(this.nama.simpanan)) continue;
      const cache = await caches.open(nama);
      const tanda = await globalThis.tandaLuring(cache, this.nama);
      if (tanda) found.push({ cache, tanda });
    }
    return found.sort((a, b) => (a.tanda.disusun < b.tanda.disusun ? 1 : -1));
  }

  /** Where files of older sets lie that may be the same today: digest -> response. */
  async #reusable(olds) {
    const known = new Map();
    for (const { cache } of olds) {
      const kept = await cache.match(this.nama.manifes);
      const { berkas = [] } = (await kept?.json().catch(() => null)) ?? {};
      for (const [path, , sidik] of berkas) known.set(`${path} ${sidik}`, () => cache.match(new URL(path, this.root).href));
    }
    return known;
  }

  async #collect(cache, files, known, progress) {
    const all = files.reduce((sum, [, size]) => sum + size, 0);
    const queue = files.values();
    let [done, broken] = [0, false];
    const work = async () => {
      for (const [path, size, sidik] of queue) {
        if (broken) return;
        const url = new URL(path, this.root).href;
        if (!(await sound(cache.match(url), sidik))) {
          const same = await sound(known.get(`${path} ${sidik}`)?.(), sidik);
          await cache.put(url, same ?? (await this.#get(url, `sha256-${sidik}`)));
        }
        progress((done += size), all);
      }
    };
    await Promise.all(Array.from({ length: SEKALIGUS }, () => work().catch((error) => { broken = true; throw error; })));
  }

  /** Fetch from the server; with a digest, the browser itself refuses another file. */
  async #get(url, integrity) {
    const response = await fetch(url, { cache: "no-cache", ...(integrity && { integrity }) });
    if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
    return response;
  }
}

/** Write out runs: the first number of each, and how many follow it. @param {number[]} deret */
function numbers(deret) {
  return deret.flatMap((first, place) => (place % 2 ? [] : Array.from({ length: deret[place + 1] }, (_, n) => first + n)));
}

/** What is kept, if it is the file that it should be. */
async function sound(kept, sidik) {
  const response = await kept;
  return response && (await globalThis.cocokLuring(response, sidik)) ? response : null;
}

const JSON_TYPE = { "Content-Type": "application/json" };
