/** Points of sections for a plan, in the same whole numbers as Whoosh. Mirrors weighting.py and part of answer.py. */

/**
 * @typedef {{wilayah?: string, jenis?: string, putusan?: string, utamakan?: string}} Pilihan
 *   the first three hide other sections; `utamakan` prefers a region and hides nothing
 * @typedef {{bagian: Uint32Array, poin: Float64Array, banyak: Uint8Array}} Daftar sections, ascending; points; how many lists hold each
 */

/**
 * Pages that a plan finds, and the sections that each group meets.
 * @param {import("./index.js").Indeks} indeks
 * @param {import("./query.js").Rencana} rencana
 * @param {Pilihan} pilihan
 * @param {AbortSignal} signal
 * @returns {Promise<{halaman: Halaman, kena: Daftar[]}>}
 */
export async function rank(indeks, rencana, pilihan, signal) {
  const [kena, wajib, tanpa] = await Promise.all([
    Promise.all(rencana.kelompok.map((kelompok) => groupPoints(indeks, kelompok, signal))),
    Promise.all(rencana.frasa.map((frasa) => indeks.phrase(frasa, signal))),
    Promise.all(rencana.tanpa.map((frasa) => indeks.phrase(frasa, signal))),
  ]);
  const { bagian, poin, banyak } = merge(kena, (a, b) => a + b);
  const factor = factors(indeks, rencana.niat, pilihan.utamakan);
  const halaman = new Halaman();
  for (let i = 0; i < bagian.length; i++) {
    const nomor = bagian[i];
    if (!passes(indeks, nomor, pilihan) || !wajib.every((w) => w.has(nomor)) || tanpa.some((t) => t.has(nomor))) continue;
    halaman.add(indeks.lead(nomor), nomor, poin[i] * (banyak[i] + indeks.analis.aturan.cakupan) * factor(nomor));
  }
  return { halaman, kena };
}

/** Pages found, as their sections are added in order: of each its best section. There may be tens of thousands. */
export class Halaman {
  #awal = []; // number of the page's first section
  #mulai = []; // where its sections stand in #temuan
  #temuan = []; // section, score, section, score, …
  #terbaik = []; // where its best section stands there

  add(awal, nomor, skor) {
    const letak = this.#temuan.push(nomor, skor) - 2;
    const akhir = this.#awal.length - 1;
    if (this.#awal[akhir] !== awal) {
      this.#awal.push(awal);
      this.#mulai.push(letak);
      this.#terbaik.push(letak);
    } else if (skor > this.#skor(akhir)) this.#terbaik[akhir] = letak;
  }

  get length() {
    return this.#awal.length;
  }

  #skor = (halaman) => this.#temuan[this.#terbaik[halaman] + 1];

  /** Whether every page but the best passes. @param {(nomor: number, skor: number) => boolean} test of a page's best section */
  others(test) {
    const [pertama] = this.#order(1);
    return this.#awal.every((_, h) => h === pertama || test(this.#temuan[this.#terbaik[h]], this.#skor(h)));
  }

  /** The best pages, each as its sections [number, score], best first. @returns {[number, number][][]} */
  top(limit) {
    return this.#order(limit).map((h) => {
      const isi = this.#temuan.slice(this.#mulai[h], this.#mulai[h + 1]);
      const pasangan = Array.from({ length: isi.length / 2 }, (_, i) => [isi[2 * i], isi[2 * i + 1]]);
      return pasangan.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    });
  }

  /** Numbers of the best pages: by score, then as their best sections stand in the book, which is the order of the pages. */
  #order(limit) {
    const urut = [];
    for (let h = 0; h < this.length; h++) {
      if (urut.length === limit && this.#skor(h) <= this.#skor(urut.at(-1))) continue;
      let tempat = urut.length;
      while (tempat && this.#skor(urut[tempat - 1]) < this.#skor(h)) tempat--;
      urut.splice(tempat, 0, h);
      if (urut.length > limit) urut.pop();
    }
    return urut;
  }
}

/** Whether a list has a section of the page that begins with `awal`. @param {Daftar} daftar */
export function meets(indeks, { bagian }, awal) {
  let [low, high] = [0, bagian.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bagian[middle] < awal) low = middle + 1;
    else high = middle;
  }
  return low < bagian.length && indeks.lead(bagian[low]) === awal;
}

/** Of each section, the points of the group's best alternative. */
async function groupPoints(indeks, { pilihan }, signal) {
  const impacts = await Promise.all(pilihan.map(([istilah]) => indeks.impacts(istilah, signal)));
  return merge(impacts.map(({ bagian, poin }, i) => ({ bagian, poin: Float64Array.from(poin, (satu) => satu * pilihan[i][1]) })), Math.max);
}

/** Merge ascending lists; points of the same section are combined. @returns {Daftar} */
function merge(lists, combine) {
  const size = lists.reduce((jumlah, { bagian }) => jumlah + bagian.length, 0);
  const hasil = { bagian: new Uint32Array(size), poin: new Float64Array(size), banyak: new Uint8Array(size) };
  const heads = new Uint32Array(lists.length);
  let n = 0;
  for (;;) {
    let nomor = Infinity;
    for (let i = 0; i < lists.length; i++) if (heads[i] < lists[i].bagian.length) nomor = Math.min(nomor, lists[i].bagian[heads[i]]);
    if (nomor === Infinity) break;
    hasil.bagian[n] = nomor;
    for (let i = 0; i < lists.length; i++) {
      if (lists[i].bagian[heads[i]] !== nomor) continue;
      hasil.poin[n] = combine(hasil.poin[n], lists[i].poin[heads[i]++]);
      hasil.banyak[n]++;
    }
    n++;
  }
  return { bagian: hasil.bagian.subarray(0, n), poin: hasil.poin.subarray(0, n), banyak: hasil.banyak.subarray(0, n) };
}

/** Gives a section's factor: that of its kind for this intent, times that of its region if one is preferred. */
function factors(indeks, niat, utamakan) {
  const { faktor, utamakan: bobot } = indeks.analis.aturan;
  return (nomor) => {
    const dasar = faktor[niat][indeks.jenis(nomor)] ?? 100;
    if (utamakan == null) return dasar;
    const wilayah = indeks.wilayah(nomor);
    return dasar * (wilayah === null ? 100 : wilayah === utamakan ? bobot.sama : bobot.lain);
  };
}

/** Whether a section is one of those the reader wants to see. */
function passes(indeks, nomor, { wilayah, jenis, putusan }) {
  if (wilayah != null && indeks.wilayah(nomor) !== wilayah) return false;
  if (jenis != null && indeks.jenis(nomor) !== jenis) return false;
  return putusan == null || indeks.putusan(nomor).includes(putusan);
}
