/**
 * Saya: what the reader asked this device to keep of themselves: role and region, nothing else, and nothing unasked.
 */

const KEY = "netralitas:saya";

/** Give the role and region the reader asked to keep, or null. */
export function remembered() {
  try {
    const { peran = null, wilayah = null } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    return peran || wilayah ? { peran, wilayah } : null;
  } catch {
    return null; // storage forbidden, or not ours
  }
}

/** Keep role and region, or forget them. @returns {boolean} whether the device obeyed */
export function remember(saya) {
  try {
    if (saya) localStorage.setItem(KEY, JSON.stringify({ peran: saya.peran, wilayah: saya.wilayah }));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
