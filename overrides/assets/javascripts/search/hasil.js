/**
 * Hasil: results as options of the list, further sections of the same page grouped beneath.
 */
import { create, createBadge, highlight } from "./elements.js";

/**
 * Create the options for one page found.
 * @param {import("./answer.js").Hasil} hasil
 * @param {(url: string) => string} resolve makes a site address from one relative to the root
 * @param {import("./elements.js").Labels} labels
 * @returns {HTMLElement}
 */
export function createHasil(hasil, resolve, labels) {
  const about = [labels.jenis[hasil.jenis], labels.wilayah[hasil.wilayah]].filter(Boolean).join(" · ");
  const first = create("a", { class: "cari__satu", href: resolve(hasil.url), role: "option" }, [
    create("span", { class: "cari__nama" }, [hasil.title, ...hasil.putusan.slice(0, 1).map((putusan) => createBadge(putusan, labels.putusan[putusan]))]),
    ...(hasil.section ? [create("span", { class: "cari__bagian" }, [hasil.section])] : []),
    create("span", { class: "cari__kutipan" }, highlight(hasil.excerpt, hasil.spans)),
    create("small", {}, [about, ...replacement(hasil)]),
  ]);
  const more = hasil.lagi.map((bagian) =>
    create("a", { class: "cari__lagi", href: resolve(bagian.url), role: "option" }, [bagian.section || bagian.title]));
  return create("div", { role: "group", class: "cari__halaman", "aria-label": hasil.title }, [first, ...more]);
}

const replacement = ({ pengganti }) => (pengganti ? [` · tidak berlaku lagi, lihat ${pengganti[0]}`] : []);
