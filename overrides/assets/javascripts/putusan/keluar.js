/** Keluar: leave at once. The page empties itself first, so that neither the screen nor Back shows what was asked. */

// The weather office: a site anyone might have open, and no party's.
const AWAY = "https://www.bmkg.go.id/";
const PAUSE = 800; // milliseconds between two presses that belong together

/** Empty the page, then replace it in the history; without a network there is nothing to go to, so it stays blank. */
export function leave(go = (url) => location.replace(url), online = navigator.onLine) {
  document.title = "Cuaca";
  document.body.replaceChildren();
  go(online ? AWAY : "about:blank");
}

/** Call back when Escape is pressed twice; once closes what is open, as everywhere. */
export function onTwoEscapes(call) {
  let last = -PAUSE;
  addEventListener("keydown", ({ key, timeStamp }) => {
    if (key !== "Escape") return;
    if (timeStamp - last < PAUSE) call();
    last = timeStamp;
  });
}
