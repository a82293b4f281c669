/**
 * Kartu: the answer card that leads the results when the query meets an act.
 */
import { buat, lencana } from "./unsur.js";

/**
 * Make the card as the first option of the list.
 * @param {{tanya: string, putusan: string[], ringkas: string, siapa: string, dasar: string, sanksi: string}} kartu
 * @param {string} alamat address of the act's page
 * @param {import("./unsur.js").Kata} kata
 * @returns {HTMLAnchorElement}
 */
export function unsurKartu(kartu, alamat, kata) {
  const rinci = [["Bagi", kartu.siapa], ["Dasar", kartu.dasar], ["Sanksi", kartu.sanksi]].filter(([, isi]) => isi);
  return buat("a", { class: "cari__kartu", href: alamat, role: "option" }, [
    buat("span", { class: "cari__kartu-putusan" }, kartu.putusan.map((nilai, n) => lencana(nilai, kata, n === 0))),
    buat("strong", {}, [kartu.tanya]),
    buat("span", { class: "cari__kartu-ringkas" }, [kartu.ringkas]),
    ...rinci.map(([nama, isi]) => buat("span", { class: "cari__kartu-rinci" }, [buat("b", {}, [`${nama}: `]), isi])),
  ]);
}
