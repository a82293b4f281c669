/** Keluar: leave at once. The page empties itself first, so that neither the screen nor Back shows what was asked. */

// The weather office: a site anyone might have open, and no party's.
const AWAY = "https://www.bmkg.go.id/";

/** Empty the page, then replace it in the history; without a network there is nothing to go to, so it stays blank. */
export function leave(go = (url) => location.replace(url), online = navigator.onLine) {
  document.title = "Cuaca";
  document.body.replaceChildren();
  go(online ? AWAY : "about:blank");
}
