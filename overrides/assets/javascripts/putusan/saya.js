/**
 * Saya: what the reader says of themselves. Kept on the device only when asked to; carried by a link only when copied.
 * @typedef {{peran: string|null, tahap: string, wilayah: string|null, tanggal: string}} Soal
 */

const KEY = "netralitas:saya";

/** Give the role and region the reader asked to keep, or null. */
export function remembered() {
  try {
    const { peran = null, wilayah = null } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    return peran || wilayah ? { peran, wilayah } : null;
  } catch {
    return null; // storage forbidden, or not ours
  }
}

/** Keep role and region, or forget them. @returns {boolean} whether the device obeyed */
export function remember(saya) {
  try {
    if (saya) localStorage.setItem(KEY, JSON.stringify({ peran: saya.peran, wilayah: saya.wilayah }));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

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
