/** A site served from the golden files, with faults on demand. */

import { readFile } from "node:fs/promises";
import { golden } from "./modul.mjs";

/** JSON of a golden file. */
export const baca = async (nama) => JSON.parse(await readFile(new URL(nama, golden), "utf8"));

/**
 * A fetch over the golden site that remembers what was asked.
 * @param {(berkas: string, minta: RequestInit, data: () => Promise<Buffer>) => any} [ubah] answers a file instead, if it returns something
 */
export function situs(ubah = () => undefined) {
  const diminta = [];
  const fetch = async (alamat, minta = {}) => {
    const berkas = String(alamat).replace(/^\/buku\//, "");
    diminta.push(berkas);
    const data = () => readFile(new URL(`situs/${berkas}`, golden));
    return (await ubah(berkas, minta, data)) ?? new Response(await data());
  };
  return { fetch, diminta };
}
