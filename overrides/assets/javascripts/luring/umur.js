/**
 * Umur: how old is what the reader sees. A kept page says of which day it is, and is withheld when it is too old; a page
 * whose review is overdue says so on the day itself, without a new build.
 */
import "./nama.js";
import { daysBetween, today, written } from "../waktu.js";

const { tua: TUA, usang: USANG } = globalThis.batasLuring;

/** Say that this page is a kept one, and how old. */
function tellKept(main, disusun) {
  const age = daysBetween(disusun, today());
  const note = create("div", "simpanan", `Anda membaca simpanan per ${written(disusun)}.`);
  note.dataset.umur = age > USANG ? "usang" : age > TUA ? "tua" : "baru";
  if (age > TUA) {
    note.append(create("p", "", age > USANG
      ? `Umurnya ${age} hari, terlalu tua untuk dijadikan pegangan, jadi isinya tidak ditampilkan. Sambungkan perangkat, lalu muat ulang.`
      : `Umurnya ${age} hari. Aturan dapat berubah; cocokkan dulu bila sambungan sudah ada.`));
  }
  if (age > USANG) for (const child of main.children) child.hidden = true;
  main.prepend(note);
}

/** Say that the day by which this page had to be looked through again has passed. */
function tellOverdue(main, day) {
  if (today() <= day) return;
  const note = create("div", "terlambat", `Lewat tenggat tinjau: halaman ini seharusnya dicocokkan lagi paling lambat ${written(day)}. `);
  note.append("Isinya mungkin ketinggalan; cocokkan dulu dengan naskah resminya.");
  main.querySelector(".judul")?.after(note);
}

function create(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = text;
  return element;
}

const main = document.querySelector("main");
const { simpanan, disusun } = document.body.dataset;
const due = main.querySelector("[data-tinjau-sebelum]");
if (due) tellOverdue(main, due.dataset.tinjauSebelum);
if (simpanan !== undefined) tellKept(main, disusun);
