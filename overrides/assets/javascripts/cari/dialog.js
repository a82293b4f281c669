/**
 * Dialog: opens by tap, "/", "s" or Ctrl-K, or for an address with ?q=; answers as the reader types.
 * Nothing of the query leaves the device but the names of the shards it needs; the address changes only
 * when a result is followed, so that Back returns to the results.
 */
import { bukaIndeks } from "./indeks.js";
import { cari } from "./jawab.js";
import { unsurHasil } from "./hasil.js";
import { unsurKartu } from "./kartu.js";
import { kataSaringan } from "./unsur.js";

const JEDA = 90; // milliseconds between the last key and the search
const akar = new URL(document.body.dataset.akar, location.href);
const alamat = (url) => new URL(url, akar).href;
const ada = (pilih) => document.querySelector(pilih);

class Pencarian {
  constructor() {
    document.body.append(ada("#cari-templat").content.cloneNode(true));
    this.dialog = ada("dialog.cari");
    this.input = this.dialog.querySelector("input");
    this.kata = kataSaringan(this.dialog);
    this.pilih = [...this.dialog.querySelectorAll("[data-saringan]")];
    for (const nama of ["kabar", "pesan", "hasil", "awal", "nihil", "gagal"]) this[nama] = this.dialog.querySelector(`[data-${nama}]`);
    this.hapus = this.dialog.querySelector("[data-hapus-saringan]");
    this.indeks = null;
    this.batal = new AbortController();
    this.aktif = -1;
    this.dengarkan();
  }

  dengarkan() {
    this.input.addEventListener("input", () => this.jadwalkan(true));
    this.input.addEventListener("keydown", (kejadian) => this.tombol(kejadian));
    this.pilih.forEach((pilih) => pilih.addEventListener("change", () => this.jawab(false)));
    this.dialog.addEventListener("click", (kejadian) => this.klik(kejadian));
    this.dialog.querySelector("[data-ulang]").addEventListener("click", () => this.jawab(false));
    this.hapus.addEventListener("click", () => { this.pilih.forEach((pilih) => { pilih.value = ""; }); this.jawab(false); });
  }

  buka(kueri = "") {
    if (!this.dialog.open) this.dialog.showModal();
    if (kueri) this.input.value = kueri;
    this.input.focus();
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    this.jawab(false);
  }

  klik(kejadian) {
    const contoh = kejadian.target.closest("[data-contoh]");
    if (contoh) this.buka(contoh.textContent);
    if (kejadian.target === this.dialog) this.dialog.close();
    if (kejadian.target.closest("a[href]")) this.ingat();
  }

  /** Put the query in the address of the page that is being left. */
  ingat() {
    const sini = new URL(location.href);
    sini.searchParams.set("q", this.input.value);
    history.replaceState(history.state, "", sini);
  }

  tombol(kejadian) {
    const opsi = [...this.hasil.querySelectorAll("[role=option]")];
    const langkah = { ArrowDown: 1, ArrowUp: -1 }[kejadian.key];
    if (langkah && opsi.length) {
      kejadian.preventDefault();
      this.tandai(opsi, (this.aktif + langkah + opsi.length + (this.aktif < 0 && langkah < 0 ? 1 : 0)) % opsi.length);
    } else if (kejadian.key === "Enter") {
      kejadian.preventDefault();
      clearTimeout(this.tunggu);
      if (this.aktif >= 0) opsi[this.aktif].click();
      else this.jawab(false);
    }
  }

  tandai(opsi, nomor) {
    opsi.forEach((satu, n) => satu.setAttribute("aria-selected", String(n === nomor)));
    this.aktif = nomor;
    this.input.setAttribute("aria-activedescendant", opsi[nomor].id);
    opsi[nomor].scrollIntoView({ block: "nearest" });
  }

  jadwalkan(mengetik) {
    clearTimeout(this.tunggu);
    this.tunggu = setTimeout(() => this.jawab(mengetik), JEDA);
  }

