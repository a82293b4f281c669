/** Text -> words, citations and terms with positions. Mirrors fold.py, stem.py and analyser.py. */

import { firstThat } from "./bisect.js";
import { definitionTerm, defined } from "./definition.js";
import { compileRules, isAlpha } from "./rules.js";

/**
 * @typedef {{teks: string, asal: number[], batas: number[]}} Lipatan folded text; its unit i comes from original units asal[i] up to batas[i]
 * @typedef {{muka: string, awal: number, akhir: number}} Kata a folded word and its place in the original text
 * @typedef {{istilah: string[], posisi: number, panjang: number}} Rentang terms for `panjang` words, most specific first
 * @typedef {{kata: Kata[], sitasi: Rentang[], gabungan: Rentang[], konsep: Rentang[], definisi: Rentang[]}} Naskah
 */

export class Analis {
  #awal = new Map(); // first word of a spelling -> [its words, its concept]

  /**
   * @param {any} isi the manifest's `aturan`
   * @param {Record<string, string[]>} sinonim spellings of each term of the glossary
   */
  constructor(isi, sinonim) {
    this.aturan = compileRules(isi);
    for (const nama of Object.keys(sinonim).sort()) this.#learn(nama, sinonim[nama]);
    this.peran = Object.entries(isi.peran).map(([peran, ejaan]) => [peran, ejaan.map((satu) => this.words(satu))]);
  }

  #learn(nama, ejaan) {
    const distinct = new Map(ejaan.map((satu) => this.words(satu)).map((bunyi) => [bunyi.join(" "), bunyi]));
    for (const bunyi of distinct.values()) {
      if (!bunyi.length) continue;
      if (!this.#awal.has(bunyi[0])) this.#awal.set(bunyi[0], []);
      this.#awal.get(bunyi[0]).push([bunyi, `${nama}=`]);
    }
  }

  /** @returns {Lipatan} */
  fold(teks) {
    const lipatan = { teks: "", asal: [], batas: [] };
    let start = 0;
    for (const potong of teks.match(this.aturan.potong) ?? []) {
      // A row of characters keeps its length; all others come one by one, some two units long.
      const row = potong.length > 1 && potong < "\x7f";
      const folded = row ? potong.toLowerCase() : this.#foldCharacter(potong);
      for (let i = 0; i < folded.length; i++) {
        lipatan.asal.push(row ? start + i : start);
        lipatan.batas.push(row ? start + i + 1 : start + potong.length);
      }
      lipatan.teks += folded;
      start += potong.length;
    }
    return lipatan;
  }

