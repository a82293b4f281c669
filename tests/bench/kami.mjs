/** This project's client behind the interface that the bench asks: open(), then search(query, limit) -> [{title, excerpt}]. */

import { openIndex, search as answer } from "./client.js";

let indeks;
let pending = new AbortController();

export async function open() {
  indeks = await openIndex(new URL(".", document.baseURI).href);
}

export async function search(query, limit, typing = false) {
  pending.abort();
  pending = new AbortController();
  const { hasil, jumlah } = await answer(indeks, query, { limit, typing, signal: pending.signal });
  return { count: jumlah, shown: hasil.map(({ title, excerpt, url }) => ({ title, excerpt, url })) };
}

/** The same as compared with Whoosh, see paritas.py. */
export async function ask(query, options) {
  const { hasil, jumlah, koreksi } = await answer(indeks, query, options);
  return [hasil.map(({ url, score }) => [url, score]), jumlah, koreksi?.kueri ?? null];
}
