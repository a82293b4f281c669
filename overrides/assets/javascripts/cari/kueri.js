/** What a reader typed -> groups of terms to look up. Mirrors query.py; asking the index takes promises here. */

import { huruf } from "./aturan.js";
import { lanjutan, terdekat } from "./ejaan.js";

/**
 * @typedef {[string, number]} Pilihan a term and its weight
 * @typedef {{kata: string, pilihan: Pilihan[]}} Kelompok
 * @typedef {{niat: string, kelompok: Kelompok[], frasa: string[][], tanpa: string[][], koreksi: [string, string][]}} Rencana
 */

const POTONG = /(?:^| )(-?)"([^"]*)"|(?:^| )-(?=[a-z0-9])([^ "]+)/g;

/**
 * @param {string} kueri
 * @param {import("./analis.js").Analis} analis
 * @param {{ada: (istilah: string) => Promise<boolean>, huruf: (h: string) => Promise<[string, number][]>}} kosakata
 * @param {boolean} mengetik whether the last word may be the beginning of one
 * @returns {Promise<Rencana>}
 */
export async function rencanakan(kueri, analis, kosakata, mengetik) {
  const { teks, frasa, tanpa } = potong(analis.lipat(kueri).teks, analis);
  const naskah = analis.analisis(teks);
  const sitasi = terpanjang(naskah.sitasi);
  const terpakai = new Set(sitasi.flatMap((r) => Array.from({ length: r.panjang }, (_, i) => r.posisi + i)));
  const dikenal = await Promise.all(naskah.gabungan.map((r) => adaSatu(r.istilah, kosakata)));
  const gabungan = naskah.gabungan.filter((_, i) => dikenal[i]);
  const akhir = naskah.kata.length - 1;
  const terakhir = mengetik && akhir >= 0 && teks.endsWith(naskah.kata[akhir].muka) ? akhir : -1;
  const kata = await Promise.all(
    bermakna(naskah, terpakai, analis.aturan).map((posisi) => kelompokKata(naskah, posisi, analis, kosakata, posisi === terakhir)),
  );
  const koreksi = kata.flatMap((k) => k.koreksi);
  return {
    niat: niat([...naskah.kata.map((k) => k.muka), ...koreksi.map(([, ke]) => ke)], sitasi, analis.aturan),
    kelompok: [
      ...semuaSitasi(gabungan, sitasi, naskah, analis.aturan.bobot),
      ...kata.map(({ kata, pilihan }) => ({ kata, pilihan })),
    ],
    frasa,
    tanpa,
    koreksi,
  };
}

function potong(teks, analis) {
  const frasa = [];
  const tanpa = [];
  const sisa = teks.replace(POTONG, (_, tanda, kutip, polos) => {
    const buang = tanda !== "";
    const isi = analis.kata(kutip ?? polos);
    if (isi.length) (buang ? tanpa : frasa).push(isi);
    return buang ? " " : ` ${kutip} `;
  });
  return { teks: sisa, frasa, tanpa };
}

function terpanjang(sitasi) {
  const dipilih = [];
  for (const r of [...sitasi].sort((a, b) => b.panjang - a.panjang || a.posisi - b.posisi)) {
    if (dipilih.every((d) => r.posisi >= d.posisi + d.panjang || d.posisi >= r.posisi + r.panjang)) dipilih.push(r);
  }
  return dipilih.sort((a, b) => a.posisi - b.posisi);
}

function semuaSitasi(gabungan, sitasi, naskah, bobot) {
  const [naik, turun] = gabungan.length ? bobot.pasal_peraturan : [100, 100];
  const satu = (r, per) => kelompokSitasi(r, naskah, bobot, per);
  const pasal = (r) => r.istilah[0].startsWith("pasal:");
  return [...gabungan.map((r) => satu(r, naik)), ...sitasi.map((r) => satu(r, pasal(r) ? 100 : turun))];
}

function kelompokSitasi({ istilah, posisi, panjang }, naskah, bobot, per) {
  const kata = naskah.kata.slice(posisi, posisi + panjang).map((k) => k.muka);
  const pilihan = istilah.map((satu, urutan) => [satu, urutan ? bobot.sitasi_luas : bobot.muka]);
  for (const k of kata) if (k.length > 1 && !huruf(k)) pilihan.push([k, bobot.sitasi_bagian]);
  return { kata: kata.join(" "), pilihan: terbaik(pilihan).map(([i, b]) => [i, persen(b, per)]) };
}

function bermakna(naskah, terpakai, { pengisi }) {
  const dilihat = new Set();
  const baru = ({ muka }, p) => !terpakai.has(p) && !dilihat.has(muka) && dilihat.add(muka);
  const posisi = naskah.kata.flatMap((kata, p) => (baru(kata, p) ? [p] : []));
  const isi = posisi.filter((p) => !pengisi.has(naskah.kata[p].muka));
  return isi.length || terpakai.size ? isi : posisi;
}

async function kelompokKata(naskah, posisi, analis, kosakata, mengetik) {
  const { bobot, batas, santai } = analis.aturan;
  const kata = naskah.kata[posisi].muka;
  const pilihan = [...rupa(kata, 0, analis), ...konsep(naskah, posisi, bobot)];
  if (santai.has(kata)) pilihan.push(...rupa(santai.get(kata), 0, analis));
  if (mengetik && kata.length >= batas.awalan_huruf) {
    for (const calon of lanjutan(kata, await kosakata.huruf(kata[0]), batas.awalan)) pilihan.push([calon, bobot.awalan]);
  }
  const kenal = await adaSatu(pilihan.map(([istilah]) => istilah), kosakata);
  if (kenal) return { kata, pilihan: terbaik(pilihan), koreksi: [] };
  const dekat = terdekat(kata, await kosakata.huruf(kata[0]), batas.ejaan);
  for (const [calon, jarak] of dekat) {
    pilihan.push(...rupa(calon, jarak, analis));
    for (const [i, b] of konsep(analis.analisis(calon), 0, bobot)) pilihan.push([i, persen(b, bobot.ejaan[jarak])]);
  }
  return { kata, pilihan: terbaik(pilihan), koreksi: dekat.slice(0, 1).map(([calon]) => [kata, calon]) };
}

async function adaSatu(istilah, kosakata) {
  return (await Promise.all(istilah.map((satu) => kosakata.ada(satu)))).includes(true);
}

const persen = (nilai, per) => Math.floor((nilai * per) / 100);

function rupa(kata, jarak, analis) {
  const { muka, akar, ejaan } = analis.aturan.bobot;
  const hasil = [[kata, persen(muka, ejaan[jarak])]];
  if (huruf(kata)) hasil.push([`${analis.akar(kata)}~`, persen(akar, ejaan[jarak])]);
  return hasil;
}

function konsep(naskah, posisi, bobot) {
  return naskah.konsep
    .filter((r) => r.posisi <= posisi && posisi < r.posisi + r.panjang)
    .map((r) => [r.istilah[0], r.panjang === 1 ? bobot.konsep : Math.floor(bobot.konsep_sebagian / r.panjang)]);
}

function terbaik(pilihan) {
  const hasil = new Map();
  for (const [istilah, bobot] of pilihan) hasil.set(istilah, Math.max(bobot, hasil.get(istilah) ?? 0));
  return [...hasil];
}

function niat(kata, sitasi, aturan) {
  if (sitasi.length) return "sitasi";
  return kata.some((k) => aturan.tanya_boleh.includes(k)) ? "boleh" : "umum";
}
