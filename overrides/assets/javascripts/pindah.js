/** Pindah: go where the page is now, to the same place on it. */
const target = new URL(document.querySelector("[data-pindah]").href);
target.search = location.search;
target.hash = location.hash;
location.replace(target);
