/** F15: however its letters are written, a query finds the same in the browser too (tests/search/test_huruf.py for Python). */

import assert from "node:assert/strict";
import test from "node:test";
import { openIndex, search } from "./client.mjs";
import { read, site } from "./site.mjs";

const indeks = await openIndex("/buku/", site());
const queries = (await read("kueri.json")).map(([query]) => query).filter((query) => query.trim()).slice(0, 50);

/** A sign that nobody sees behind the second letter of every word that has a third: a soft hyphen, then others in turn. */
function withInvisible(text) {
  const signs = "\u00ad\u200b\u200c\u200d\u2060\ufeff";
  return text.split(" ").map((word, n) => (/^\p{L}{3}/u.test(word) ? word.slice(0, 2) + signs[n % signs.length] + word.slice(2) : word)).join(" ");
}

const variants = {
  "accents composed": (text) => text.replaceAll("e", "é"),
  "accents apart": (text) => text.replaceAll("e", "é").normalize("NFD"),
  "compatibility forms": (text) => text.replaceAll("fi", "ﬁ").replaceAll("s", "ſ").replaceAll("1", "①"),
  "invisible characters": withInvisible,
  "full width": (text) => text.replaceAll(/[a-z0-9]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  "no-break space": (text) => text.replaceAll(" ", "\u00a0"),
};

const found = async (query) => (await search(indeks, query, {})).hasil.map(({ url, score }) => [url, score]);

const plain = new Map(await Promise.all(queries.map(async (query) => [query, await found(query)])));

test("fifty queries, of which most find something", async () => {
  assert.ok(queries.length >= 50);
  assert.ok([...plain.values()].filter((hits) => hits.length && hits[0].every(Boolean)).length >= 40);
});

for (const [name, vary] of Object.entries(variants)) {
  test(name, async () => {
    assert.ok(queries.filter((query) => vary(query) !== query).length >= 10);
    for (const query of queries) assert.deepEqual(await found(vary(query)), plain.get(query), query);
  });
}
