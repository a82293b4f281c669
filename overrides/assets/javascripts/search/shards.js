/** Shards -> terms with their sections. Mirrors families.py and the rows of export.py. */

/** @typedef {{bagian: Uint32Array, poin: Uint32Array}} Impak sections, ascending, and the points that a term gives them */

/** @type {Impak} */
export const NONE = { bagian: new Uint32Array(), poin: new Uint32Array() };

/** Words that share a stem, or any other term alone. */
class Keluarga {
  #made = new Map(); // term -> its points, once asked for

  constructor(kunci, langka, kata, bagian, tingkat, asal) {
    Object.assign(this, { kunci, langka, kata, bagian, tingkat, asal });
  }

  /** @returns {Impak} what one of its terms gives */
  impacts(istilah) {
    if (!this.#made.has(istilah)) this.#made.set(istilah, this.#make(istilah));
    return this.#made.get(istilah);
  }

  /** Its words, in the order of the shard of places. */
  words() {
    const semua = [this.kunci, ...this.kata.map(([nama]) => nama)];
    return semua.filter((istilah) => !/[~=:]/.test(istilah));
  }

  #make(istilah) {
    const nomor = this.kata.findIndex(([nama]) => nama === istilah);
    if (istilah === this.kunci) return points(this.bagian, this.tingkat, this.langka);
    if (nomor < 0) return NONE;
    const [, langka] = this.kata[nomor];
    if (!this.asal) return points(this.bagian, this.tingkat, langka);
    const bagian = [];
    const tingkat = [];
    this.asal.forEach((asal, i) => {
      const sendiri = typeof asal === "number" ? (asal === nomor ? this.tingkat[i] : undefined) : asal.get(nomor);
      if (sendiri) bagian.push(this.bagian[i]), tingkat.push(sendiri);
    });
    return points(bagian, tingkat, langka);
  }
}

const points = (bagian, tingkat, langka) => ({ bagian: Uint32Array.from(bagian), poin: Uint32Array.from(tingkat, (t) => t * langka) });

/**
 * A shard of points.
 * @param {import("./packing.js").Bytes} bytes
 * @param {Uint32Array} awal of each page, the number of its first section
 * @returns {Map<string, Keluarga>} by key
 */
export function decodeFamilies(bytes, awal) {
  const streams = bytes.streams(5);
  const [baris, loncat, urutan, tingkat, asal] = streams;
  const hasil = new Map();
  for (let kunci = ""; !baris.done; ) {
    kunci = baris.text(kunci);
    const [banyak, langka, bentuk] = [baris.count(loncat), baris.number(), baris.number()];
    const kata = [];
    while (kata.length < bentuk >>> 1) kata.push([baris.text(kunci), baris.number()]);
    const bagian = sections(loncat, urutan, banyak, awal);
    hasil.set(kunci, new Keluarga(kunci, langka, kata, bagian, take(tingkat, banyak), bentuk & 1 ? origins(asal, banyak, kata.length) : null));
  }
  streams.forEach((satu) => satu.end());
  return hasil;
}

/** Of each section, the number of the only word there, or a map from the numbers of several to their levels. */
function origins(asal, banyak, kata) {
  const known = (nomor) => {
    if (nomor >= kata) throw new RangeError("a word that its family does not have");
    return nomor;
  };
  return Array.from({ length: banyak }, () => {
    const satu = asal.number();
    return satu ? known(satu - 1) : new Map(Array.from({ length: asal.count() }, () => [known(asal.number()), asal.number()]));
  });
}

/** A shard of places: of each section of each word of the families in the shard of points with the same number. */
export class Places {
  #bytes;
  #made; // word -> section -> places

  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** @param {Map<string, Keluarga>} families @returns {Map<number, Set<number>> | undefined} section -> places of a word */
  of(kata, families) {
    this.#made ??= this.#decode(families);
    return this.#made.get(kata);
  }

  #decode(families) {
    const [banyak, jarak] = this.#bytes.streams(2);
    const letak = () => {
      let posisi = 0;
      return new Set(Array.from({ length: banyak.count(jarak) }, () => (posisi += jarak.number())));
    };
    const isi = (keluarga, kata) => new Map(Array.from(keluarga.impacts(kata).bagian, (nomor) => [nomor, letak()]));
    const made = new Map([...families.values()].flatMap((keluarga) => keluarga.words().map((kata) => [kata, isi(keluarga, kata)])));
    banyak.end();
    jarak.end();
    return made;
  }
}

/** A shard of the vocabulary. @returns {import("./spelling.js").Lema[]} */
export function decodeWords(bytes) {
  const [baris] = bytes.streams(1);
  const hasil = [];
  for (let kata = ""; !baris.done; ) hasil.push([(kata = baris.text(kata)), baris.number()]);
  return hasil;
}

/** Numbers of ascending sections: pages from the one before; within a page, from the section before if that is there too. */
function sections(loncat, urutan, banyak, awal) {
  const hasil = new Uint32Array(banyak);
  let [halaman, sendiri] = [-1, -1];
  for (let i = 0; i < banyak; i++) {
    const jauh = loncat.number();
    halaman += jauh;
    sendiri = urutan.number() + (jauh ? 0 : sendiri + 1);
    hasil[i] = awal[halaman] + sendiri;
    if (!(awal[halaman] + sendiri < awal[halaman + 1])) throw new RangeError("a section that no page has");
  }
  return hasil;
}

/** Levels of so many sections. */
function take(aliran, banyak) {
  const hasil = new Uint16Array(banyak);
  for (let i = 0; i < banyak; i++) {
    const tingkat = aliran.number();
    if (tingkat > 0xffff) throw new RangeError("a level beyond all");
    hasil[i] = tingkat;
  }
  return hasil;
}
