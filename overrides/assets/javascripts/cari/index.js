/**
 * The search client: what a page needs, and nothing else of this folder.
 *
 *     const indeks = await bukaIndeks("/");
 *     const { hasil, kartu } = await cari(indeks, "boleh like postingan calon", { limit: 5 });
 *
 * Importing every module here, not only where it is used, lets the browser fetch them side by side.
 */

import "./analis.js";
import "./aturan.js";
import "./ejaan.js";
import "./kueri.js";
import "./kutipan.js";
import "./peringkat.js";

export { bukaIndeks } from "./indeks.js";
export { cari, sorot } from "./jawab.js";
export { GagalMuat } from "./muat.js";
