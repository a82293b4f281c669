/**
 * Wilayah: fill the list of regions from its own file, where a book has too many of them to name on every page.
 * @param {HTMLSelectElement} select with `data-muat`, the file's address, if there is one
 * @param {URL} root the site's root
 */
export async function fillRegions(select, root) {
  if (!select.dataset.muat) return;
  const response = await fetch(new URL(select.dataset.muat, root));
  if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
  select.append(...(await response.json()).map(([id, nama]) => new Option(nama, id)));
}
