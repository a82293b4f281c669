/**
 * Resolver: which verdict holds for a role, in a phase, in a region, on a day. Pure; the twin of model/penentuan.py.
 * Works on the published rule set (data/putusan.json) as on the page's own data. Days are texts, "2024-09-12".
 */

/** In place of a row's position: the act's authored `selebihnya` answers. */
export const SELEBIHNYA = -1;

/**
 * Find the verdict of an act. A region's row adds to the national answer: the stricter of the two holds, both are named.
 * @param {{putusan: Baris[], selebihnya: {nilai: string}}} perbuatan
 * @param {{peran: string, tahap: string, tanggal: string, wilayah?: string|null}} soal
 * @param {string[]} urutan the verdicts, from the mildest to the strictest
 * @returns {{nilai: string, baris: number[]}} positions in `putusan` or SELEBIHNYA, the national one first
 * @typedef {{nilai: string, peran: string[], tahap: string[], wilayah?: string, mulai?: string, selesai?: string}} Baris
 */
export function resolve(perbuatan, { peran, tahap, tanggal, wilayah = null }, urutan) {
  const covers = (row) =>
    row.peran.includes(peran) && row.tahap.includes(tahap) && !(row.mulai > tanggal) && !(row.selesai < tanggal); // no bound, no limit
  const found = (region) =>
    perbuatan.putusan.flatMap((row, number) => ((row.wilayah ?? null) === region && covers(row) ? [number] : []));
  const national = found(null);
  const baris = [...(national.length ? national : [SELEBIHNYA]), ...(wilayah ? found(wilayah) : [])];
  const rank = (number) => urutan.indexOf(rowAt(perbuatan, number).nilai);
  return { nilai: urutan[Math.max(...baris.map(rank))], baris };
}

/** The row at a position that a verdict names. */
export const rowAt = (perbuatan, number) => (number === SELEBIHNYA ? perbuatan.selebihnya : perbuatan.putusan[number]);

/** The phases that hold on a day for the whole country (no region) or in a region; none when no election runs. */
export function phasesOn(fase, tanggal, wilayah = null) {
  return fase.filter((f) => (f.wilayah ?? null) === wilayah && f.mulai <= tanggal && tanggal <= f.selesai);
}

/** The phase of a day: the calendar's; the one outside elections for today; none for other days, of which the calendar is silent. */
export function phaseOn({ fase, tahap }, tanggal, sekarang, wilayah = null) {
  const [running] = phasesOn(fase, tanggal, wilayah);
  return running?.tahap ?? (tanggal === sekarang ? tahap.find(({ di_luar: outside }) => outside).id : null);
}

/** Whether rows can speak of a day at all: the leading ground of each existed then. */
export const answered = (rows, tanggal) => rows.every(({ dasar }) => !notYet(dasar.slice(0, 1), tanggal).length);

/** The grounds of a row that did not exist yet on a day; a ground without a known date counts as existing. */
export function notYet(dasar, tanggal) {
  return dasar.filter(({ terbit = "" }) => terbit > tanggal.slice(0, terbit.length));
}
