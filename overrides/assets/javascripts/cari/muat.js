/**
 * Loading: files of the search, checked before they are used. A file that cannot be had is a GagalMuat that
 * names it, never an empty result; failures are not remembered, so asking again tries again.
 */

const BATAS_WAKTU = 10_000; // ms until a file counts as lost
const SKEMA = 1;

/** A file that could not be loaded. */
export class GagalMuat extends Error {
  /**
   * @param {string} berkas which file, relative to the site's root
   * @param {"jaringan"|"http"|"waktu"|"sidik"|"isi"} sebab network, HTTP status, time-out, wrong digest, unreadable
   * @param {unknown} [cause] what was thrown or answered
   */
  constructor(berkas, sebab, cause) {
    super(`Gagal memuat ${berkas} (${sebab})`, { cause });
    this.name = "GagalMuat";
    this.berkas = berkas;
    this.sebab = sebab;
  }
}

/** Loads files below a site's root, each once. */
export class Pemuat {
  #akar;
  #fetch;
  #waktu;
  #simpanan = new Map(); // file -> {janji, henti, penunggu}

  /**
   * @param {string} akar the site's root, absolute or relative to the page
   * @param {{fetch?: typeof fetch, waktu?: number}} [pilihan] what to fetch with; time-out in ms
   */
  constructor(akar, { fetch = globalThis.fetch.bind(globalThis), waktu = BATAS_WAKTU } = {}) {
    this.#akar = akar.endsWith("/") ? akar : `${akar}/`;
    this.#fetch = fetch;
    this.#waktu = waktu;
  }

  /** The manifest, always fresh from the network. */
  async manifes(signal) {
    const berkas = "cari/manifes.json";
    const baca = async (data) => {
      const isi = uraikan(berkas, data);
      if (!(await cocok(tanpaSidik(data), isi?.sidik ?? ""))) throw new GagalMuat(berkas, "sidik", isi?.sidik);
      if (isi?.skema !== SKEMA) throw new GagalMuat(berkas, "isi", `skema ${isi?.skema}`);
      return isi;
    };
    return this.#bagi(berkas, (s) => this.#utuh(berkas, "no-cache", baca, s), signal);
  }

  /**
   * One shard, turned by `bentuk` into what is kept.
   * @template T
   * @param {string} jenis
   * @param {string} sidik first half of its SHA-256 in its name
   * @param {number} besar its size in bytes
   * @param {(isi: any) => T} bentuk
   * @param {AbortSignal} [signal]
   * @returns {Promise<T>}
   */
  pecahan(jenis, sidik, besar, bentuk, signal) {
    const berkas = `cari/${jenis}-${sidik}.json`;
    const baca = async (data) => {
      if (data.byteLength !== besar || !(await cocok(data, sidik))) throw new GagalMuat(berkas, "sidik", `${data.byteLength} byte`);
      return bentuk(uraikan(berkas, data));
    };
    return this.#bagi(berkas, (s) => this.#utuh(berkas, "default", baca, s), signal);
  }

  /** Share one load among those who wait for it; when all have given up, so does the load. */
  #bagi(berkas, muat, signal) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    let milik = this.#simpanan.get(berkas);
    if (!milik) {
      const henti = new AbortController();
      milik = { janji: muat(henti.signal), henti, penunggu: 0 };
      this.#simpanan.set(berkas, milik);
      milik.janji.then(
        () => (milik.selesai = true),
        () => this.#simpanan.delete(berkas),
      );
    }
    return signal && !milik.selesai ? this.#tunggu(berkas, milik, signal) : ((milik.penunggu = Infinity), milik.janji);
  }

  #tunggu(berkas, milik, signal) {
    milik.penunggu += 1;
    return new Promise((beri, tolak) => {
      const batal = () => {
        tolak(signal.reason);
        if (--milik.penunggu > 0 || milik.selesai) return;
        this.#simpanan.delete(berkas);
        milik.henti.abort();
      };
      signal.addEventListener("abort", batal, { once: true });
      milik.janji.then(beri, tolak).finally(() => signal.removeEventListener("abort", batal));
    });
  }

  /** Load and read a file; one that cannot be read is asked for once more past the browser's cache, which may hold the fault. */
  async #utuh(berkas, cache, baca, signal) {
    try {
      return await baca(await this.#ambil(berkas, { cache, signal }));
    } catch (galat) {
      if (galat.sebab !== "sidik" && galat.sebab !== "isi") throw galat;
      return baca(await this.#ambil(berkas, { cache: "reload", signal }));
    }
  }

  async #ambil(berkas, { cache, signal }) {
    const henti = new AbortController();
    const lewat = setTimeout(() => henti.abort("waktu"), this.#waktu);
    signal.addEventListener("abort", () => henti.abort("batal"), { once: true });
    try {
      const jawab = await this.#fetch(this.#akar + berkas, { cache, signal: henti.signal });
      if (!jawab.ok) throw new GagalMuat(berkas, "http", jawab.status);
      return await jawab.arrayBuffer();
    } catch (galat) {
      if (galat instanceof GagalMuat) throw galat;
      throw new GagalMuat(berkas, henti.signal.reason === "waktu" ? "waktu" : "jaringan", galat);
    } finally {
      clearTimeout(lewat);
    }
  }
}

function uraikan(berkas, data) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
  } catch (galat) {
    throw new GagalMuat(berkas, "isi", galat);
  }
}

/** The manifest as it was when its own digest was taken: without `"sidik":"…",` after the first brace. */
function tanpaSidik(data) {
  const teks = new TextDecoder().decode(data);
  return new TextEncoder().encode(teks.replace(/^\{"sidik":"[0-9a-f]*",/, "{"));
}

/** Browsers offer digests on https and localhost only; elsewhere a shard's size has to do. */
async function cocok(data, sidik) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return true;
  const hasil = new Uint8Array(await subtle.digest("SHA-256", data), 0, sidik.length / 2);
  return Array.from(hasil, (b) => b.toString(16).padStart(2, "0")).join("") === sidik;
}
