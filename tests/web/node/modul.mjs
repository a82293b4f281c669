/**
 * The client's sources for node: they end in .js and no package.json says that they are modules,
 * because that file would be published with the site.
 */

import { register } from "node:module";

const kait = `export async function load(url, konteks, lanjut) {
  const milik = url.includes("/overrides/assets/javascripts/") && url.endsWith(".js");
  return lanjut(url, milik ? { ...konteks, format: "module" } : konteks);
}`;
register(`data:text/javascript,${encodeURIComponent(kait)}`);

const akar = new URL("../../../", import.meta.url);

export const { bukaIndeks, cari, sorot, GagalMuat } = await import(new URL("overrides/assets/javascripts/cari/index.js", akar));
export const golden = new URL("tests/golden/search/", akar);
