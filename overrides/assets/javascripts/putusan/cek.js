/**
 * Cek: the self-check. Acts, role, phase, region and day in; answers out. All of it happens in this page: nothing is
 * asked of a server after the page's own files, nothing is stored, and nothing enters the address.
 */
import { create } from "../search/elements.js";
import { remember, remembered } from "../search/saya.js";
import { unpack } from "./buka.js";
import { createJawaban } from "./jawaban.js";
import { leave } from "./keluar.js";
import { openPilihan } from "./pilihan.js";
import { phasesOn, resolve } from "./resolver.js";
import { fromFragment, toFragment, today } from "./tautan.js";

const root = new URL(document.body.dataset.akar, location.href);
const site = (url) => new URL(url, root).href;
// Making a formatter costs more than an answer may take, so the three are made once.
const formats = [{}, { month: "long" }, { month: "long", day: "numeric" }].map((parts) =>
  new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", year: "numeric", ...parts }));
/** Write a day, month or year: "2024-09-12" is "12 September 2024". */
const day = (text) => {
  const [year, month = 1, date = 1] = text.split("-").map(Number);
  return formats[text.split("-").length - 1].format(Date.UTC(year, month - 1, date));
};

class Cek {
  constructor(element) {
    this.element = element;
    // Parts of the page, by the names that the template gives them.
    for (const name of ["borang", "gagal", "ulang", "pilihan", "tambah", "peran-isi", "ringkas-keadaan", "fase", "ucap", "hasil", "alat",
      "cetak", "tautan", "tautan-isi", "versi", "hapus", "keluar", "kabar"]) this[name] = element.querySelector(`[data-${name}]`);
    this.fields = this.borang.elements;
    this.acts = [];
    this.daftar = openPilihan(element, site("cek/"), (id) => this.add(id));
    this.listen();
  }

  listen() {
    this.borang.addEventListener("submit", (event) => event.preventDefault());
    this.borang.addEventListener("change", (event) => this.change(event.target));
    this.element.addEventListener("click", (event) => this.onClick(event.target));
    this.keluar.addEventListener("click", () => leave());
  }

  /** Load the answers; a file that does not come is told, and can be asked for again. */
  async load() {
    this.fail(false);
    try {
      const response = await fetch(site("cek/jawaban.json"), { cache: "no-cache" });
      if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
      this.aturan = { ...unpack(await response.json()), tanggal: day };
    } catch {
      this.fail(true);
      return;
    }
    this.start();
  }

  /** Without answers the list still leads to the acts' pages. */
  fail(failed) {
    this.failed = failed;
    this.gagal.hidden = !failed;
    for (const part of this.element.querySelectorAll("[data-perlu-jawaban]")) part.hidden = failed;
  }

  start() {
    const anchor = location.hash && document.getElementById(location.hash.slice(1))?.matches("h2, h3");
    const linked = fromFragment(anchor ? "" : location.hash);
    // The reader's question must not stay in the address bar, nor in what Back shows.
    if (linked.perbuatan.length) history.replaceState(history.state, "", location.pathname + location.search);
    this.fields.tanggal.value = today();
    this.fields.ingat.checked = Boolean(remembered());
    this.preset({ peran: this.fields.peran.value, ...remembered(), ...linked.soal });
    this.acts = [...new Set([...this.acts, ...linked.perbuatan.filter((id) => this.daftar.has(id))])];
    this.refuse(linked);
    this.show();
  }

  /** Fill the form; without a phase given, the calendar's for that day and region. */
  preset({ peran, tahap, wilayah, tanggal }) {
    if (/^\d{4}-\d\d-\d\d$/.test(tanggal ?? "")) this.fields.tanggal.value = tanggal;
    const choose = (field, value) => { if (value && [...field.options].some((option) => option.value === value)) field.value = value; };
    choose(this.fields.wilayah, wilayah);
    this.fields.tahap.value = this.phase();
    choose(this.fields.tahap, tahap);
    for (const radio of this.fields.peran) radio.checked = radio.value === peran;
  }

  /** Say which parts of a link this book does not know. */
  refuse({ perbuatan, soal }) {
    const known = { peran: this.aturan.peran, tahap: this.aturan.tahap, wilayah: this.aturan.wilayah };
    const odd = [
      ...perbuatan.filter((id) => !this.daftar.has(id)),
      ...Object.entries(known).filter(([key, rows]) => soal[key] && !rows.some(({ id }) => id === soal[key])).map(([key]) => soal[key]),
    ];
    if (odd.length) this.tell(`Tautan ini memuat yang tidak dikenal: ${odd.join(", ")}. Pilih dari daftar di bawah.`, true);
  }

  change(field) {
    if (!this.aturan) return;
    if (field.name === "ingat" || (field.name in { peran: 1, wilayah: 1 } && this.fields.ingat.checked)) this.keep();
    if (field.name in { tanggal: 1, wilayah: 1 }) this.fields.tahap.value = this.phase();
    if (["peran", "tahap", "wilayah", "tanggal"].includes(field.name)) this.show();
  }

  keep() {
    const { peran, wilayah } = this.soal();
    if (!remember(this.fields.ingat.checked ? { peran, wilayah } : null)) this.tell("Peramban ini tidak mengizinkan penyimpanan.", true);
  }

  soal() {
    const { peran, tahap, wilayah, tanggal } = this.fields;
    const hari = tanggal.value || today();
    return { peran: peran.value || null, tahap: tahap.value, wilayah: wilayah.value || null, tanggal: hari, tanggal_teks: day(hari) };
  }

  phase() {
    const { tanggal, wilayah } = this.soal();
    const [running] = phasesOn(this.aturan.fase, tanggal, wilayah);
    return running?.tahap ?? this.aturan.tahap.find(({ di_luar: outside }) => outside).id;
  }

  onClick(target) {
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
    ((this.soal().peran && this.hasil.querySelector("h2")) || this.fields.peran[0]).focus();
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
    this.fields.tanggal.value = today();
    this.preset({});
    this.keep();
    this.show();
    this.daftar.input.focus();
  }

  /** Open or fold the list of acts. */
  choose(open) {
    this.pilihan.hidden = !open;
    this.tambah.hidden = open;
    if (open) this.daftar.reset();
  }

  show() {
    this.choose(!this.acts.length);
    if (!this.aturan) return this.hasil.replaceChildren(create("p", { class: "cek__tunggu" }, ["Memuat jawaban …"]));
    const soal = this.soal();
    this.tellState(soal);
    const ready = this.acts.length > 0 && soal.peran;
    const urutan = this.aturan.nilai.map(({ id }) => id);
    const answers = ready ? this.acts.map((id) => {
      const perbuatan = this.aturan.perbuatan.find((act) => act.id === id);
      const lain = this.aturan.tahap.map((tahap) => [tahap.pendek, resolve(perbuatan, { ...soal, tahap: tahap.id }, urutan).nilai]);
      return { perbuatan, ...this.daftar.get(id), soal, lain, ...resolve(perbuatan, soal, urutan) };
    }) : [];
    this.hasil.replaceChildren(...(ready ? answers.map((answer) => createJawaban(this.aturan, answer, site)) : this.waiting()));
    this.alat.hidden = !ready;
    this["tautan-isi"].hidden = true;
    this.versi.textContent = `Netralitas ASN, ${root.href}. Isi per ${this.aturan.disusun_teks}, versi jawaban ${this.aturan.versi}. Bukan nasihat hukum.`;
    if (ready) this.tell(answers.map(({ nilai, tanya }) => `${this.aturan.nilai.find(({ id }) => id === nilai).nama}. ${tanya}`).join(" "));
  }

  waiting() {
    return this.acts.map((id) => create("p", { class: "cek__tunggu" }, [create("strong", {}, [this.daftar.get(id).tanya]), " Pilih peran Anda untuk melihat jawabannya."]));
  }

  tellState(soal) {
    const { tahap, fase, disusun } = this.aturan;
    const running = phasesOn(fase, soal.tanggal, soal.wilayah);
    const name = tahap.find(({ id }) => id === soal.tahap).pendek;
    this["peran-isi"].hidden = Boolean(soal.peran);
    const where = soal.wilayah ? this.aturan.wilayah.find(({ id }) => id === soal.wilayah).nama : "seluruh Indonesia";
    this["ringkas-keadaan"].textContent = `${soal.tanggal === today() ? "sekarang" : soal.tanggal_teks}, ${name.toLowerCase()}, ${where}`;
    this.fase.textContent = [
      running.length
        ? `Menurut kalender buku ini, ${soal.tanggal_teks} jatuh pada tahap ${running.map((f) => `${tahap.find(({ id }) => id === f.tahap).nama.toLowerCase()} (${f.nama}${f.kepastian === "tentatif" ? ", tentatif" : ""})`).join("; ")}.`
        : `Menurut kalender buku ini, pada ${soal.tanggal_teks} tidak ada tahapan pemilihan. Pilih tahapnya sendiri bila di daerah Anda berbeda.`,
      ...(soal.tanggal > disusun && soal.tanggal !== today() ? [`Tanggal itu belum tiba; aturannya dapat berubah. Isi buku ini per ${this.aturan.disusun_teks}.`] : []),
    ].join(" ");
  }

  async copy() {
    const { tanggal_teks, ...soal } = this.soal();
    const url = site("cek/") + toFragment(this.acts, soal);
    try {
      await navigator.clipboard.writeText(url);
      this.tell("Tautan disalin. Siapa pun yang memegang tautan itu dapat membaca pilihan Anda.", true);
    } catch {
      const box = this["tautan-isi"].querySelector("input");
      this["tautan-isi"].hidden = false;
      box.value = url;
      box.select();
    }
  }

  /** Speak to a screen reader; `shown` also to the eye. */
  tell(text, shown = false) {
    this.ucap.textContent = text;
    this.ucap.classList.toggle("tersembunyi", !shown);
  }
}

for (const element of document.querySelectorAll("[data-cek]")) new Cek(element).load();
