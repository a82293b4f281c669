/** Text -> words, citations and terms with positions. Mirrors fold.py, stem.py and analyser.py. */

import { huruf, susunAturan } from "./aturan.js";

/**
 * @typedef {{muka: string, awal: number, akhir: number}} Kata a folded word and its place in the original text
 * @typedef {{istilah: string[], posisi: number, panjang: number}} Rentang terms for `panjang` words, most specific first
 * @typedef {{kata: Kata[], sitasi: Rentang[], gabungan: Rentang[], konsep: Rentang[]}} Naskah
 */

export class Analis {
  #lipatan = new Map();
  #akar = new Map();
  #awal = new Map();

  /**
   * @param {any} isi the manifest's `aturan`
   * @param {Record<string, string[]>} sinonim spellings of each term of the glossary
   */
  constructor(isi, sinonim) {
    this.aturan = susunAturan(isi);
    for (const nama of Object.keys(sinonim).sort()) this.#tambah(nama, sinonim[nama]);
  }

  #tambah(nama, ejaan) {
    const beda = new Map(ejaan.map((e) => [this.kata(e).join(" "), this.kata(e)]));
    for (const bunyi of beda.values()) {
      if (!bunyi.length) continue;
      const daftar = this.#awal.get(bunyi[0]) ?? [];
      this.#awal.set(bunyi[0], daftar);
      daftar.push([bunyi, `${nama}=`]);
    }
  }

  /** Folded text, with the way back: folded unit i comes from original units asal[i] up to batas[i]. */
  lipat(teks) {
    let hasil = "";
    const asal = [];
    const batas = [];
    let tempat = 0;
    for (const satu of teks) {
      const ganti = this.#lipatSatu(satu);
      for (let i = 0; i < ganti.length; i++) asal.push(tempat), batas.push(tempat + satu.length);
      hasil += ganti;
      tempat += satu.length;
    }
    return { teks: hasil, asal, batas };
  }

  #lipatSatu(satu) {
    let hasil = this.#lipatan.get(satu);
    if (hasil === undefined) this.#lipatan.set(satu, (hasil = this.#lipatBaru(satu)));
    return hasil;
  }

  #lipatBaru(satu) {
    const peta = this.aturan.lipat;
    if (peta.has(satu)) return peta.get(satu);
    const titik = satu.codePointAt(0);
    if (titik > 0xffff && !(titik >= 0x1d400 && titik <= 0x1d7ff)) return satu;
    const terurai = Array.from(satu.normalize("NFKD").toLowerCase(), (h) => peta.get(h) ?? h);
    return terurai.join("").replace(/[\u0300-\u036f]/g, "");
  }

  /** The stem of a folded word. */
  akar(kata) {
    const { panjang, sisa } = this.aturan.akar;
    if (kata.length < panjang || !huruf(kata)) return kata;
    let hasil = this.#akar.get(kata);
    if (hasil !== undefined) return hasil;
    hasil = kata;
    for (const tahap of this.aturan.tahap) {
      for (const [pola, ganti] of tahap) {
        const pendek = hasil.replace(pola, ganti);
        if (pola.test(hasil) && pendek.length >= sisa) {
          hasil = pendek;
          break;
        }
      }
    }
    this.#akar.set(kata, hasil);
    return hasil;
  }

  /** The folded words of a text, without stop words. */
  kata(teks) {
    return this.#kata(this.lipat(teks)).map((k) => k.muka);
  }

  #kata({ teks, asal, batas }) {
    return Array.from(teks.matchAll(this.aturan.kata))
      .filter((cocok) => !this.aturan.henti.has(cocok[0]))
      .map((cocok) => ({ muka: cocok[0], awal: asal[cocok.index], akhir: batas[cocok.index + cocok[0].length - 1] }));
  }

  /** @returns {Naskah} */
  analisis(teks) {
    const lipatan = this.lipat(teks);
    const kata = this.#kata(lipatan);
    const sitasi = this.#sitasi(lipatan, kata);
    return { kata, sitasi, gabungan: gabungan(sitasi), konsep: this.#konsep(kata) };
  }

  #sitasi({ teks, asal, batas }, kata) {
    if (!/[0-9]/.test(teks)) return [];
    const hasil = [];
    for (const { pola, istilah: bentuk } of this.aturan.sitasi) {
      for (const cocok of teks.matchAll(pola)) {
        const [awal, akhir] = [asal[cocok.index], batas[cocok.index + cocok[0].length - 1]];
        const tercakup = kata.flatMap((k, posisi) => (awal <= k.awal && k.awal < akhir ? [posisi] : []));
        const istilah = [...new Set(bentuk.map((b) => this.#isi(b, cocok)).filter(Boolean))];
        if (tercakup.length && istilah.length) hasil.push({ istilah, posisi: tercakup[0], panjang: tercakup.length });
      }
    }
    return hasil;
  }

  #isi(bentuk, cocok) {
    const perlu = Array.from(bentuk.matchAll(/\{(\d)\}/g), (m) => cocok[m[1]]);
    if (perlu.includes(undefined)) return null;
    return bentuk.replace(/\{(\d)\}/g, (_, nomor) => this.#pendek(cocok[nomor]));
  }

  #pendek(bagian) {
    return this.aturan.bentuk.get(bagian.replace(/[ -]+/g, " ")) ?? bagian;
  }

  #konsep(kata) {
    const hasil = [];
    kata.forEach((pertama, posisi) => {
      for (const [bunyi, istilah] of this.#awal.get(pertama.muka) ?? []) {
        if (bunyi.every((b, i) => kata[posisi + i]?.muka === b)) hasil.push({ istilah: [istilah], posisi, panjang: bunyi.length });
      }
    });
    return hasil;
  }

  /** Every term of an analysed text: [term, position of its first word, number of words]. */
  token({ kata, sitasi, gabungan, konsep }) {
    const hasil = [];
    kata.forEach(({ muka }, posisi) => {
      hasil.push([muka, posisi, 1]);
      if (huruf(muka)) hasil.push([`${this.akar(muka)}~`, posisi, 1]);
    });
    for (const { istilah, posisi, panjang } of [...sitasi, ...gabungan, ...konsep]) {
      for (const satu of istilah) hasil.push([satu, posisi, panjang]);
    }
    return hasil;
  }
}

/** Articles that stand right before or after the regulation they are of. */
function gabungan(sitasi) {
  const pasal = sitasi.filter((r) => r.istilah[0].startsWith("pasal:"));
  const peraturan = sitasi.filter((r) => !/^(?:pasal|no):/.test(r.istilah[0]));
  const bersisian = (p, a) => p.posisi + p.panjang === a.posisi || a.posisi + a.panjang === p.posisi;
  return pasal.flatMap((p) =>
    peraturan
      .filter((a) => bersisian(p, a))
      .map((a) => ({
        istilah: p.istilah.map((satu) => `${a.istilah[0]}#${satu}`),
        posisi: Math.min(p.posisi, a.posisi),
        panjang: p.panjang + a.panjang,
      })),
  );
}
