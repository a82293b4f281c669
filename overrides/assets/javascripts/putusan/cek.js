/**
 * Cek: the self-check. Acts, role, phase, region and day in; answers out. All of it happens in this page: nothing is
 * asked of a server after the page's own files, nothing is stored, and nothing enters the address.
 */
import { create } from "../search/elements.js";
import { Loader } from "../search/loader.js";
import { remember, remembered } from "../search/saya.js";
import { Borang, writeDay } from "./borang.js";
import { unpack } from "./buka.js";
import { createJawaban, headline } from "./jawaban.js";
import { leave, onTwoEscapes } from "./keluar.js";
import { openPilihan } from "./pilihan.js";
import { resolve } from "./resolver.js";
import { fromFragment, sift, toFragment } from "./tautan.js";

const root = new URL(document.body.dataset.akar, location.href);
const site = (url) => new URL(url, root).href;
const FILLED = "Peran dan keadaan di atas diisi oleh tautan yang Anda buka. Pastikan itu memang Anda; jawabannya bergantung padanya.";
const ASKED = ["peran", "tahap", "wilayah", "tanggal"];

class Cek {
  constructor(element) {
    this.element = element;
    // Parts of the page, by the names that the template gives them.
    for (const name of ["borang", "gagal", "pilihan", "tambah", "peran-isi", "keadaan", "ringkas-keadaan", "fase", "tolak", "pesan", "ucap",
      "hasil", "alat", "tautan-isi", "versi", "keluar"]) this[name] = element.querySelector(`[data-${name}]`);
    this.files = new Loader(root.href);
    this.acts = [];
    this.told = new Map(); // headline of each act, as the screen reader heard it
    this.daftar = openPilihan(element, site("cek/"), (id) => this.add(id));
    this.listen();
    element.dataset.siap = "";
  }

  listen() {
    this.borang.addEventListener("change", ({ target }) => this.change(target));
    this.element.addEventListener("click", ({ target }) => this.onClick(target));
    this.keluar.addEventListener("click", () => leave());
    onTwoEscapes(() => leave());
    addEventListener("hashchange", () => this.aturan && this.takeLink() && this.show());
  }

  /** Load the answers; a file that does not come is told, and can be asked for again. */
  async load() {
    this.fail(false);
    try {
      this.aturan = { ...unpack(await this.files.json(document.body.dataset.jawaban)), tanggal: writeDay };
    } catch {
      return this.fail(true);
    }
    this.start();
  }

  /** Without answers the list still leads to the acts' pages. */
  fail(failed) {
    this.failed = failed;
    this.gagal.hidden = !failed;
    for (const part of this.element.querySelectorAll("[data-perlu-jawaban]")) part.hidden = failed;
    this.daftar.offer(!failed);
  }

  start() {
    this.form = new Borang(this.borang, this.aturan);
    this.versi.textContent = `Netralitas ASN, ${root.href}. Isi per ${this.aturan.disusun_teks}, versi jawaban ${this.aturan.versi}. Bukan nasihat hukum.`;
    this.borang.elements.ingat.checked = Boolean(remembered());
    this.form.fill({ peran: this.borang.elements.peran.value || null, ...remembered() });
    this.takeLink();
    this.show();
  }

  /**
   * Take a question out of the address, where it must not stay: neither for the next reader nor in what Back shows.
   * @returns {boolean} whether there was one; an anchor of the page is left alone
   */
  takeLink() {
    const bare = location.hash.slice(1);
    if (!bare || (!bare.includes("=") && !this.daftar.has(bare) && document.getElementById(bare))) return false;
    history.replaceState(history.state, "", location.pathname + location.search);
    const { perbuatan, soal, odd } = sift(fromFragment(`#${bare}`), this.aturan, this.daftar.has);
    this.acts = [...new Set([...perbuatan, ...this.acts])];
    if (Object.keys(soal).length) {
      this.form.fill({ ...this.form.soal(), tahap: this.form.chosen ? this.form.soal().tahap : null, ...soal });
      this.say(FILLED); // whoever made the link may have meant somebody else
    }
    const shown = odd.slice(0, 3).map((text) => `«${text.slice(0, 40)}»`).join(", ");
    this.tolak.hidden = !odd.length;
    this.tolak.textContent = odd.length ? `Tautan ini memuat yang tidak dikenal buku ini: ${shown}. Bagian itu tidak dipakai; periksa pilihan di bawah.` : "";
    return true;
  }

  change({ name, value }) {
    if (!this.aturan) return;
    this.say("");
    if (name === "ingat" || ((name === "peran" || name === "wilayah") && this.borang.elements.ingat.checked)) this.keep();
    if (name === "tanggal" && !value) this.say("Tanggal dikembalikan ke hari ini.");
    if (!ASKED.includes(name)) return;
    this.form.follow(name);
    this.show();
  }

