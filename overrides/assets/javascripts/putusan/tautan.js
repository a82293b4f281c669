/**
 * Tautan: a question as a link that the reader chose to copy.
 * @typedef {{peran: string|null, tahap: string, wilayah: string|null, tanggal: string}} Soal
 */

/** Write acts and question as the fragment of a link; a fragment is never sent to a server. */
export function toFragment(perbuatan, soal) {
  const parts = { perbuatan: perbuatan.join(","), ...soal };
  return "#" + new URLSearchParams(Object.entries(parts).filter(([, value]) => value)).toString();
}

/** Read such a fragment, or the bare id of an act, which is also its place in the list. @returns {{perbuatan: string[], soal: Partial<Soal>}} */
export function fromFragment(fragment) {
  if (!fragment.includes("=")) return { perbuatan: [fragment.replace(/^#/, "")].filter(Boolean), soal: {} };
  const { perbuatan = "", ...soal } = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
  return { perbuatan: perbuatan.split(",").filter(Boolean), soal };
}

export { today } from "../waktu.js";
