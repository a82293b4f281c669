/** Buka: the page's small data file -> the shape of the published rule set. The twin of site/cek.py. */

const SKEMA = 1;

/**
 * Turn numbers back into roles, phases and grounds.
 * @throws {TypeError} for data of another scheme
 */
export function unpack(data) {
  if (data?.skema !== SKEMA) throw new TypeError(`rule set of scheme ${data?.skema}`);
  const { rumah, ...parts } = data;
  const dasar = parts.dasar.map((ground) => {
    const [rule, anchor] = ground.id.split("#");
    return { ...ground, halaman: `${rumah[rule]}#${anchor}` };
  });
  // Not with "&" and "<<", which know 32 bits: row 33 would be taken for the first.
  const chosen = (rows, bits) => rows.flatMap(({ id }, bit) => (Math.floor(bits / 2 ** bit) % 2 ? [id] : []));
  const openRow = (row) => ({
    ...row,
    dasar: row.dasar.map((number) => dasar[number]),
    ...("peran" in row && { peran: chosen(parts.peran, row.peran), tahap: chosen(parts.tahap, row.tahap) }),
  });
  const openAct = (act) => ({ ...act, putusan: act.putusan.map(openRow), selebihnya: openRow(act.selebihnya) });
  return { ...parts, dasar, perbuatan: parts.perbuatan.map(openAct) };
}