  keep() {
    const { ingat } = this.borang.elements;
    if (remember(ingat.checked ? this.form.soal() : null) || !ingat.checked) return;
    ingat.checked = false;
    this.say("Peramban ini tidak mengizinkan penyimpanan.");
  }

  onClick(target) {
    if (target.closest("button")) this.say("");
    const drop = target.closest("[data-lepas]");
    if (drop) this.drop(drop.dataset.lepas);
    else if (target.closest("[data-ulang]")) this.load();
    else if (target.closest("[data-tambah]")) this.another();
    else if (target.closest("[data-hapus]")) this.clear();
    else if (target.closest("[data-cetak]")) print();
    else if (target.closest("[data-tautan]")) this.copy();
  }

  another() {
    this.choose(true);
    this.daftar.input.focus();
  }

  /** Take an act. @returns {boolean} false when there are no answers to show for it */
  add(id) {
    if (this.failed) return false;
    this.acts = [id, ...this.acts.filter((other) => other !== id)];
    this.show();
    (this.hasil.querySelector("h2") ?? this.borang.elements.peran[0]).focus();
    return true;
  }

  drop(id) {
    this.acts = this.acts.filter((other) => other !== id);
    this.show();
    (this.hasil.querySelector("h2") ?? this.daftar.input).focus();
  }

  clear() {
    this.acts = [];
    this.borang.reset();
    remember(null);
    this.form.fill({});
    this.daftar.reset();
    this.show();
    this.daftar.input.focus();
  }

  /** Open or fold the list of acts; one that stays open keeps what was typed. */
  choose(open) {
    if (open && this.pilihan.hidden) this.daftar.reset();
    this.pilihan.hidden = !open;
    this.tambah.hidden = open;
  }

  show() {
    this.choose(!this.acts.length);
    if (!this.aturan) return this.hasil.replaceChildren(create("p", { class: "cek__tunggu" }, ["Memuat jawaban …"]));
    const soal = this.form.soal();
    this.tellState(soal);
    const answers = soal.peran && soal.tahap ? this.acts.map((id) => this.answer(id, soal)) : [];
    this.hasil.replaceChildren(...(answers.length ? answers.map((answer) => createJawaban(this.aturan, answer, site)) : this.waiting(soal)));
    this.alat.hidden = !answers.length;
    this.tell(answers);
  }

  answer(id, soal) {
    const perbuatan = this.aturan.perbuatan.find((act) => act.id === id);
    const urutan = this.aturan.nilai.map((nilai) => nilai.id);
    const at = (change) => resolve(perbuatan, { ...soal, ...change }, urutan);
    return {
      perbuatan, ...this.daftar.get(id), soal: { ...soal, tanggal_teks: writeDay(soal.tanggal) }, ...at({}),
      lain: this.aturan.tahap.map((tahap) => [tahap.pendek, at({ tahap: tahap.id }).nilai]),
      status: this.aturan.peran.filter(({ asn, khusus }) => asn && !khusus).map((peran) => [peran.pendek, at({ peran: peran.id }).nilai]),
    };
  }

  waiting({ peran }) {
    const missing = peran ? "Pilih tahap pada tanggal itu untuk melihat jawabannya." : "Pilih peran Anda untuk melihat jawabannya.";
    return this.acts.map((id) => create("p", { class: "cek__tunggu" }, [create("strong", {}, [this.daftar.get(id).tanya]), ` ${missing}`]));
  }

  tellState({ peran, tahap }) {
    this["peran-isi"].hidden = Boolean(peran);
    this["ringkas-keadaan"].textContent = this.form.summary();
    this.fase.textContent = this.form.calendar();
    if (!tahap) this.keadaan.open = true;
    this["tautan-isi"].hidden = true;
  }

  /** Speak to a screen reader of the answers that are new or have changed. */
  tell(answers) {
    const now = new Map(answers.map((answer) => [answer.tanya, headline(this.aturan, answer)]));
    const fresh = [...now].filter(([tanya, text]) => this.told.get(tanya) !== text);
    this.ucap.textContent = fresh.map(([tanya, text]) => `${text}. ${tanya}`).join(" ");
    this.told = now;
  }

  /** Say something to everybody. */
  say(text) {
    this.pesan.textContent = text;
  }

  async copy() {
    const url = site("cek/") + toFragment(this.acts, this.form.soal());
    try {
      await navigator.clipboard.writeText(url);
      this.say("Tautan disalin. Siapa pun yang memegang tautan itu dapat membaca pilihan Anda.");
    } catch {
      const box = this["tautan-isi"].querySelector("input");
      this["tautan-isi"].hidden = false;
      box.value = url;
      box.select();
    }
  }
}

for (const element of document.querySelectorAll("[data-cek]")) new Cek(element).load();
