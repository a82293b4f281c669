/**
 * Unsur: small pieces of the page. Text only ever becomes text nodes, so nothing that was indexed can run.
 */

/** @typedef {Record<string, Record<string, string>>} Kata words by filter and value: kata.putusan.dilarang === "Dilarang" */

/**
 * Make an element.
 * @param {string} nama tag
 * @param {Record<string, string>} sifat attributes
 * @param {(Node | string)[]} [isi]
 * @returns {HTMLElement}
 */
export function buat(nama, sifat, isi = []) {
  const unsur = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(sifat)) unsur.setAttribute(kunci, nilai);
  unsur.append(...isi);
  return unsur;
}

/** Make a verdict's badge: the word, and a sign that the style sheet adds. */
export const lencana = (nilai, kata, besar = false) =>
  buat("span", { class: `putusan putusan--${nilai}${besar ? " putusan--besar" : ""}` }, [kata.putusan[nilai]]);

/** Give the text as nodes, its spans [[start, end], …] marked. */
export function tersorot(teks, spans) {
  const isi = [];
  let sampai = 0;
  for (const [mulai, akhir] of spans) {
    isi.push(teks.slice(sampai, mulai), buat("mark", {}, [teks.slice(mulai, akhir)]));
    sampai = akhir;
  }
  return [...isi, teks.slice(sampai)];
}

/** Read the words of the filters off their own choices, so that they are declared once. */
export const kataSaringan = (dialog) =>
  Object.fromEntries([...dialog.querySelectorAll("[data-saringan]")].map((pilih) =>
    [pilih.dataset.saringan, Object.fromEntries([...pilih.options].filter((o) => o.value).map((o) => [o.value, o.textContent]))]));
