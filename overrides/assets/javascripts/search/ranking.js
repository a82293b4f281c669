/** Points of sections for a plan, in the same whole numbers as Whoosh. Mirrors weighting.py and part of answer.py. */

/**
 * @typedef {{wilayah?: string, jenis?: string, putusan?: string, utamakan?: string, setempat?: string}} Pilihan
 *   the first three hide other sections; `utamakan` prefers a region and hides nothing; `setempat` hides the sections of other
 *   regions and keeps those of none, which hold everywhere
 * @typedef {object} Temuan
 * @property {[number, number][][]} teratas the best pages, each as its sections [number, score], best first
 * @property {number} jumlah of pages found
 * @property {number} sejenis the score of the next page of the same kind as the best, 0 without one
 * @property {number[][]} kena sections that each group of the plan meets, in no order
 */

/**
 * Run a plan.
 * @param {import("./index.js").Indeks} indeks
 * @param {import("./query.js").Rencana} rencana
 * @param {Pilihan & {limit: number}} pilihan
 * @param {AbortSignal} signal
 * @returns {Promise<Temuan>}
 */
export async function rank(indeks, rencana, { limit, utamakan, ...saringan }, signal) {
  const [impacts, wajib, tanpa] = await Promise.all([
    Promise.all(rencana.kelompok.map(({ pilihan }) => Promise.all(pilihan.map(([istilah]) => indeks.impacts(istilah, signal))))),
    Promise.all(rencana.frasa.map((frasa) => indeks.phrase(frasa, signal))),
    Promise.all(rencana.tanpa.map((frasa) => indeks.phrase(frasa, signal))),
  ]);
  // No waiting from here on: the arrays are shared by all queries.
  if (!scratch.has(indeks)) scratch.set(indeks, new Sums(indeks));
  const sums = scratch.get(indeks);
  const kena = rencana.kelompok.map(({ pilihan }, i) => sums.add(impacts[i], pilihan));
  const strict = wajib.length + tanpa.length > 0 || Object.values(saringan).some((nilai) => nilai != null);
  const shown = (nomor) => passes(indeks, nomor, saringan) && wajib.every((w) => w.has(nomor)) && !tanpa.some((t) => t.has(nomor));
  sums.score(indeks.analis.aturan.cakupan, factors(indeks, rencana.niat, utamakan), strict ? shown : () => true);
  return { ...sums.take(Math.max(2, limit)), kena }; // whether the best leads is seen by the second
}

const scratch = new WeakMap(); // one Sums for each index

/** Sums of points, in arrays as long as the book, since a query may meet a tenth of it; all zero between queries. */
class Sums {
  #indeks;
  #bagian = []; // sections met
  #halaman = []; // pages found

  constructor(indeks) {
    this.#indeks = indeks;
    this.best = new Uint32Array(indeks.halaman.length); // points of each section from the group that is being added
    this.poin = new Float64Array(indeks.halaman.length); // their sum over the groups, then the score
    this.banyak = new Uint8Array(indeks.halaman.length); // groups met
    this.utama = new Uint32Array(indeks.awal.length); // of each page, its best section + 1
  }

  /** Add a group: to each section the points of its best alternative. @returns {number[]} the sections that the group meets */
  add(impacts, pilihan) {
    const { best, poin: jumlah, banyak } = this;
    const kena = [];
    impacts.forEach(({ bagian, poin }, i) => {
      const bobot = pilihan[i][1];
      for (let n = 0; n < bagian.length; n++) {
        const nomor = bagian[n];
        if (!best[nomor]) kena.push(nomor);
        if (poin[n] * bobot > best[nomor]) best[nomor] = poin[n] * bobot;
      }
    });
    for (const nomor of kena) {
      if (!banyak[nomor]++) this.#bagian.push(nomor);
      jumlah[nomor] += best[nomor];
      best[nomor] = 0;
    }
    return kena;
  }

  /** Turn sums into scores: times the number of groups met plus a constant, times the section's factor; 0 if it is not shown. */
  score(cakupan, factor, shown) {
    const { poin, banyak, utama } = this;
    for (const nomor of this.#bagian) {
      poin[nomor] = shown(nomor) ? poin[nomor] * (banyak[nomor] + cakupan) * factor(nomor) : 0;
      if (!poin[nomor]) continue;
      const halaman = this.#indeks.halaman[nomor];
      if (!utama[halaman]) this.#halaman.push(halaman);
      if (!utama[halaman] || this.#before(nomor, utama[halaman] - 1)) utama[halaman] = nomor + 1;
    }
  }

  /** By score, then as sections stand in the book. */
  #before = (nomor, lain) => this.poin[nomor] > this.poin[lain] || (this.poin[nomor] === this.poin[lain] && nomor < lain);

  /** Give what was found and empty the arrays. */
  take(limit) {
    const urut = this.#top(limit);
    const hasil = { teratas: urut.map((nomor) => this.#sections(nomor)), jumlah: this.#halaman.length, sejenis: this.#next(urut[0]) };
    for (const nomor of this.#bagian) this.poin[nomor] = this.banyak[nomor] = 0;
    for (const halaman of this.#halaman) this.utama[halaman] = 0;
    this.#bagian = [];
    this.#halaman = [];
    return hasil;
  }

  /** The best sections of the best pages. */
  #top(limit) {
    const urut = [];
    for (const halaman of this.#halaman) {
      const nomor = this.utama[halaman] - 1;
      let tempat = urut.length;
      while (tempat && this.#before(nomor, urut[tempat - 1])) tempat--;
      if (tempat === limit) continue;
      urut.splice(tempat, 0, nomor);
      if (urut.length > limit) urut.pop();
    }
    return urut;
  }

  /** The sections of a page that were found, with their scores. */
  #sections(utama) {
    const { awal, halaman } = this.#indeks;
    const semua = Array.from({ length: awal[halaman[utama] + 1] - awal[halaman[utama]] }, (_, i) => awal[halaman[utama]] + i);
    return semua.filter((nomor) => this.poin[nomor]).sort((a, b) => (this.#before(a, b) ? -1 : 1)).map((nomor) => [nomor, this.poin[nomor]]);
  }

  #next(pertama) {
    let skor = 0;
    for (const halaman of this.#halaman) {
      const nomor = this.utama[halaman] - 1;
      if (nomor !== pertama && this.poin[nomor] > skor && this.#indeks.jenis(nomor) === this.#indeks.jenis(pertama)) skor = this.poin[nomor];
    }
    return skor;
  }
}

/** Gives a section's factor: that of its kind for this intent, times that of its region if one is preferred. */
function factors(indeks, niat, utamakan) {
  const { faktor, utamakan: bobot } = indeks.analis.aturan;
  const dasar = (nomor) => faktor[niat][indeks.jenis(nomor)] ?? 100;
  if (utamakan == null) return dasar;
  return (nomor) => {
    const wilayah = indeks.wilayah(nomor);
    return dasar(nomor) * (wilayah === null ? 100 : wilayah === utamakan ? bobot.sama : bobot.lain);
  };
}

/** Whether a section is one of those the reader wants to see. */
function passes(indeks, nomor, { wilayah, setempat, jenis, putusan }) {
  if (setempat != null && ![null, setempat].includes(indeks.wilayah(nomor))) return false;
  if (wilayah != null && indeks.wilayah(nomor) !== wilayah) return false;
  if (jenis != null && indeks.jenis(nomor) !== jenis) return false;
  return putusan == null || indeks.putusan(nomor).includes(putusan);
}
