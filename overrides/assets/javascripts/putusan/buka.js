/** Buka: the page's small data file -> the shape of the published rule set. The twin of site/cek.py. */

const SKEMA = 1;
const TEKS = new Set(["alasan", "catatan", "isi", "pihak", "pilihan_aman", "syarat", "telanjur", "penjatuh"]);

/**
 * Turn numbers back into texts, grounds and ids.
 * @throws {TypeError} for data of another scheme
 */
export function unpack(data) {
  if (data?.skema !== SKEMA) throw new TypeError(`rule set of scheme ${data?.skema}`);
  const { teks, rumah, ...parts } = data;
  const ids = { peran: parts.peran.map(({ id }) => id), tahap: parts.tahap.map(({ id }) => id) };
  const dasar = parts.dasar.map((d) => ({ ...d, halaman: rumah[d.id.split("#")[0]] + "#" + d.id.split("#")[1] }));
  const open = (value, key) => {
    if (Array.isArray(value)) return value.map((inner) => open(inner, key));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, open(inner, name)]));
    if (TEKS.has(key)) return teks[value];
    if (key === "dasar") return dasar[value];
    return key in ids && typeof value === "number" ? ids[key].filter((_, bit) => value & (1 << bit)) : value;
  };
  return { ...open({ ...parts, dasar: [] }, ""), dasar };
}
