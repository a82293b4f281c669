/** Points of sections for a plan, in the same whole numbers as Whoosh. Mirrors weighting.py and part of answer.py. */

/**
 * @typedef {{wilayah?: string, jenis?: string, putusan?: string, utamakan?: string}} Saring
 */

/**
 * Sections by rank, and the sections that each group meets.
 * @returns {Promise<{temuan: [number, number][], kena: Map<number, number>[]}>} [section, score] best first
 */
export async function peringkat(indeks, rencana, saring, signal) {
  const [kena, wajib, tanpa] = await Promise.all([
    Promise.all(rencana.kelompok.map((k) => poinKelompok(indeks, k, signal))),
    Promise.all(rencana.frasa.map((f) => indeks.frasa(f, signal))),
    Promise.all(rencana.tanpa.map((f) => indeks.frasa(f, signal))),
  ]);
  const jumlah = new Map();
  for (const kelompok of kena) {
    for (const [nomor, poin] of kelompok) {
      const milik = jumlah.get(nomor) ?? [0, 0];
      jumlah.set(nomor, [milik[0] + poin, milik[1] + 1]);
    }
  }
  const faktor = pengali(indeks, rencana.niat, saring.utamakan);
  const cakupan = indeks.analis.aturan.cakupan;
  const temuan = [...jumlah]
    .filter(([nomor]) => lolos(indeks, nomor, saring) && wajib.every((w) => w.has(nomor)) && !tanpa.some((t) => t.has(nomor)))
    .map(([nomor, [poin, kelompok]]) => [nomor, poin * (kelompok + cakupan) * faktor(nomor)])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { temuan, kena };
}

/** Of each section, the points of the group's best alternative. */
async function poinKelompok(indeks, { pilihan }, signal) {
  const semua = await Promise.all(pilihan.map(([istilah]) => indeks.impak(istilah, signal)));
  const hasil = new Map();
  semua.forEach((daftar, i) => {
    for (const [nomor, poin] of daftar) hasil.set(nomor, Math.max(poin * pilihan[i][1], hasil.get(nomor) ?? 0));
  });
  return hasil;
}

function pengali(indeks, niat, utamakan) {
  const { faktor, utamakan: bobot } = indeks.analis.aturan;
  const jenis = new Map(Object.entries(faktor[niat]));
  return (nomor) => {
    const dasar = jenis.get(indeks.jenis[nomor]) ?? 100;
    if (utamakan == null) return dasar;
    const wilayah = indeks.wilayah[nomor];
    return dasar * (wilayah === null ? 100 : wilayah === utamakan ? bobot.sama : bobot.lain);
  };
}

function lolos(indeks, nomor, { wilayah, jenis, putusan }) {
  if (wilayah != null && indeks.wilayah[nomor] !== wilayah) return false;
  if (jenis != null && indeks.jenis[nomor] !== jenis) return false;
  return putusan == null || indeks.putusan[nomor].includes(putusan);
}
