/**
 * Kartu: the answer card that leads the results when the query meets an act.
 */
import { create, createBadge } from "./elements.js";

/**
 * Create the card as the first option of the list.
 * @param {{tanya: string, putusan: string[], ringkas: string, siapa: string, dasar: string, sanksi: string}} kartu
 * @param {string} href address of the act's page
 * @param {import("./elements.js").Labels} labels
 * @param {boolean} own whether it answers the role that the reader asked this device to keep
 * @returns {HTMLAnchorElement}
 */
export function createKartu(kartu, href, labels, own) {
  const details = [["Bagi", kartu.siapa], ["Dasar", kartu.dasar], ["Sanksi", kartu.sanksi]].filter(([, text]) => text);
  return create("a", { class: "cari__kartu", href, role: "option" }, [
    create("span", { class: "cari__kartu-putusan" }, kartu.putusan.map((putusan, n) => createBadge(putusan, labels.putusan[putusan], n === 0))),
    create("strong", {}, [kartu.tanya]),
    create("span", { class: "cari__kartu-ringkas" }, [kartu.ringkas]),
    ...details.map(([name, text]) => create("span", { class: "cari__kartu-rinci" }, [create("b", {}, [`${name}: `]), text])),
    ...(own ? [create("small", {}, ["Menurut peran yang Anda simpan di Cek perbuatan."])] : []),
  ]);
}
