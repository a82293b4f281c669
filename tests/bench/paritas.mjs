/**
 * What the client answers, read from a folder: node paritas.mjs FOLDER < cases; a case is [query, options], an answer
 * [[[url, score], …], pages found, corrected query]; both one JSON a line.
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { openIndex, search } from "../web/node/client.mjs";

const folder = process.argv[2];
const fetch = async (url) => new Response(await readFile(`${folder}${url}`));
const indeks = await openIndex("/", { fetch });
for await (const line of createInterface({ input: process.stdin })) {
  const [query, options] = JSON.parse(line);
  const { hasil, jumlah, koreksi } = await search(indeks, query, options);
  console.log(JSON.stringify([hasil.map(({ url, score }) => [url, score]), jumlah, koreksi?.kueri ?? null]));
}
