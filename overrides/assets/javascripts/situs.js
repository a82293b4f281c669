/** Situs: what every page loads once it stands there. */
import "./luring/umur.js";
import "./luring/pasang.js";
import "./search/dialog.js";
