/** Jawaban: one resolved question as a piece of the page: verdict first, then why, with what consequence, and what to do. */
import { create } from "../search/elements.js";
import { answered, notYet } from "./resolver.js";

const DOUBT = new Map([["satu-berita", "satu berita"], ["perlu-verifikasi", "perlu verifikasi"]]);

/**
 * Create the article of an answer.
 * @param {object} aturan the rule set, unpacked
 * @param {{perbuatan: object, tanya: string, alamat: string, soal: import("./tautan.js").Soal, nilai: string, baris: number[],
 *   lain: [string, string][]}} jawaban with the verdict of every phase, so that nobody takes today's for that of a campaign
 * @param {(url: string) => string} resolve makes an address from one relative to the site's root
 */
export function createJawaban(aturan, { perbuatan, tanya, alamat, soal, nilai, baris, lain }, resolve) {
  const rows = baris.length ? baris.map((number) => [perbuatan.putusan[number], `jawaban-${number + 1}`]) : [[perbuatan.selebihnya, "jawaban-selebihnya"]];
  const name = (id) => aturan.nilai.find((row) => row.id === id).nama;
  const article = create("article", { class: "cek__jawaban jawaban", "aria-labelledby": `tanya-${perbuatan.id}` }, [
    create("h2", { id: `tanya-${perbuatan.id}`, tabindex: "-1" }, [tanya]),
    createPutusan(nilai, name(nilai), answered(rows.map(([row]) => row), soal.tanggal)),
    create("p", { class: "catatan" }, [subject(aturan, soal)]),
    ...rows.flatMap(([row, anchor]) => createBaris(aturan, row, `${alamat}#${anchor}`, soal, resolve, rows.length > 1)),
    ...createLain(lain.filter(([, other]) => other !== nilai), name),
    ...createLangkah(perbuatan, nilai),
    create("p", { class: "cek__kaki" }, [
      create("a", { href: alamat }, ["Halaman lengkap dan sumbernya"]), " ",
      create("button", { type: "button", class: "cek__lepas", "data-lepas": perbuatan.id, "aria-label": `Hapus jawaban: ${tanya}` }, ["Hapus"]),
    ]),
  ]);
  return article;
}

/** The headline. For a day before every ground that the book knows, today's verdict would be a guess about the past. */
function createPutusan(nilai, name, answered) {
  const badge = (kind, text) => create("span", { class: `putusan putusan--${kind} putusan--besar` }, [text]);
  return create("p", { class: "jawaban__putusan" },
    answered ? [badge(nilai, name)] : [badge("belum-diatur", "Tidak terjawab untuk tanggal itu"), ` Menurut aturan sekarang: ${name.toLowerCase()}.`]);
}

/** Say for whom, when and where an answer holds. */
function subject(aturan, { peran, tahap, wilayah, tanggal_teks: hari }) {
  const name = (list, id) => list.find((row) => row.id === id).nama;
  const where = wilayah ? name(aturan.wilayah, wilayah) : "seluruh Indonesia";
  return `${name(aturan.peran, peran)}; ${lower(name(aturan.tahap, tahap))}; ${where}. Berlaku per ${hari}.`;
}

function createBaris(aturan, row, href, { tanggal, tanggal_teks: hari }, resolve, several) {
  const sanksi = (row.sanksi ?? []).map((id) => aturan.sanksi.find((s) => s.id === id));
  const young = notYet(row.dasar, tanggal);
  const doubt = DOUBT.get(row.keyakinan);
  const place = row.wilayah && aturan.wilayah.find(({ id }) => id === row.wilayah).nama;
  return [
    ...(several ? [create("h3", {}, [place ? `Tambahan di ${place}` : "Aturan nasional"])] : []),
    create("p", { class: "cek__alasan" }, [row.alasan, ...(doubt ? [" ", create("span", { class: "ragu" }, [doubt])] : [])]),
    ...(row.syarat?.length ? [create("p", { class: "baris__syarat" }, ["Syaratnya:"]), createList("ul", row.syarat)] : []),
    ...(row.pandangan?.length ? [create("div", { class: "pandangan" }, row.pandangan.map(({ pihak, isi }) =>
      create("div", {}, [create("strong", {}, [pihak]), create("p", {}, [isi])])))] : []),
    ...(row.pilihan_aman ? [create("p", { class: "aman" }, [create("strong", {}, ["Pilihan aman: "]), row.pilihan_aman])] : []),
    create("dl", { class: "jawaban__rinci" }, [
      ...createRinci("Dasar", row.dasar.map((dasar) => [
        create("a", { class: "sitasi", href: resolve(dasar.halaman) }, [dasar.sebutan]), dasar.terbit ? ` (${aturan.tanggal(dasar.terbit)})` : "",
      ])),
      ...createRinci("Sanksi", sanksi.map(({ nama, penjatuh }) => [nama, penjatuh ? create("small", {}, [` dijatuhkan: ${penjatuh.replace(/\.$/, "")}`]) : ""])),
      ...createRinci("Catatan", row.catatan ? [[row.catatan]] : []),
      ...createRinci("Asal", [[create("a", { href }, ["baris yang menjawab"])]]),
    ]),
    ...(young.length ? [create("p", { class: "pengganti" }, [
      `Pada ${hari} dasar ini belum ada: ${young.map(({ sebutan }) => sebutan).join("; ")}. Jawaban di atas memakai aturan sekarang; waktu itu dapat berbeda.`,
    ])] : []),
  ];
}

function createLain(lain, name) {
  const kinds = [...new Set(lain.map(([, nilai]) => nilai))];
  const phases = (nilai) => lain.filter(([, other]) => other === nilai).map(([tahap]) => tahap.toLowerCase()).join(", ");
  return kinds.length ? [create("p", { class: "cek__lain" }, [
    create("strong", {}, ["Jawabannya lain pada tahap ini: "]),
    ...kinds.flatMap((nilai, n) => [n ? "; " : "", `${phases(nilai)} `, create("span", { class: `putusan putusan--${nilai}` }, [name(nilai)])]),
  ])] : [];
}

function createLangkah(perbuatan, nilai) {
  if (nilai === "boleh" || !perbuatan.telanjur?.length) return [];
  return [create("details", { class: "cek__telanjur" }, [
    create("summary", {}, ["Bila sudah telanjur"]), createList("ol", perbuatan.telanjur),
    create("p", { class: "catatan" }, ["Langkah ini saran redaksi, bukan bunyi peraturan."]),
  ])];
}

const createRinci = (name, items) =>
  items.length ? [create("div", {}, [create("dt", {}, [name]), create("dd", {}, [create("ul", {}, items.map((parts) => create("li", {}, parts)))])])] : [];

const createList = (tag, texts) => create(tag, {}, texts.map((text) => create("li", {}, [text])));

const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