  async jawab(mengetik) {
    this.batal.abort();
    const batal = (this.batal = new AbortController());
    const kueri = this.input.value.trim();
    this.tampil(kueri ? null : "awal");
    if (!kueri) return this.isi([], "");
    const lambat = setTimeout(() => { this.kabar.textContent = "Mencari …"; }, 300);
    try {
      const indeks = await this.siapkan();
      const jawaban = await cari(indeks, kueri, { ...this.saringan(), limit: 10, mengetik, signal: batal.signal });
      if (!batal.signal.aborted) this.tunjukkan(jawaban);
    } catch (galat) {
      if (!batal.signal.aborted) this.salah(galat);
    } finally {
      clearTimeout(lambat);
    }
  }

  async siapkan() {
    this.indeks ??= await bukaIndeks(akar.href);
    return this.indeks;
  }

  saringan() {
    return Object.fromEntries(this.pilih.map((pilih) => [pilih.dataset.saringan, pilih.value || null]));
  }

  tunjukkan(jawaban) {
    const kartu = jawaban.kartu ? [unsurKartu(jawaban.kartu, alamat(jawaban.kartu_url), this.kata)] : [];
    // The card already shows the lead of its page.
    const sisa = jawaban.hasil.filter((hasil) => hasil.url !== jawaban.kartu_url);
    this.isi([...kartu, ...sisa.map((hasil) => unsurHasil(hasil, alamat, this.kata))], kabar(jawaban));
    this.koreksi(jawaban.koreksi);
    this.hapus.hidden = !this.pilih.some((pilih) => pilih.value);
    this.tampil(jawaban.hasil.length ? null : "nihil");
  }

  isi(unsur, kabar) {
    this.hasil.replaceChildren(...unsur);
    const opsi = this.hasil.querySelectorAll("[role=option]");
    opsi.forEach((satu, n) => { satu.id = `cari-opsi-${n}`; satu.tabIndex = -1; satu.setAttribute("aria-selected", "false"); });
    this.aktif = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", String(opsi.length > 0));
    this.kabar.textContent = kabar;
    this.pesan.replaceChildren();
  }

  koreksi(koreksi) {
    if (!koreksi) return;
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.dataset.contoh = "";
    tombol.textContent = koreksi.kueri;
    this.pesan.replaceChildren("Maksud Anda ", tombol, "?");
  }

  /** A shard that does not load is told as what it is, never as "nothing found". */
  salah(galat) {
    console.warn("pencarian:", galat.message);
    this.isi([], "Sebagian indeks pencarian tidak terbuka.");
    this.tampil("gagal");
  }

  tampil(nama) {
    for (const satu of ["awal", "nihil", "gagal"]) this[satu].hidden = satu !== nama;
  }
}

const kabar = ({ jumlah }) => (jumlah ? `${jumlah} halaman ditemukan` : "Tidak ada halaman yang cocok");
const mengetikDiTempatLain = (unsur) => unsur.closest("input, textarea, select, [contenteditable]") !== null;

function pasang() {
  let pencarian = null;
  const buka = (kueri) => (pencarian ??= new Pencarian()).buka(kueri);
  document.addEventListener("keydown", (kejadian) => {
    const pintas = kejadian.key === "k" && (kejadian.ctrlKey || kejadian.metaKey);
    const huruf = ["/", "s"].includes(kejadian.key) && !kejadian.ctrlKey && !kejadian.metaKey && !kejadian.altKey;
    if (pintas || (huruf && !mengetikDiTempatLain(kejadian.target))) { kejadian.preventDefault(); buka(); }
  });
  for (const pintu of document.querySelectorAll("[data-cari-buka]")) {
    const kotak = pintu.querySelector("input");
    const lanjut = (kejadian) => { kejadian.preventDefault(); buka(kotak?.value); };
    pintu.addEventListener(kotak ? "submit" : "click", lanjut);
    kotak?.addEventListener("click", () => buka(kotak.value));
    kotak?.addEventListener("input", () => buka(kotak.value));
  }
  const kueri = new URLSearchParams(location.search).get("q");
  if (kueri) buka(kueri.slice(0, 200));
}

pasang();
