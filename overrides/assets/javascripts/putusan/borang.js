/** Borang: the form of the self-check. The phase follows the calendar until the reader or a link chooses one. */
import { phaseOn, phasesOn } from "./resolver.js";
import { isDay, today } from "./tautan.js";

// Making a formatter costs more than an answer may take, so the three are made once.
const formats = [{}, { month: "long" }, { month: "long", day: "numeric" }].map((parts) =>
  new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", year: "numeric", ...parts }));

const written = new Map(); // the few days of the rules, written once

/** Write a day, month or year: "2024-09-12" is "12 September 2024". */
export function writeDay(text) {
  if (!written.has(text)) {
    const [year, month = 1, date = 1] = text.split("-").map(Number);
    written.set(text, formats[text.split("-").length - 1].format(Date.UTC(year, month - 1, date)));
  }
  return written.get(text);
}

export class Borang {
  /**
   * @param {HTMLFormElement} form with peran, tahap, wilayah, tanggal
   * @param {object} aturan the rule set
   */
  constructor(form, aturan) {
    this.fields = form.elements;
    this.aturan = aturan;
    this.chosen = false; // whether somebody chose the phase
  }

  /** Fill the form; what is not given is today, the whole country, and the calendar's phase. */
  fill({ peran = null, tahap = null, wilayah = null, tanggal = today() }) {
    const { fields } = this;
    fields.tanggal.value = tanggal;
    fields.wilayah.value = wilayah ?? "";
    for (const radio of fields.peran) radio.checked = radio.value === peran;
    this.chosen = Boolean(tahap);
    fields.tahap.value = tahap ?? this.preset();
  }

  /** Follow a change of the field of that name. */
  follow(name) {
    const { fields } = this;
    if (name === "tahap") this.chosen = Boolean(fields.tahap.value);
    if (name === "tanggal" && !isDay(fields.tanggal.value)) fields.tanggal.value = today();
    if (!this.chosen) fields.tahap.value = this.preset();
  }

  preset() {
    const { tanggal, wilayah } = this.soal();
    return phaseOn(this.aturan, tanggal, today(), wilayah) ?? "";
  }

  /** What the form asks. */
  soal() {
    const { peran, tahap, wilayah, tanggal } = this.fields;
    return { peran: peran.value || null, tahap: tahap.value, wilayah: wilayah.value || null, tanggal: tanggal.value || today() };
  }

  /** The form in a few words, for its folded part. */
  summary() {
    const { tahap, wilayah, tanggal } = this.soal();
    const phase = this.aturan.tahap.find(({ id }) => id === tahap)?.pendek.toLowerCase() ?? "tahap belum dipilih";
    const where = this.aturan.wilayah.find(({ id }) => id === wilayah)?.nama ?? "seluruh Indonesia";
    return `${tanggal === today() ? "sekarang" : writeDay(tanggal)}, ${phase}, ${where}`;
  }

  /** What the calendar says of the day, and how far it reaches. */
  calendar() {
    const { tanggal, wilayah } = this.soal();
    const { tahap, fase, disusun, disusun_teks: made } = this.aturan;
    const day = writeDay(tanggal);
    const running = phasesOn(fase, tanggal, wilayah).map((f) =>
      `${tahap.find(({ id }) => id === f.tahap).nama.toLowerCase()} (${f.nama}${f.kepastian === "tentatif" ? ", tentatif" : ""})`);
    const elections = [...new Set(fase.map(({ nama }) => nama))].join(", ");
    const found = running.length
      ? `Menurut kalender buku ini, ${day} jatuh pada tahap ${running.join("; ")}.`
      : `Kalender buku ini hanya memuat ${elections}; pada ${day} tidak ada tahap yang tercatat. Bila di daerah Anda ada pemilihan, pilih tahapnya sendiri.`;
    const ahead = tanggal > disusun && tanggal !== today() ? ` Tanggal itu belum tiba; aturannya dapat berubah. Isi buku ini per ${made}.` : "";
    return found + ahead;
  }
}
