/** Points of sections for a plan, in the same whole numbers as Whoosh. Mirrors weighting.py and part of answer.py. */

import { firstThat } from "./bisect.js";

/**
 * @typedef {{wilayah?: string, jenis?: string, putusan?: string, utamakan?: string, setempat?: string}} Pilihan
 *   the first three hide other sections; `utamakan` prefers a region and hides nothing; `setempat` hides the sections of other
 *   regions and keeps those of none, which hold everywhere
 * @typedef {object} Temuan
 * @property {[number, number][][]} teratas the best pages, each as its sections [number, score], best first
 * @property {number} jumlah of pages found
 * @property {number} sejenis the score of the next page of the same kind as the best, 0 without one
 * @property {Kena[]} kena what each group of the plan meets
 * @typedef {import("./shards.js").Impak} Kena sections, ascending, with the points of the best alternative there
 */

/**
 * Run a plan.
 * @param {import("./index.js").Indeks} indeks
 * @param {import("./query.js").Rencana} rencana
 * @param {Pilihan & {limit: number}} pilihan
 * @param {AbortSignal} signal
 * @returns {Promise<Temuan>}
 */
export async function rank(indeks, rencana, { limit, utamakan, putusan, ...saringan }, signal) {
  const [impacts, wajib, tanpa] = await Promise.all([
    Promise.all(rencana.kelompok.map(({ pilihan }) => Promise.all(pilihan.map(([istilah]) => indeks.impacts(istilah, signal))))),
    Promise.all(rencana.frasa.map((frasa) => indeks.phrase(frasa, signal))),
    Promise.all(rencana.tanpa.map((frasa) => indeks.phrase(frasa, signal))),
  ]);
  // No waiting from here on: the arrays are shared by all queries.
  if (!scratch.has(indeks)) scratch.set(indeks, new Sums(indeks));
  const strict = wajib.length + tanpa.length > 0 || putusan != null;
  const shown = (nomor) =>
    (putusan == null || indeks.putusan(nomor).includes(putusan)) && wajib.every((w) => w.has(nomor)) && !tanpa.some((t) => t.has(nomor));
  const sums = scratch.get(indeks);
  const kena = rencana.kelompok.map(({ pilihan }, i) => sums.group(impacts[i], pilihan));
  const faktor = factors(indeks, rencana.niat, utamakan, saringan);
  return { ...sums.run(kena, faktor, strict ? shown : null, Math.max(2, limit)), kena }; // whether the best leads is seen by the second
}

const scratch = new WeakMap(); // one Sums for each index
const GRUP = 2 ** 40; // a sum counts the groups above, and their points below

/**
 * Sums of points, in arrays as long as the book, since a query may meet a tenth of it; all zero between queries. The loops over
 * sections and pages run thousands of times: they call nothing, make nothing, and take each section up twice, to add and to score.
 */
class Sums {
  #indeks;
  #cakupan;
  #groups = new Map(); // what groups meet that were asked for: a reader adds word after word to a query

  constructor(indeks) {
    this.#indeks = indeks;
    this.#cakupan = indeks.analis.aturan.cakupan;
    const [banyak, halaman] = [indeks.halaman.length, indeks.awal.length];
    this.jumlah = new Float64Array(banyak); // of each section its groups and points
    this.puncak = new Float64Array(halaman); // of each page the score of its best section
    this.utama = new Uint32Array(halaman); // of each page its best section
    this.ditemukan = new Uint32Array(halaman); // pages found, one after the other
  }

  /** What a group meets: in each section its best alternative. @returns {Kena} */
  group(impacts, pilihan) {
    const nama = pilihan.join();
    if (!this.#groups.has(nama)) this.#groups.set(nama, this.#group(impacts, pilihan));
    return this.#groups.get(nama);
  }

  #group(impacts, pilihan) {
    const { jumlah } = this;
    const kena = [];
    impacts.forEach(({ bagian, poin }, i) => {
      const bobot = pilihan[i][1];
      for (let n = 0; n < bagian.length; n++) {
        const nomor = bagian[n];
        if (!jumlah[nomor]) kena.push(nomor);
        if (poin[n] * bobot > jumlah[nomor]) jumlah[nomor] = poin[n] * bobot;
      }
    });
    const bagian = Uint32Array.from(kena).sort();
    const poin = Uint32Array.from(bagian, (nomor) => jumlah[nomor]);
    for (const nomor of bagian) jumlah[nomor] = 0;
    return { bagian, poin };
  }

