/**
 * Hasil: results as options of the list, further sections of the same page grouped beneath.
 */
import { buat, lencana, tersorot } from "./unsur.js";

/**
 * Make the options for one page found.
 * @param {object} hasil as `cari` gives it
 * @param {(url: string) => string} alamat makes a site address from one relative to the root
 * @param {import("./unsur.js").Kata} kata
 * @returns {HTMLElement}
 */
export function unsurHasil(hasil, alamat, kata) {
  const keterangan = [kata.jenis[hasil.jenis], kata.wilayah[hasil.wilayah]].filter(Boolean).join(" · ");
  const utama = buat("a", { class: "cari__satu", href: alamat(hasil.url), role: "option" }, [
    buat("span", { class: "cari__nama" }, [hasil.title, ...hasil.putusan.slice(0, 1).map((nilai) => lencana(nilai, kata))]),
    ...(hasil.section ? [buat("span", { class: "cari__bagian" }, [hasil.section])] : []),
    buat("span", { class: "cari__kutipan" }, tersorot(hasil.excerpt, hasil.spans)),
    buat("small", {}, [keterangan, ...pengganti(hasil)]),
  ]);
  const lagi = hasil.lagi.map((bagian) =>
    buat("a", { class: "cari__lagi", href: alamat(bagian.url), role: "option" }, [bagian.section || bagian.title]));
  return buat("div", { role: "group", class: "cari__halaman", "aria-label": hasil.title }, [utama, ...lagi]);
}

const pengganti = (hasil) => (hasil.pengganti ? [` · tidak berlaku lagi, lihat ${hasil.pengganti[0]}`] : []);
