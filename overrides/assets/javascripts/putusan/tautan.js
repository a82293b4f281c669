/**
 * Tautan: a question as a link that the reader chose to copy, and links read back with what this book does not know told.
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
  const { perbuatan = "", peran, tahap, wilayah, tanggal } = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
  const soal = Object.fromEntries(Object.entries({ peran, tahap, wilayah, tanggal }).filter(([, value]) => value));
  return { perbuatan: perbuatan.split(",").filter(Boolean), soal };
}

/**
 * Keep of a link what the book knows.
 * @param {{perbuatan: string[], soal: Partial<Soal>}} linked
 * @param {object} aturan the rule set
 * @param {(id: string) => boolean} hasAct
 * @returns {{perbuatan: string[], soal: Partial<Soal>, odd: string[]}} `odd` is what it does not know
 */
export function sift({ perbuatan, soal }, aturan, hasAct) {
  const known = {
    peran: (id) => aturan.peran.some((row) => row.id === id && row.bertanya),
    tahap: (id) => aturan.tahap.some((row) => row.id === id),
    wilayah: (id) => aturan.wilayah.some((row) => row.id === id),
    tanggal: isDay,
  };
  const [kept, odd] = [{}, []];
  for (const [key, value] of Object.entries(soal)) known[key](value) ? (kept[key] = value) : odd.push(value);
  return { perbuatan: [...new Set(perbuatan.filter(hasAct))], soal: kept, odd: [...perbuatan.filter((id) => !hasAct(id)), ...odd] };
}

/** Whether a text is a day that rules can speak of: "2024-09-12", from 1945 to 2100. */
export function isDay(text) {
  const day = /^(19[4-9]\d|20\d\d|2100)-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return Boolean(day) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= "1945";
}

/** Give the day it is in Jakarta, as "2024-09-12". */
export const today = (now = new Date()) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(now);
