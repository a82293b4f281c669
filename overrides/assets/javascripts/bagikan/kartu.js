/**
 * Kartu: what has become of an answer since somebody made a card of it. The card's address names its state in the fragment.
 *
 * A picture can be forged and sent with a true address: the page speaks of its own answer alone, and never vouches for a picture.
 */
import { written } from "../waktu.js";

const STATE = /^(\d{4}-\d{2}-\d{2})-([0-9a-f]{8})$/;
const MARK = "#kartu-";
const PICTURE = "Gambar dapat dipalsukan: pegang jawaban di halaman ini.";

/**
 * Tell it in a sentence or two; "" for an address that names no state.
 * `hash` is the page's fragment ("#kartu-2026-05-01-1a2b3c4d"), `now` the state of the page ("2026-11-02-1a2b3c4d").
 */
export function tidings(hash, now) {
  const [, then, version] = STATE.exec(hash.startsWith(MARK) ? hash.slice(MARK.length) : "") ?? [];
  const [, checked, current] = STATE.exec(now);
  if (!then || Number.isNaN(Date.parse(then))) return "";
  const card = `Menurut tautannya, kartu Anda dari ${written(then)}`;
  if (then > checked) return `${card}, lebih baru daripada halaman ini. Muat ulang bila sambungan sudah ada.`;
  if (version !== current) return `${card}. Isi halaman ini sudah berubah sejak itu: pakai jawaban di bawah, yang ditinjau ${written(checked)}.`;
  if (then < checked) return `${card}. Jawaban di halaman ini ditinjau ulang ${written(checked)} dan tidak berubah sejak itu. ${PICTURE}`;
  return `${card}. Jawaban di halaman ini belum berubah sejak itu. ${PICTURE}`;
}