  /**
   * Give what was found.
   * @param {Kena[]} kena
   * @param {number[]} faktor by kind of page, 0 for those that are not shown
   * @param {((nomor: number) => boolean) | null} shown what else decides of a section
   * @param {number} limit how many pages are wanted
   */
  run(kena, faktor, shown, limit) {
    for (const satu of kena) this.#add(satu);
    let banyak = 0;
    for (const satu of kena) banyak = this.#score(satu, faktor, shown, banyak);
    const { urut, sejenis } = this.#take(banyak, limit);
    return { teratas: urut.map((halaman) => this.#sections(halaman, kena, faktor, shown)), jumlah: banyak, sejenis };
  }

  #add({ bagian, poin }) {
    const { jumlah } = this;
    for (let i = 0; i < bagian.length; i++) jumlah[bagian[i]] += poin[i] + GRUP;
  }

  /** Turn the sums of a group's sections into scores of their pages, and back to zero. @returns {number} how many pages are found by now */
  #score({ bagian }, faktor, shown, banyak) {
    const { jumlah, puncak, utama, ditemukan } = this;
    const { halaman, golongan } = this.#indeks;
    let sebanyak = banyak;
    for (let i = 0; i < bagian.length; i++) {
      const nomor = bagian[i];
      const nilai = jumlah[nomor];
      if (nilai === 0) continue; // an earlier group's too
      jumlah[nomor] = 0;
      const milik = halaman[nomor];
      const skor = this.#final(nilai, faktor[golongan[milik]]);
      const lama = puncak[milik];
      if (skor < lama || skor === 0 || (shown !== null && !shown(nomor))) continue;
      if (lama === 0) ditemukan[sebanyak++] = milik;
      else if (skor === lama && nomor > utama[milik]) continue;
      puncak[milik] = skor;
      utama[milik] = nomor;
    }
    return sebanyak;
  }

  /** A sum's points, times the number of its groups plus a constant, times the factor of the page's kind. */
  #final(nilai, faktor) {
    const grup = Math.floor(nilai / GRUP);
    return (nilai - grup * GRUP) * (grup + this.#cakupan) * faktor;
  }

  /** The best pages, and the score of the one that is next of the first one's kind; the pages' scores are zero again. */
  #take(banyak, limit) {
    const { puncak, ditemukan } = this;
    const { golongan, macam } = this.#indeks;
    const urut = [];
    let batas = 0; // the score of the last page of as many as are wanted
    for (let i = 0; i < banyak; i++) {
      if (puncak[ditemukan[i]] < batas) continue;
      urut.push(ditemukan[i]);
      urut.sort((a, b) => puncak[b] - puncak[a] || a - b).splice(limit);
      if (urut.length === limit) batas = puncak[urut[limit - 1]];
    }
    const jenis = macam.map(([satu]) => satu);
    let sejenis = 0;
    for (let i = 0; i < banyak; i++) {
      const halaman = ditemukan[i];
      if (puncak[halaman] > sejenis && halaman !== urut[0] && jenis[golongan[halaman]] === jenis[golongan[urut[0]]]) sejenis = puncak[halaman];
      puncak[halaman] = 0;
    }
    return { urut, sejenis };
  }

  /** The sections of a page that were found, with their scores, best first. @returns {[number, number][]} */
  #sections(halaman, kena, faktor, shown) {
    const { awal, golongan } = this.#indeks;
    const nilai = new Map();
    for (const { bagian, poin } of kena) {
      for (let i = firstThat(bagian.length, (n) => bagian[n] >= awal[halaman]); bagian[i] < awal[halaman + 1]; i++) {
        nilai.set(bagian[i], (nilai.get(bagian[i]) ?? 0) + poin[i] + GRUP);
      }
    }
    return [...nilai]
      .filter(([nomor]) => shown === null || shown(nomor))
      .map(([nomor, satu]) => [nomor, this.#final(satu, faktor[golongan[halaman]])])
      .sort(([a, skor], [b, lain]) => lain - skor || a - b);
  }
}

/** The factor of each kind of page: that for this intent, times that of its region if one is preferred; 0 for what is not shown. */
function factors({ macam, analis }, niat, utamakan, saringan) {
  const { faktor, utamakan: bobot } = analis.aturan;
  return macam.map(([jenis, wilayah]) => {
    if (!passes(jenis, wilayah, saringan)) return 0;
    const dasar = faktor[niat][jenis] ?? 100;
    if (utamakan == null) return dasar;
    return dasar * (wilayah === null ? 100 : wilayah === utamakan ? bobot.sama : bobot.lain);
  });
}

/** Whether pages of a kind and region are among those the reader wants to see. */
const passes = (jenis, wilayah, saringan) =>
  (saringan.setempat == null || wilayah === null || wilayah === saringan.setempat) &&
  (saringan.wilayah == null || wilayah === saringan.wilayah) &&
  (saringan.jenis == null || jenis === saringan.jenis);
