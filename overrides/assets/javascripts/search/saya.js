/**
 * Saya: what the reader asked this device to keep of themselves: role and region, nothing else, and nothing unasked.
 */
import { keep, kept } from "../ingatan.js";

/** Give the role and region the reader asked to keep, or null. */
export function remembered() {
  try {
    const { peran, wilayah } = JSON.parse(kept("saya")) ?? {};
    const saya = { peran: text(peran), wilayah: text(wilayah) };
    return saya.peran || saya.wilayah ? saya : null;
  } catch {
    return null; // not ours
  }
}

/** Keep role and region, or forget them. @returns {boolean} whether the device obeyed */
export const remember = (saya) => keep("saya", saya && JSON.stringify({ peran: saya.peran, wilayah: saya.wilayah }));

const text = (value) => (typeof value === "string" ? value : null);
