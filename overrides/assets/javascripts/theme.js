// Light or dark: the reader's choice before the system's. Runs before the first paint, so nothing flashes.
(() => {
  // As in ingatan.js, which comes too late for the first paint: this file lies two folders below the site's root.
  const KEY = `netralitas:${new URL("../../", document.currentScript.src).pathname}:tema`;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    // Storage can be forbidden; then the system's choice holds.
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  const remember = (theme) => {
    try { localStorage.setItem(KEY, theme); } catch { /* the choice lasts for this page only */ }
  };
  const now = () => root.dataset.tema ?? (system.matches ? "gelap" : "terang");
  const chosen = stored();
  if (chosen === "gelap" || chosen === "terang") root.dataset.tema = chosen;
  root.dataset.js = "";

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-tema-tombol]");
    const text = button.querySelector("[data-tema-teks]");
    const tell = () => { text.textContent = now() === "gelap" ? "Tampilan terang" : "Tampilan gelap"; };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.tema = now() === "gelap" ? "terang" : "gelap";
      remember(root.dataset.tema);
      tell();
    });
    tell();

    // Wide screens have room for the table of contents; narrow ones keep it folded.
    const contents = document.querySelector("[data-daftar-isi]");
    const wide = matchMedia("(min-width: 70rem)");
    const fold = () => { contents.open = wide.matches; };
    if (contents) { fold(); wide.addEventListener("change", fold); }
  });
})();
