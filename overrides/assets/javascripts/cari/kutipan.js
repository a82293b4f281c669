/** The part of a text that shows best why it was found, with the places to mark. Mirrors excerpt.py. */

/**
 * Places of a text that a query looks for: [start, end, group], in UTF-16 units.
 * @param {string} teks
 * @param {Map<string, number>} istilah the group of each term
 * @param {import("./analis.js").Analis} analis
 * @returns {[number, number, number][]}
 */
export function tandai(teks, istilah, analis) {
  const naskah = analis.analisis(teks);
  const beda = new Map();
  for (const [nama, posisi, panjang] of analis.token(naskah)) {
    if (!istilah.has(nama)) continue;
    const tanda = [naskah.kata[posisi].awal, naskah.kata[posisi + panjang - 1].akhir, istilah.get(nama)];
    beda.set(tanda.join(), tanda);
  }
  return [...beda.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

/** The window that meets most groups: `spans` are [start, end] in `teks`. Never HTML. */
export function kutip(teks, istilah, analis) {
  const tanda = tandai(teks, istilah, analis);
  const [awal, akhir] = jendelaTerbaik(teks, tanda, analis.aturan.kutipan);
  const kiri = awal ? "… " : "";
  const kanan = akhir < teks.length ? " …" : "";
  const geser = kiri.length - awal;
  const spans = gabung(tanda.filter(([a, z]) => a >= awal && z <= akhir)).map(([a, z]) => [a + geser, z + geser]);
  return { teks: kiri + teks.slice(awal, akhir) + kanan, spans };
}

function jendelaTerbaik(teks, tanda, ukuran) {
  let terbaik = jendela(teks, 0, ukuran);
  let nilai = [-1, 0];
  for (const [mulai] of tanda) {
    const satu = jendela(teks, mulai, ukuran);
    const dalam = tanda.filter(([a, z]) => a >= satu[0] && z <= satu[1]).map(([, , kelompok]) => kelompok);
    const baru = [new Set(dalam).size, dalam.length];
    if (baru[0] > nilai[0] || (baru[0] === nilai[0] && baru[1] > nilai[1])) [terbaik, nilai] = [satu, baru];
  }
  return terbaik;
}

function jendela(teks, mulai, { lebar, ancang }) {
  let awal = Math.max(0, Math.min(mulai - ancang, teks.length - lebar));
  if (awal) {
    const spasi = teks.indexOf(" ", awal);
    awal = spasi >= 0 && spasi < mulai ? spasi + 1 : mulai;
  }
  if (awal + lebar >= teks.length) return [awal, teks.length];
  const spasi = teks.lastIndexOf(" ", awal + lebar - 1);
  return [awal, spasi > mulai ? spasi : awal + lebar];
}

/** Join overlapping spans. @param {number[][]} tanda @returns {[number, number][]} */
export function gabung(tanda) {
  const hasil = [];
  for (const [awal, akhir] of tanda) {
    const lalu = hasil.at(-1);
    if (lalu && awal <= lalu[1]) lalu[1] = Math.max(akhir, lalu[1]);
    else hasil.push([awal, akhir]);
  }
  return hasil;
}
