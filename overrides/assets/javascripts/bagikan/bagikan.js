/** Bagikan: pass an answer on with what the device has for it, and tell a reader who comes from a card what changed since. */
import { tidings } from "./kartu.js";

/** Give a button that does something and says so. */
function button(name, done, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  made.addEventListener("click", async () => {
    try {
      await act();
      made.textContent = done;
    } catch (fault) {
      if (fault.name !== "AbortError") made.textContent = "Tidak berhasil; pakai tautan di sebelah";
    }
  });
  return made;
}

const line = document.querySelector("[data-bagikan]");
const text = line.dataset.bagikan;
const told = tidings(location.hash, line.dataset.keadaan);
if (told) {
  const note = document.createElement("p");
  note.className = "kabar-kartu";
  note.setAttribute("role", "status");
  document.querySelector("main").prepend(note);
  note.textContent = told;
}
if (navigator.share) line.append(" ", button("lainnya…", "lainnya…", () => navigator.share({ text })));
else if (navigator.clipboard) line.append(" ", button("salin teks", "tersalin", () => navigator.clipboard.writeText(text)));
