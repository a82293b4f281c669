/**
 * The search client: all that a page needs to search an index that `handbook.search.export` wrote.
 *
 *   const indeks = await openIndex("/buku/");                        the site's root, where cari/manifes.json lies
 *   const { hasil, jumlah, koreksi, kartu } = await search(indeks, "cuti kampanye", { limit: 5, signal });
 *
 * Results are plain values, texts never HTML. Whatever cannot be loaded rejects with LoadFailed: no list is silently short.
 */
export { search } from "./answer.js";
export { openIndex } from "./index.js";
export { LoadFailed } from "./loader.js";