  #foldCharacter = cached((character) => {
    const map = this.aturan.lipat;
    if (map.has(character)) return map.get(character);
    const point = character.codePointAt(0);
    if (point > 0xffff && !(point >= 0x1d400 && point <= 0x1d7ff)) return character;
    const decomposed = Array.from(character.normalize("NFKD").toLowerCase(), (c) => map.get(c) ?? c);
    return decomposed.join("").replace(/[\u0300-\u036f]/g, "");
  });

  /** The stem of a folded word. */
  stem = cached((kata) => {
    const { tahap, lebur, akar } = this.aturan;
    if (kata.length < akar.panjang || kata.length > akar.terpanjang || !isAlpha(kata)) return kata; // patterns take cubic time
    let sisa = kata;
    let utuh = this.#whole(sisa);
    for (let i = 0; utuh === undefined && i < tahap.length; i++) {
      sisa = this.#strip(sisa, tahap[i]);
      utuh = this.#whole(sisa);
    }
    return lebur.reduce((satu, t) => this.#strip(satu, t), utuh ?? sisa);
  });

  /** The root that a word is, but for suffixes, if that is one which only looks affixed. */
  #whole(kata) {
    const { lindung, akar } = this.aturan;
    const roots = akar.akhiran.filter((akhiran) => kata.endsWith(akhiran)).map((akhiran) => kata.slice(0, kata.length - akhiran.length));
    return roots.find((satu) => lindung.has(satu));
  }

  /** Apply the first rule of a stage that fits and leaves enough. */
  #strip(kata, tahap) {
    for (const [pola, ganti] of tahap) {
      const pendek = kata.replace(pola, ganti);
      if (pola.test(kata) && pendek.length >= this.aturan.akar.sisa) return pendek;
    }
    return kata;
  }

  /** The folded words of a text, without stop words. */
  words(teks) {
    return this.#words(this.fold(teks)).map(({ muka }) => muka);
  }

  /** The words of a text, or of them only some. @returns {Kata[]} */
  #words({ teks, asal, batas }, hanya) {
    const { kata, henti } = this.aturan;
    const hasil = [];
    let akhir = 0;
    for (const muka of teks.match(kata) ?? []) {
      const awal = teks.indexOf(muka, akhir); // between two words nothing is part of one
      akhir = awal + muka.length;
      if (hanya ? hanya.has(muka) : !henti.has(muka)) hasil.push({ muka, awal: asal[awal], akhir: batas[akhir - 1] });
    }
    return hasil;
  }

  /** @param {string} teks @param {Map<string, any>} [hanya] the words that matter, if nothing else does @returns {Naskah} */
  analyse(teks, hanya) {
    const lipatan = this.fold(teks);
    const kata = this.#words(lipatan, hanya);
    if (hanya) return { kata, sitasi: [], gabungan: [], konsep: [], definisi: [] };
    const sitasi = this.#citations(lipatan, kata);
    const konsep = this.#concepts(kata);
    return { kata, sitasi, gabungan: joined(sitasi), konsep, definisi: this.#definitions(lipatan, kata, konsep) };
  }

  #citations(lipatan, kata) {
    if (!/[0-9]/.test(lipatan.teks)) return [];
    const hasil = [];
    for (const { pola, istilah: bentuk } of this.aturan.sitasi) {
      for (const match of lipatan.teks.matchAll(pola)) {
        const { awal, akhir } = span(lipatan, match);
        const posisi = firstAt(kata, awal);
        const panjang = firstAt(kata, akhir) - posisi;
        const istilah = [...new Set(bentuk.map((b) => this.#fill(b, match)).filter(Boolean))];
        if (panjang && istilah.length) hasil.push({ istilah, posisi, panjang });
      }
    }
    return hasil;
  }

  /** Fill a term's template from a match, or null if the match lacks a part of it. */
  #fill(bentuk, match) {
    let hasil = bentuk[0];
    for (let i = 1; i < bentuk.length; i += 2) {
      const bagian = match[bentuk[i]];
      if (bagian === undefined) return null;
      hasil += this.#short(bagian) + bentuk[i + 1];
    }
    return hasil;
  }

  /** The short name of a kind of regulation; every other text as it is. */
  #short(bagian) {
    return this.aturan.bentuk.get(bagian.replace(/[ -]+/g, " ")) ?? bagian;
  }

  #concepts(kata) {
    const hasil = [];
    kata.forEach(({ muka }, posisi) => {
      for (const [bunyi, istilah] of this.#awal.get(muka) ?? []) {
        if (bunyi.every((b, i) => kata[posisi + i]?.muka === b)) hasil.push({ istilah: [istilah], posisi, panjang: bunyi.length });
      }
    });
    return hasil;
  }

  #definitions(lipatan, kata, konsep) {
    const { definisi } = this.aturan;
    return defined(lipatan.teks, definisi).flatMap(([awal, akhir]) => {
      const [posisi, sesudah] = [firstAt(kata, lipatan.asal[awal]), firstAt(kata, lipatan.batas[akhir - 1])];
      const panjang = sesudah - posisi;
      const istilah = definitionTerm(kata.slice(posisi, sesudah).map(({ muka }) => muka), definisi);
      const sama = konsep.filter((r) => r.posisi === posisi && r.panjang === panjang).map((r) => `def:${r.istilah[0]}`);
      return istilah ? [{ istilah: [istilah, ...sama], posisi, panjang }] : [];
    });
  }
}

/** Whether a citation is of an article, not of a regulation. @param {Rentang} rentang */
export const isPasal = ({ istilah }) => istilah[0].startsWith("pasal:");

/** Whether a citation is of a regulation by its kind, not a bare number. @param {Rentang} rentang */
export const isPeraturan = ({ istilah }) => !/^(?:pasal|no):/.test(istilah[0]);

/** Terms of an article as one of a regulation. */
export const articleOf = (pasal, peraturan) => pasal.istilah.map((satu) => `${peraturan.istilah[0]}#${satu}`);

/** Articles that stand right before or after the regulation they are of. */
function joined(sitasi) {
  const peraturan = sitasi.filter(isPeraturan);
  const adjoin = (p, a) => p.posisi + p.panjang === a.posisi || a.posisi + a.panjang === p.posisi;
  const join = (p, a) => ({
    istilah: articleOf(p, a),
    posisi: Math.min(p.posisi, a.posisi),
    panjang: p.panjang + a.panjang,
  });
  return sitasi.filter(isPasal).flatMap((p) => peraturan.filter((a) => adjoin(p, a)).map((a) => join(p, a)));
}

/** The number of the first word that begins at a unit of the original or beyond. @param {Kata[]} kata */
const firstAt = (kata, unit) => firstThat(kata.length, (i) => kata[i].awal >= unit);

/** The place in the original of a match in folded text. */
function span({ asal, batas }, match) {
  return { awal: asal[match.index], akhir: batas[match.index + match[0].length - 1] };
}

/** A function of one string that remembers what it gave. */
function cached(make) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
}
