/** Pita: the strip at the screen's foot that says one thing and offers one button. */

/**
 * Show it; a screen reader is told too, since the strip is a live region that stood there empty.
 * @param {string} text what is the case
 * @param {string} name of the button
 * @param {() => void} act what the button does
 */
export function announce(text, name, act) {
  const strip = document.querySelector("[data-pita]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tombol";
  button.textContent = name;
  button.addEventListener("click", act);
  strip.replaceChildren(text, " ", button);
}
