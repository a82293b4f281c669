/** The clients' modules for node, as they are written. */

const root = new URL("../../../", import.meta.url);
const scripts = new URL("overrides/assets/javascripts/", root);
const client = new URL("search/", scripts);

export const { openIndex } = await import(new URL("index.js", client));
export const { search } = await import(new URL("answer.js", client));
export const { distance, nearest } = await import(new URL("spelling.js", client));
export const { LoadFailed, Loader, readShard } = await import(new URL("loader.js", client));
export const { Places, decodeFamilies, decodeWords } = await import(new URL("shards.js", client));
export const { decodeRecords } = await import(new URL("records.js", client));
export const { answered, notYet, phaseOn, phasesOn, resolve } = await import(new URL("putusan/resolver.js", scripts));
export const { unpack } = await import(new URL("putusan/buka.js", scripts));
export const { fromFragment, isDay, sift, toFragment, today } = await import(new URL("putusan/tautan.js", scripts));
export const golden = new URL("tests/golden/search/", root);
