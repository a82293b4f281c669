/** Simpan: the part of a page by which the reader keeps a region or the whole book, sees how much it is, and deletes it. */
import { daysBetween, today, written } from "../waktu.js";
import { Simpanan } from "./simpanan.js";

const ALASAN = {
  jaringan: "Unduhan terputus. Yang sudah terunduh tidak hilang, dan simpanan lama tetap utuh. Coba lagi bila sambungan sudah baik.",
  penuh: "Ruang penyimpanan perangkat tidak cukup. Simpanan lama tetap utuh.",
  berubah: "Situs sedang diperbarui. Coba lagi beberapa menit lagi; simpanan lama tetap utuh.",
};
const size = (bytes) => `${(bytes / 1e6).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;

/**
 * Make the controls of one `[data-simpan]` work.
 * @param {HTMLElement} element with `data-simpan`, the name of a package
 * @param {URL} root the site's root
 */
export async function offer(element, root) {
  if (document.body.dataset.luring === undefined || !globalThis.caches || !globalThis.isSecureContext) return;
  new Simpan(element, root).start();
}

class Simpan {
  constructor(element, root) {
    this.paket = element.dataset.simpan;
    this.root = root;
    this.simpanan = new Simpanan(root);
    for (const name of ["alat", "tidak", "ukuran", "mulai", "hapus", "kemajuan", "kabar"]) this[name] = element.querySelector(`[data-${name}]`);
    this.mulai.addEventListener("click", () => this.save());
    this.hapus.addEventListener("click", () => this.forget());
  }

  async start() {
    this.tidak.hidden = true;
    this.alat.hidden = false;
    await this.show();
  }

  /** Say what is kept, of which day, and how much the site has today. */
  async show() {
    const [tanda, kini] = await Promise.all([this.simpanan.state(), this.summary()]);
    const kept = tanda?.paket.includes(this.paket);
    const newer = kept && kini && kini.versi !== tanda.versi;
    const parts = [];
    if (kept) parts.push(`Tersimpan di perangkat ini: isi per ${written(tanda.disusun)}.`);
    if (newer && daysBetween(tanda.disusun, kini.disusun) >= 0) parts.push("Versi baru tersedia.");
    if (kini && (!kept || newer)) parts.push(`Ukurannya ${size(kini.paket[this.paket].ukuran)} (${kini.paket[this.paket].jumlah} berkas) di perangkat; unduhannya lebih kecil.`);
    if (!kini && !kept) parts.push("Ukurannya tidak terbaca tanpa sambungan.");
    this.ukuran.textContent = parts.join(" ");
    this.mulai.hidden = !kini || Boolean(kept && !newer);
    this.mulai.textContent = kept ? "Perbarui simpanan" : this.mulai.dataset.nama;
    this.hapus.hidden = !(await this.simpanan.any());
  }

  /** What the site has today, or null without a connection. */
  async summary() {
    try {
      const response = await fetch(new URL("luring/ringkas.json", this.root), { cache: "no-cache" });
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  async save() {
    this.mulai.disabled = true;
    this.kemajuan.hidden = false;
    this.tell("Menyimpan …");
    navigator.storage?.persist?.().catch(() => {}); // asks that it not be tidied away; saving does not depend on the answer
    try {
      await this.simpanan.save(this.paket, today(), (done, all) => { [this.kemajuan.value, this.kemajuan.max] = [done, all]; });
      this.tell("Selesai. Halaman, pencarian, dan cek perbuatan kini dapat dibuka tanpa sambungan.");
    } catch (error) {
      if (!(error.reason in ALASAN)) throw error;
      this.tell(ALASAN[error.reason]);
    } finally {
      this.kemajuan.hidden = true;
      this.mulai.disabled = false;
      await this.show();
    }
  }

  async forget() {
    await this.simpanan.forget();
    this.tell("Simpanan dan daftar halaman yang dibuka sudah dihapus dari perangkat ini.");
    await this.show();
    (this.mulai.hidden ? this.kabar : this.mulai).focus();
  }

  tell(text) {
    this.kabar.textContent = text;
  }
}
