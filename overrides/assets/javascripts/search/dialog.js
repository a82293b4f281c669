/**
 * Dialog: opens by tap, "/", "s" or Ctrl-K, or for an address with ?q=; answers as the reader types.
 * Nothing of the query leaves the device but the names of the shards it needs. When a result is followed the query
 * is kept with the page's history entry, not in its address, so that Back returns to the results and no server sees it.
 */
import { keep, kept } from "../ingatan.js";
import { openIndex, search } from "./client.js";
import { create, readLabels } from "./elements.js";
import { createHasil } from "./hasil.js";
import { createKartu } from "./kartu.js";
import { remembered } from "./saya.js";
import { fillRegions } from "./wilayah.js";

const PAUSE = 90; // milliseconds between the last key and the search
const SHOWN = 10; // pages in the list, and more of them each time more are asked for
const GONE = new Set(["http", "digest", "content"]); // why a file of an index fails that a release of the site has replaced
const HELD = "(hover: none) and (pointer: coarse)"; // a screen that is typed on: Enter puts the keyboard away
const root = new URL(document.body.dataset.akar, location.href);
const resolve = (url) => new URL(url, root).href;

class SearchDialog {
  constructor() {
    document.body.append(document.querySelector("#cari-templat").content.cloneNode(true));
    this.dialog = document.querySelector("dialog.cari");
    this.input = this.dialog.querySelector("input");
    this.selects = [...this.dialog.querySelectorAll("[data-saringan]")];
    // Parts of the dialog, by the names that partials/cari.html gives them.
    for (const name of ["kabar", "pesan", "hasil", "lagi", "awal", "nihil", "gagal"]) this[name] = this.dialog.querySelector(`[data-${name}]`);
    this.region = this.selects.find((select) => select.dataset.saringan === "wilayah");
    this.wanted = document.body.dataset.wilayah ?? remembered()?.wilayah ?? "";
    this.choosing = null; // the promise of all regions to choose from
    this.clear = this.dialog.querySelector("[data-hapus-saringan]");
    this.opening = null; // the promise of an open index
    this.pending = new AbortController();
    this.active = -1;
    this.limit = SHOWN;
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.schedule());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.selects.forEach((select) => select.addEventListener("change", () => this.answer()));
    this.lagi.addEventListener("click", () => this.more());
    const shortcut = this.dialog.querySelector("[data-pintasan]");
    shortcut.checked = shortcuts.on;
    shortcut.addEventListener("change", () => { shortcuts.on = shortcut.checked; });
    this.dialog.addEventListener("click", (event) => this.onClick(event));
    this.dialog.addEventListener("close", forget);
    this.dialog.querySelector("[data-ulang]").addEventListener("click", () => this.answer());
    this.clear.addEventListener("click", () => { this.selects.forEach((select) => { select.value = ""; }); this.answer(); });
  }

  open(kueri = "", filters = {}) {
    if (!this.dialog.open) this.dialog.showModal();
    if (kueri) this.input.value = kueri;
    for (const select of this.selects) select.value = filters[select.dataset.saringan] ?? select.value;
    this.wanted = filters.wilayah ?? this.wanted;
    Promise.all([this.choices(), this.index()]).catch(() => {}); // while the reader types; a query tells what fails
    this.input.focus();
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    this.answer();
  }

  /** The index, opened once; after a failure anew. */
  index() {
    return (this.opening ??= openIndex(root.href).catch((error) => {
      this.opening = null;
      throw error;
    }));
  }

  /** The regions to choose from, asked for once; after a failure anew. Then the words of all filters are known. */
  choices() {
    return (this.choosing ??= fillRegions(this.region, root).then(() => {
      this.region.value = this.wanted;
      this.labels = readLabels(this.dialog);
    }).catch((error) => {
      this.choosing = null;
      throw error;
    }));
  }

  onClick(event) {
    const example = event.target.closest("[data-contoh]");
    if (example) this.open(example.textContent);
    if (event.target === this.dialog) this.dialog.close();
    if (event.target.closest("a[href]")) this.remember();
  }

  /** Keep the query with the history entry of the page that is being left. */
  remember() {
    history.replaceState({ ...history.state, cari: { kueri: this.input.value, filters: this.filters() } }, "");
  }

  onKey(event) {
    const options = [...this.hasil.querySelectorAll("[role=option]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      this.select(options, (this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(this.timer);
      if (this.active >= 0) options[this.active].click();
      else this.enter();
    } else if (event.key === "Escape") {
      event.preventDefault(); // a search field would only empty itself
      this.dialog.close();
    }
  }

  /** Enter without a choice opens the first answer, whatever is on the screen by now; on a phone it shows the list. */
  async enter() {
    await this.answer();
    if (matchMedia(HELD).matches) this.input.blur();
    else this.hasil.querySelector("[role=option]")?.click();
  }

  /** Lengthen the list; the reader goes on from the first page that is new. */
  async more() {
    const known = this.hasil.children.length;
    await this.answer({ limit: this.limit + SHOWN });
    this.hasil.children[known]?.querySelector("a")?.focus();
  }

  select(options, number) {
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === number)));
    this.active = number;
    this.input.setAttribute("aria-activedescendant", options[number].id);
    options[number].scrollIntoView({ block: "nearest" });
  }

  schedule() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answer({ typing: true }), PAUSE);
  }

  async answer({ typing = false, limit = SHOWN } = {}) {
    this.pending.abort();
    const { signal } = (this.pending = new AbortController());
    const kueri = this.input.value.trim();
    this.limit = limit;
    this.reveal(kueri ? null : "awal");
    if (!kueri) return this.fill([], "");
    const slow = setTimeout(() => { this.kabar.textContent = "Mencari …"; }, 300);
    try {
      await this.choices();
      const { wilayah, ...strict } = this.filters();
      // A region chosen comes first and beside the national rules, which hold there too; other regions are left out.
      const peran = remembered()?.peran;
      const jawaban = await this.ask(kueri, { ...strict, utamakan: wilayah, setempat: wilayah, peran, limit, typing, signal });
      const { sidik } = await this.index();
      if (!signal.aborted) this.show(jawaban, sidik);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Search; the files that an index names are gone after a release of the site, so it is then opened anew, once. */
  async ask(kueri, options) {
    const before = this.opening;
    try {
      return await search(await this.index(), kueri, options);
    } catch (error) {
      if (!GONE.has(error.reason) || options.signal.aborted) throw error;
      if (this.opening === before) this.opening = null;
      return search(await this.index(), kueri, options);
    }
  }

  filters() {
    return Object.fromEntries(this.selects.map((select) => [select.dataset.saringan, select.value || null]));
  }

  /** @param {import("./answer.js").Jawaban} jawaban @param {string} sidik of the index that gave it */
  show(jawaban, sidik) {
    // A card that leads to a row answers one role: the one the query names, or else the reader's own.
    const own = Boolean(jawaban.kartu_url?.includes("#")) && !jawaban.rencana.peran.length;
    const kartu = jawaban.kartu ? [createKartu(jawaban.kartu, resolve(jawaban.kartu_url), this.labels, own)] : [];
    const shown = jawaban.hasil;
    // The card already shows the lead of its page.
    const others = shown.filter((hasil) => hasil.url !== jawaban.kartu_url?.replace(/#.*/, ""));
    this.fill([...kartu, ...others.map((hasil) => createHasil(hasil, resolve, this.labels))], count(jawaban.jumlah, shown.length));
    this.suggest(jawaban.koreksi);
    if (sidik !== document.body.dataset.indeks) this.pesan.append(create("p", {}, [MIXED]));
    this.lagi.hidden = shown.length >= jawaban.jumlah;
    this.clear.hidden = !this.selects.some((select) => select.value);
    this.reveal(shown.length ? null : "nihil");
  }

  fill(elements, kabar) {
    this.hasil.replaceChildren(...elements);
    const options = this.hasil.querySelectorAll("[role=option]");
    options.forEach((option, n) => { option.id = `cari-opsi-${n}`; option.tabIndex = -1; option.setAttribute("aria-selected", "false"); });
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.kabar.textContent = kabar;
    this.lagi.hidden = true;
    this.pesan.replaceChildren();
  }

  suggest(koreksi) {
    if (koreksi) this.pesan.replaceChildren("Maksud Anda ", create("button", { type: "button", "data-contoh": "" }, [koreksi.kueri]), "?");
  }

  /**
   * A shard that does not load is told as what it is, never as "nothing found". The index is opened anew for the next
   * query: after a new release of the site its manifest names shards that are gone.
   */
  fail(error) {
    console.warn("search:", error.message);
    this.opening = null;
    this.fill([], "Sebagian indeks pencarian tidak terbuka.");
    this.reveal("gagal");
  }

  reveal(shown) {
    for (const name of ["awal", "nihil", "gagal"]) this[name].hidden = name !== shown;
  }
}

const MIXED = "Situs baru saja diperbarui: hasil ini berasal dari versi yang lain daripada halaman ini. Muat ulang halaman supaya sama.";

const count = (found, shown) => {
  if (!shown) return "Tidak ada halaman yang cocok";
  return found > shown ? `${found} halaman ditemukan; ${shown} yang paling cocok:` : `${found} halaman ditemukan`;
};

/** Take the query out of the history entry and the address of this page. */
function forget() {
  const { cari, ...rest } = history.state ?? {};
  const here = new URL(location.href);
  here.searchParams.delete("q");
  history.replaceState(rest, "", here);
}

/** Whether single letters open the search: a choice kept on this device, since they can get in the way of dictating. */
const shortcuts = {
  get on() { return kept("pintasan") !== "mati"; },
  set on(wanted) { keep("pintasan", wanted ? "nyala" : "mati"); },
};

const isField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

function install() {
  let dialog = null;
  const open = (kueri, filters) => (dialog ??= new SearchDialog()).open(kueri, filters);
  document.addEventListener("keydown", (event) => {
    const shortcut = event.key === "k" && (event.ctrlKey || event.metaKey);
    const letter = ["/", "s"].includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && shortcuts.on;
    if (shortcut || (letter && !isField(event.target))) { event.preventDefault(); open(); }
  });
  for (const door of document.querySelectorAll("[data-cari-buka]")) {
    const box = door.querySelector("input");
    const enter = (event) => {
      event.preventDefault();
      open(box?.value);
      if (box) box.value = ""; // what was typed has moved into the dialog
    };
    door.addEventListener(box ? "submit" : "click", enter);
    for (const kind of ["click", "input"]) box?.addEventListener(kind, enter);
  }
  const asked = new URLSearchParams(location.search).get("q");
  const { kueri, filters } = history.state?.cari ?? { kueri: asked?.slice(0, 200) };
  if (kueri) open(kueri, filters);
}

install();
