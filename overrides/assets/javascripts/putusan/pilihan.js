/**
 * Pilihan: the list of acts to choose from, by tapping or by typing. Typing searches an index of the acts alone, which
 * is loaded whole beforehand, so that no request tells what was typed.
 */
import { search } from "../search/answer.js";
import { create } from "../search/elements.js";
import { openIndex } from "../search/index.js";

/**
 * Make the list's links choose, and the box a search.
 * @param {HTMLElement} element the self-check
 * @param {string} base where the index of the acts lies
 * @param {(id: string) => boolean} choose called with the act's id; false lets the link lead to the act's page
 */
export function openPilihan(element, base, choose) {
  const part = (name) => element.querySelector(`[data-${name}]`);
  const [input, found, all, kabar] = [element.querySelector("#cek-cari"), part("temuan"), part("semua"), part("kabar")];
  const acts = new Map();
  for (const link of element.querySelectorAll("a[data-perbuatan]")) {
    acts.set(link.dataset.perbuatan, { tanya: link.textContent, alamat: link.href });
  }
  const byAddress = new Map([...acts].map(([id, { alamat }]) => [new URL(alamat).pathname, id]));
  let index = prepare(base);
  let choosing = true;
  const turn = (link) => (choosing ? link.setAttribute("role", "button") : link.removeAttribute("role"));

  const list = (ids) => {
    found.replaceChildren(...ids.map((id) => create("li", {}, [createButir(id, acts.get(id))])));
    found.querySelectorAll("a").forEach(turn);
    found.hidden = !ids.length;
    all.hidden = ids.length > 0;
  };
  const typed = async () => {
    const kueri = input.value.trim();
    if (!kueri) return list([]), (kabar.textContent = "");
    try {
      const { hasil } = await search(await index, kueri, { limit: 8, typing: true });
      if (kueri !== input.value.trim()) return;
      list(hasil.map(({ url }) => byAddress.get(new URL(url, new URL("..", base)).pathname)).filter(Boolean));
      kabar.textContent = hasil.length ? `${hasil.length} perbuatan cocok` : "Tidak ada yang cocok; pilih dari daftar di bawah.";
    } catch {
      index = prepare(base); // the list below still works, and the next letter tries again
      list([]);
      kabar.textContent = "Pencarian tidak terbuka; pilih dari daftar di bawah.";
    }
  };
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("a")?.click();
  });
  input.addEventListener("input", typed);
  element.addEventListener("click", (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey; // a reader who wants the page in a tab of its own
    const id = event.target.closest("a[data-perbuatan]")?.dataset.perbuatan;
    if (id && !elsewhere && choose(id)) event.preventDefault();
  });
  // A button answers to the space bar too.
  element.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("a[data-perbuatan]")) return;
    event.preventDefault();
    event.target.click();
  });
  return {
    input,
    has: (id) => acts.has(id),
    get: (id) => acts.get(id),
    /** Make the links buttons that choose, or, without answers, links to the acts' pages. */
    offer(choose) {
      choosing = choose;
      element.querySelectorAll("a[data-perbuatan]").forEach(turn);
    },
    reset() { input.value = ""; kabar.textContent = ""; list([]); },
  };
}

const createButir = (id, { tanya, alamat }) => create("a", { href: alamat, "data-perbuatan": id }, [tanya]);

/** Open the index and fetch all of it. A failure is told when somebody types. */
function prepare(base) {
  const opened = openIndex(base).then(async (index) => { await index.loadAll(); return index; });
  opened.catch(() => {});
  return opened;
}
