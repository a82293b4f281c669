/**
 * Resolver: which verdict holds for a role, in a phase, in a region, on a day. Pure; the twin of model/penentuan.py.
 * Works on the published rule set (data/putusan.json) as on the page's own data. Days are texts, "2024-09-12".
 */

/**
 * Find the verdict of an act. A region's row adds to the national one: the stricter of the two holds, both are named.
 * @param {{putusan: Baris[], selebihnya: {nilai: string}}} perbuatan
 * @param {{peran: string, tahap: string, tanggal: string, wilayah?: string|null}} soal
 * @param {string[]} urutan the verdicts, from the mildest to the strictest
 * @returns {{nilai: string, baris: number[]}} positions in `putusan`, the national row first; none: `selebihnya` answers
 * @typedef {{nilai: string, peran: string[], tahap: string[], wilayah?: string, mulai?: string, selesai?: string}} Baris
 */
export function resolve(perbuatan, { peran, tahap, tanggal, wilayah = null }, urutan) {
  const covers = (row) =>
    row.peran.includes(peran) && row.tahap.includes(tahap) && (row.mulai ?? "") <= tanggal && tanggal <= (row.selesai ?? "9999");
  const found = (region) =>
    perbuatan.putusan.flatMap((row, number) => ((row.wilayah ?? null) === region && covers(row) ? [number] : []));
  const baris = [...found(null), ...(wilayah ? found(wilayah) : [])];
  if (!baris.length) return { nilai: perbuatan.selebihnya.nilai, baris };
  const rank = (number) => urutan.indexOf(perbuatan.putusan[number].nilai);
  return { nilai: urutan[Math.max(...baris.map(rank))], baris };
}

/** The phases that hold on a day for the whole country (no region) or in a region; none when no election runs. */
export function phasesOn(fase, tanggal, wilayah = null) {
  return fase.filter((f) => (f.wilayah ?? null) === wilayah && f.mulai <= tanggal && tanggal <= f.selesai);
}

/** Whether rows can speak of a day at all: some ground of some row existed then. */
export const answered = (rows, tanggal) => rows.some(({ dasar }) => notYet(dasar, tanggal).length < dasar.length);

/** The grounds of a row that did not exist yet on a day; a ground without a known date counts as existing. */
export function notYet(dasar, tanggal) {
  return dasar.filter(({ terbit = "" }) => terbit > tanggal.slice(0, terbit.length));
}
