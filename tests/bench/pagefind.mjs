/** Pagefind behind the interface that the bench asks: open(), then search(query, limit) -> [{title, excerpt}]. */

let pagefind;

export async function open() {
  pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI));
  await pagefind.init();
}

export async function search(query, limit) {
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return { count: results.length, shown: shown.map(({ meta, excerpt }) => ({ title: meta.title, excerpt })) };
}
