/** Jawaban: one resolved question as a piece of the page: verdict first, then why, with what consequence, and what to do. */
import { create, createBadge } from "../search/elements.js";
import { SELEBIHNYA, answered, notYet, rowAt } from "./resolver.js";

const DOUBT = new Map([["satu-berita", "satu berita"], ["perlu-verifikasi", "perlu verifikasi"]]);

/** The verdict in words, for a day on which the grounds existed. For an earlier one, today's verdict would be a guess about the past. */
export function headline(aturan, { perbuatan, baris, nilai, soal }) {
  return answered(baris.map((number) => rowAt(perbuatan, number)), soal.tanggal) ? word(aturan, nilai) : "Tidak terjawab untuk tanggal itu";
}

/**
 * Create the article of an answer.
 * @param {object} aturan the rule set, unpacked
 * @param {{perbuatan: object, tanya: string, alamat: string, soal: import("./tautan.js").Soal, nilai: string, baris: number[],
 *   lain: [string, string][], status: [string, string][]}} jawaban with the verdict of every phase, so that nobody takes today's
 *   for that of a campaign, and of every status, since a special role is held by a PNS or a PPPK
 * @param {(url: string) => string} resolve makes an address from one relative to the site's root
 */
export function createJawaban(aturan, jawaban, resolve) {
  const { perbuatan, tanya, alamat, soal, nilai, baris, lain, status } = jawaban;
  const text = headline(aturan, jawaban);
  const sound = text === word(aturan, nilai);
  const special = aturan.peran.find(({ id }) => id === soal.peran).khusus;
  return create("article", { class: "cek__jawaban jawaban", "aria-labelledby": `tanya-${perbuatan.id}` }, [
    create("h2", { id: `tanya-${perbuatan.id}`, tabindex: "-1" }, [tanya]),
    create("p", { class: "jawaban__putusan" }, [createBadge(sound ? nilai : "belum-diatur", text, true)]),
    ...(sound ? createLain(aturan, lain.filter(([, other]) => other !== nilai)) : []),
    ...(sound && special ? createStatus(aturan, status.filter(([, other]) => other !== nilai)) : []),
    create("p", { class: "catatan" }, [subject(aturan, soal, sound ? "" : ` Menurut aturan sekarang: ${word(aturan, nilai).toLowerCase()}.`)]),
    ...baris.flatMap((number) => createBaris(aturan, rowAt(perbuatan, number), `${alamat}#${anchor(number)}`, soal, resolve, baris.length > 1)),
    ...createLangkah(perbuatan, nilai),
    create("p", { class: "cek__kaki" }, [
      create("a", { href: alamat }, ["Halaman lengkap dan sumbernya"]), " ",
      create("button", { type: "button", class: "cek__lepas", "data-lepas": perbuatan.id, "aria-label": `Hapus jawaban: ${tanya}` }, ["Hapus"]),
    ]),
  ]);
}

const word = (aturan, nilai) => aturan.nilai.find(({ id }) => id === nilai).nama;

const anchor = (number) => (number === SELEBIHNYA ? "jawaban-selebihnya" : `jawaban-${number + 1}`);

/** Say for whom, when and where an answer holds; `instead` takes the place of the day it holds for. */
function subject(aturan, { peran, tahap, wilayah, tanggal_teks: hari }, instead) {
  const name = (list, id) => list.find((row) => row.id === id).nama;
  const where = wilayah ? name(aturan.wilayah, wilayah) : "seluruh Indonesia";
  return `${name(aturan.peran, peran)}; ${lower(name(aturan.tahap, tahap))}; ${where}. ${instead ? `Ditanyakan untuk ${hari}.${instead}` : `Berlaku per ${hari}.`}`;
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
      ...createRinci("Sanksi", sanksi.map(({ nama, penjatuh }) => [nama, penjatuh ? create("small", {}, [` (dijatuhkan: ${penjatuh.replace(/\.$/, "")})`]) : ""])),
      ...createRinci("Catatan", row.catatan ? [[row.catatan]] : []),
      ...createRinci("Asal", [[create("a", { href, class: "cek__asal" }, ["baris yang menjawab"])]]),
    ]),
    ...(young.length ? [create("p", { class: "pengganti" }, [
      `Pada ${hari} dasar ini belum ada: ${young.map(({ sebutan }) => sebutan).join("; ")}. Jawaban di atas memakai aturan sekarang; waktu itu dapat berbeda.`,
    ])] : []),
  ];
}

/** The verdicts that differ, each with what it differs for: "Dilarang pada tahap kampanye, masa tenang". */
function createOthers(aturan, others, lead, tail = "") {
  const kinds = [...new Set(others.map(([, nilai]) => nilai))];
  const names = (nilai) => others.filter(([, other]) => other === nilai).map(([name]) => name).join(", ");
  return kinds.length ? [create("p", { class: "cek__lain" }, [
    ...kinds.flatMap((nilai, n) => [n ? "; " : "", createBadge(nilai, word(aturan, nilai)), ` ${lead} ${names(nilai)}`]), tail,
  ])] : [];
}

const createLain = (aturan, lain) => createOthers(aturan, lain.map(([tahap, nilai]) => [tahap.toLowerCase(), nilai]), "pada tahap", ".");

const createStatus = (aturan, status) => createOthers(aturan, status, "bila Anda", ". Bila lebih ketat, ikuti yang lebih ketat.");

function createLangkah(perbuatan, nilai) {
  if (nilai === "boleh" || !perbuatan.telanjur?.length) return [];
  return [create("details", { class: "cek__telanjur" }, [
    create("summary", {}, ["Bila sudah telanjur"]), createList("ol", perbuatan.telanjur),
    create("p", { class: "catatan" }, ["Langkah ini saran redaksi, bukan bunyi peraturan."]),
  ])];
}

/** A name with its items, each some nodes, one after the other. */
const createRinci = (name, items) =>
  items.length ? [create("div", {}, [create("dt", {}, [name]), create("dd", {}, items.flatMap((parts, n) => [n ? "; " : "", ...parts]))])] : [];

const createList = (tag, texts) => create(tag, {}, texts.map((text) => create("li", {}, [text])));

const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
