/** Records: what is shown of a section, out of a shard of JSON whose shape is checked. See `_record` of export.py. */

/**
 * A shard of records: of pages in a row, url, title, status, replacement and so many of their sections.
 * @param {import("./packing.js").Bytes} bytes
 */
export function decodeRecords(bytes) {
  const isi = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.streams(1)[0].rest()));
  if (!isList(isi, isPage)) throw new TypeError("not a shard of records");
  return isi;
}

const isText = (satu) => typeof satu === "string";
const isList = (satu, sound) => Array.isArray(satu) && satu.every(sound);
const isHead = ([judul, status, pengganti]) =>
  isText(judul) && (status === null || isText(status)) && (pengganti === null || (isList(pengganti, isText) && pengganti.length === 2));
const isPage = (satu) => Array.isArray(satu) && isText(satu[0]) && isHead(satu.slice(1)) && isList(satu[4], isSection) && satu.length === 5;

/** Anchor, heading and text; rarely a card, and what the section's page is called and stands for there. */
function isSection(satu) {
  if (!Array.isArray(satu) || satu.length < 3) return false;
  const [kartu = null, sendiri = null] = satu.slice(3);
  return satu.slice(0, 3).every(isText) && (kartu === null || isCard(kartu)) && (sendiri === null || (Array.isArray(sendiri) && isHead(sendiri)));
}

const CARD = ["ringkas", "siapa", "dasar", "sanksi"];
const isAnswer = (satu, kunci) => [...CARD, kunci].every((nama) => isText(satu?.[nama])) && isList(satu.putusan, isText);
const isCard = (satu) =>
  isAnswer(satu, "tanya") && isList(satu.peran, (milik) => isAnswer(milik, "jangkar") && isList(milik.peran, isText));
