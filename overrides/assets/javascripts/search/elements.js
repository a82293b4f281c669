/**
 * Elements: small pieces of the page. Text only ever becomes text nodes, so nothing that was indexed can run.
 */

/** @typedef {Record<string, Record<string, string>>} Labels words by filter and value: labels.putusan.dilarang === "Dilarang" */

/**
 * Create an element.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElement}
 */
export function create(tag, attributes, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Create a verdict's badge: the word, and a sign that the style sheet adds. */
export const createBadge = (putusan, word, large = false) =>
  create("span", { class: `putusan putusan--${putusan}${large ? " putusan--besar" : ""}` }, [word]);

/** Give the text as nodes, its spans [[start, end], …] marked. */
export function highlight(text, spans) {
  const nodes = [];
  let done = 0;
  for (const [start, end] of spans) {
    nodes.push(text.slice(done, start), create("mark", {}, [text.slice(start, end)]));
    done = end;
  }
  return [...nodes, text.slice(done)];
}

/** Read the words of the filters off their own choices, so that they are declared once. @returns {Labels} */
export const readLabels = (dialog) =>
  Object.fromEntries([...dialog.querySelectorAll("[data-saringan]")].map((select) =>
    [select.dataset.saringan, Object.fromEntries([...select.options].filter((o) => o.value).map((o) => [o.value, o.textContent]))]));
