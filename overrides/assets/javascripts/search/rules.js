/** Rules shared with Python, compiled from the manifest. See scripts/handbook/search/rules.py. */

/** @param {any} isi the manifest's `aturan` */
export function compileRules(isi) {
  const { adalah, butir, tanda, sebut, nama, tanya } = isi.definisi;
  const bentuk = new Map(Object.entries(isi.bentuk).flatMap(([nama, semua]) => semua.map((ejaan) => [ejaan, nama])));
  const longest = [...bentuk.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const forms = longest.map((ejaan) => ejaan.replaceAll(" ", "[ -]+")).join("|");
  const henti = new Set(isi.henti);
  const pengisi = new Set(isi.pengisi);
  const santai = new Map(Object.entries(isi.santai));
  const polos = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((karakter) => !(karakter in isi.lipat));
  const deret = polos.map((karakter) => karakter.replace(/[\]\\^-]/, "\\$&")).join("");
  const stage = (tahap) => tahap.map(([pola, ganti]) => [new RegExp(pola.replaceAll("{awalan}", isi.akar.awalan)), ganti]);
  return {
    ...isi,
    lipat: new Map(Object.entries(isi.lipat)),
    potong: new RegExp(`[${deret}]+|.`, "gsu"), // ASCII in a row that folding only makes small, or any one character
    kata: new RegExp(isi.kata, "g"),
    henti,
    pengisi,
    penanya: new Set(Object.values(isi.peran).flat().filter((ejaan) => !ejaan.includes(" "))),
    pokok: new RegExp(isi.pokok),
    santai,
    singkatan: new Map([...santai].filter(([, formal]) => henti.has(formal) || pengisi.has(formal))),
    ulang: new RegExp(isi.ulang, "g"),
    bentuk,
    sebutan: new Set([...isi.rujukan, ...[...bentuk.keys()].map((ejaan) => ejaan.split(" ")[0])]),
    definisi: {
      ...isi.definisi,
      adalah: new RegExp(adalah, "g"),
      butir: new RegExp(butir),
      tanda: new RegExp(tanda),
      sebut: new RegExp(sebut, "g"),
      nama: new RegExp(nama),
      tanya: tanya.map((pola) => new RegExp(pola)),
    },
    sitasi: isi.sitasi.map(({ pola, istilah }) => ({
      pola: new RegExp(pola.replaceAll("{bentuk}", forms), "g"),
      istilah: istilah.map((satu) => satu.split(/\{(\d)\}/)), // text, number of a group, text, …
    })),
    lindung: new Set(isi.akar.lindung.split(" ")),
    tahap: isi.akar.tahap.map(stage),
    lebur: isi.akar.lebur.map(stage),
  };
}

/** Whether a folded word has letters only. */
export const isAlpha = (kata) => !/[0-9.]/.test(kata);
