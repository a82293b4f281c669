/** Waktu: days, as the whole site reckons and writes them. A day is text: "2024-09-12". */

/** Give the day it is in Jakarta. */
export const today = (now = new Date()) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(now);

/** Count the days from one day to a later one. */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Write a day for readers: "12 September 2024". */
export const written = (day) => new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
