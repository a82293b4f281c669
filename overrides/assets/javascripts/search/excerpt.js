/** The part of a text that shows best why it was found, with the places to mark. Mirrors excerpt.py. */

/**
 * The window that meets most groups of the query, on whole words. Never HTML.
 * @param {string} teks
 * @param {Map<string, Set<number>>} istilah the groups of each term that the query looks for; of stems, of all their words
 * @param {import("./analyser.js").Analis} analis
 * @returns {{teks: string, spans: [number, number][]}} spans are [start, end] in its `teks`, in UTF-16 units
 */
export function excerpt(teks, istilah, analis) {
  const tanda = marks(teks, istilah, analis);
  const [awal, akhir] = bestWindow(teks, tanda, analis.aturan.kutipan);
  const kiri = awal ? "… " : "";
  const kanan = akhir < teks.length ? " …" : "";
  const geser = kiri.length - awal;
  const spans = merged(tanda.filter(([a, z]) => a >= awal && z <= akhir)).map(([a, z]) => [a + geser, z + geser]);
  return { teks: kiri + teks.slice(awal, akhir) + kanan, spans };
}

/** Places of the words that a query looks for: [start, end, group]. */
function marks(teks, istilah, analis) {
  const wordsOnly = [...istilah.keys()].every((nama) => !/[=:]/.test(nama));
  const { kata, sitasi, gabungan, konsep, definisi } = analis.analyse(teks, wordsOnly ? istilah : undefined);
  const semua = [];
  const mark = (nama, awal, akhir) => istilah.get(nama)?.forEach((kelompok) => semua.push([awal, akhir, kelompok]));
  for (const { muka, awal, akhir } of kata) mark(muka, awal, akhir);
  for (const { istilah: semua, posisi, panjang } of [...sitasi, ...gabungan, ...konsep, ...definisi]) {
    for (const nama of semua) mark(nama, kata[posisi].awal, kata[posisi + panjang - 1].akhir);
  }
  semua.sort(order);
  return semua.filter((satu, i) => !i || order(satu, semua[i - 1]));
}

const order = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Of the windows around each mark, the first with most groups, then most marks. */
function bestWindow(teks, tanda, ukuran) {
  let terbaik = windowAt(teks, 0, ukuran);
  let [kelompok, banyak] = [-1, 0];
  for (const [mulai] of tanda) {
    const jendela = windowAt(teks, mulai, ukuran);
    const dalam = within(tanda, jendela);
    if (dalam.kelompok < kelompok || (dalam.kelompok === kelompok && dalam.banyak <= banyak)) continue;
    terbaik = jendela;
    ({ kelompok, banyak } = dalam);
  }
  return terbaik;
}

/** How many groups and marks stand in a window. @param {[number, number, number][]} tanda ascending */
function within(tanda, [awal, akhir]) {
  const kelompok = new Set();
  let banyak = 0;
  for (let i = 0; i < tanda.length && tanda[i][0] < akhir; i++) {
    if (tanda[i][0] < awal || tanda[i][1] > akhir) continue;
    kelompok.add(tanda[i][2]);
    banyak++;
  }
  return { kelompok: kelompok.size, banyak };
}

/** A window that begins a little before `mulai` and breaks between words. */
function windowAt(teks, mulai, { lebar, ancang }) {
  let awal = Math.max(0, Math.min(mulai - ancang, teks.length - lebar));
  if (awal) {
    const spasi = teks.indexOf(" ", awal);
    awal = spasi >= 0 && spasi < mulai ? spasi + 1 : mulai;
  }
  if (awal + lebar >= teks.length) return [awal, teks.length];
  const spasi = teks.lastIndexOf(" ", awal + lebar - 1);
  return [awal, spasi > mulai ? spasi : awal + lebar];
}

/** Join overlapping spans. */
function merged(tanda) {
  const hasil = [];
  for (const [awal, akhir] of tanda) {
    const lalu = hasil.at(-1);
    if (lalu && awal <= lalu[1]) lalu[1] = Math.max(akhir, lalu[1]);
    else hasil.push([awal, akhir]);
  }
  return hasil;
}
