/** Situs: what every page loads once it stands there. */
import "./luring/umur.js";
import "./luring/pasang.js";
import "./search/dialog.js";

// Only pages that can be passed on load this.
if (document.querySelector("[data-bagikan]")) import("./bagikan/bagikan.js");
