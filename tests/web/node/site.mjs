/** A site served from the golden files, with faults on demand. */

import { readFile } from "node:fs/promises";
import { golden } from "./client.mjs";

/** JSON of a golden file. */
export const read = async (name) => JSON.parse(await readFile(new URL(name, golden), "utf8"));

/**
 * A fetch over the golden site that remembers what was asked.
 * @param {(file: string, request: RequestInit, data: () => Promise<Buffer>) => any} [spoil] answers a file instead, if it returns something
 */
export function site(spoil = () => undefined) {
  const asked = [];
  const fetch = async (url, request = {}) => {
    const file = String(url).replace(/^\/buku\//, "");
    asked.push(file);
    const data = () => readFile(new URL(`situs/${file}`, golden));
    return (await spoil(file, request, data)) ?? new Response(await data());
  };
  return { fetch, asked };
}
