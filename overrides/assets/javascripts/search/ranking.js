/** Points of sections for a plan, in the same whole numbers as Whoosh. Mirrors weighting.py and part of answer.py. */

/**
 * @typedef {{wilayah?: string, jenis?: string, putusan?: string, utamakan?: string}} Pilihan
 *   the first three hide other sections; `utamakan` prefers a region and hides nothing
 */

/**
 * Sections by rank, and the sections that each group meets.
 * @param {import("./index.js").Indeks} indeks
 * @param {import("./query.js").Rencana} rencana
 * @param {Pilihan} pilihan
 * @param {AbortSignal} signal
 * @returns {Promise<{temuan: [number, number][], kena: Map<number, number>[]}>} [section, score], best first
 */
export async function rank(indeks, rencana, pilihan, signal) {
  const [kena, wajib, tanpa] = await Promise.all([
    Promise.all(rencana.kelompok.map((kelompok) => groupPoints(indeks, kelompok, signal))),
    Promise.all(rencana.frasa.map((frasa) => indeks.phrase(frasa, signal))),
    Promise.all(rencana.tanpa.map((frasa) => indeks.phrase(frasa, signal))),
  ]);
  const factor = factors(indeks, rencana.niat, pilihan.utamakan);
  const temuan = [...coverage(kena, indeks.analis.aturan.cakupan)]
    .filter(([nomor]) => passes(indeks, nomor, pilihan) && wajib.every((w) => w.has(nomor)) && !tanpa.some((t) => t.has(nomor)))
    .map(([nomor, poin]) => [nomor, poin * factor(nomor)])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { temuan, kena };
}

/** Of each section, the points of the group's best alternative. */
async function groupPoints(indeks, { pilihan }, signal) {
  const impacts = await Promise.all(pilihan.map(([istilah]) => indeks.impacts(istilah, signal)));
  const hasil = new Map();
  pilihan.forEach(([, bobot], i) => {
    for (const [nomor, poin] of impacts[i]) hasil.set(nomor, Math.max(poin * bobot, hasil.get(nomor) ?? 0));
  });
  return hasil;
}

/** Of each section, the sum of its groups' points, times the number of groups met plus a constant. */
function coverage(kena, cakupan) {
  const jumlah = new Map();
  const banyak = new Map();
  for (const [nomor, poin] of kena.flatMap((kelompok) => [...kelompok])) {
    jumlah.set(nomor, poin + (jumlah.get(nomor) ?? 0));
    banyak.set(nomor, 1 + (banyak.get(nomor) ?? 0));
  }
  return new Map([...jumlah].map(([nomor, poin]) => [nomor, poin * (banyak.get(nomor) + cakupan)]));
}

/** Gives a section's factor: that of its kind for this intent, times that of its region if one is preferred. */
function factors(indeks, niat, utamakan) {
  const { faktor, utamakan: bobot } = indeks.analis.aturan;
  const jenis = new Map(Object.entries(faktor[niat]));
  return (nomor) => {
    const dasar = jenis.get(indeks.jenis[nomor]) ?? 100;
    if (utamakan == null) return dasar;
    const wilayah = indeks.wilayah[nomor];
    return dasar * (wilayah === null ? 100 : wilayah === utamakan ? bobot.sama : bobot.lain);
  };
}

/** Whether a section is one of those the reader wants to see. */
function passes(indeks, nomor, { wilayah, jenis, putusan }) {
  if (wilayah != null && indeks.wilayah[nomor] !== wilayah) return false;
  if (jenis != null && indeks.jenis[nomor] !== jenis) return false;
  return putusan == null || indeks.putusan[nomor].includes(putusan);
}
