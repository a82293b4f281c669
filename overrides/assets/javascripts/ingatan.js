/** Ingatan: what this device keeps for this site, under names of the site's own: its neighbours on the same origin share the store. */

const key = (name) => `netralitas:${new URL(document.body.dataset.akar, location.href).pathname}:${name}`;

/** Give what is kept under a name, or null; also where keeping is forbidden. */
export function kept(name) {
  try { return localStorage.getItem(key(name)); } catch { return null; }
}

/** Keep a text, or forget it (null). @returns {boolean} whether the device obeyed */
export function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), text);
    return true;
  } catch {
    return false;
  }
}
