/**
 * Pasang: install the service worker once the page is there, and say when the site has a newer version than this page.
 */
import { announce } from "./pita.js";

const { akar, terbitan: versi, simpanan, luring } = document.body.dataset;
const root = new URL(akar, location.href);
const JAM = 3_600_000; // a page left open asks for a new version at most this often, in milliseconds

/** Ask a worker for its version. */
const versionOf = (worker) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  worker.postMessage({ jenis: "versi" }, [port2]);
});

/** A new worker stands ready. It takes over in silence where this page is already new; otherwise the reader decides. */
async function welcome(worker) {
  if ((await versionOf(worker)) === versi) return worker.postMessage({ jenis: "ambil-alih" });
  announce("Versi baru tersedia.", "Muat ulang", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    worker.postMessage({ jenis: "ambil-alih" });
  });
}

function follow(registration) {
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active) welcome(worker);
    if (worker.state === "activated") worker.postMessage({ jenis: "terbuka" });
  });
  if (registration.waiting && registration.active) welcome(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < JAM) return;
    asked = Date.now();
    registration.update().catch(() => {}); // no network: the next time will do
  });
}

function install() {
  const { serviceWorker } = navigator;
  // A worker that has rested asks its pages what they are.
  serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data?.jenis === "versi") ports[0].postMessage({ versi, luring: simpanan !== undefined });
  });
  serviceWorker.startMessages();
  // Whoever leaves in a hurry leaves no list of pages behind; before the page empties itself.
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-keluar]")) serviceWorker.controller?.postMessage({ jenis: "lupakan" });
  }, { capture: true });
  const register = () => serviceWorker.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" })
    .then((registration) => registration && follow(registration), () => {}); // forbidden here (a private window, a policy): the site works without
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}

if (luring !== undefined && navigator.serviceWorker) install();
if (simpanan !== undefined) addEventListener("online", () => announce("Sambungan sudah ada.", "Muat versi terbaru", () => location.reload()));
for (const element of document.querySelectorAll("[data-simpan]")) {
  import("./simpan.js").then(({ offer }) => offer(element, root));
}
