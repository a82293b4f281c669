/** A file that cannot be had is said, never shown as an empty or shortened list; asking again tries again. */

import assert from "node:assert/strict";
import test from "node:test";
import { GagalMuat, bukaIndeks, cari } from "./modul.mjs";
import { situs } from "./situs.mjs";

const KUERI = "boleh like postingan calon";
const GALAT = {
  "HTTP 404": ["http", () => new Response("", { status: 404 })],
  "HTTP 503": ["http", () => new Response("", { status: 503 })],
  "no network": ["jaringan", () => Promise.reject(new TypeError("fetch failed"))],
  "a body that breaks off": ["jaringan", () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError("terputus")) }))],
  "a truncated file": ["sidik", async (_, __, data) => new Response((await data()).subarray(0, -9))],
  "another file of the same size": ["sidik", async (_, __, data) => new Response(Buffer.from((await data()).map((b) => b ^ 1)))],
  "a page instead of a file": ["sidik", () => new Response("<!doctype html><title>404</title>")],
  "no answer in time": ["waktu", (_, { signal }) => new Promise((_beri, tolak) => signal.addEventListener("abort", () => tolak(signal.reason)))],
};

for (const jenis of ["impak", "rekaman", "kosakata", "posisi"]) {
  const kueri = { kosakata: "kampnaye", posisi: '"surat tugas"' }[jenis] ?? KUERI;
  for (const [nama, [sebab, ubah]] of Object.entries(GALAT)) {
    test(`${jenis}: ${nama}, then a retry`, async () => {
      let rusak = true;
      const { fetch } = situs((berkas, ...sisa) => (rusak && berkas.includes(`/${jenis}-`) ? ubah(berkas, ...sisa) : undefined));
      const indeks = await bukaIndeks("/buku", { fetch, waktu: 50 });
      await assert.rejects(cari(indeks, kueri), (galat) => {
        assert.ok(galat instanceof GagalMuat);
        assert.equal(galat.sebab, sebab);
        assert.match(galat.berkas, new RegExp(`^cari/${jenis}-[0-9a-f]{16}\\.json$`));
        return true;
      });
      rusak = false;
      assert.ok((await cari(indeks, kueri)).hasil.length > 0);
    });
  }
}

for (const [nama, sebab, ubah] of [
  ["HTTP 404", "http", () => new Response("", { status: 404 })],
  ["no JSON", "isi", () => new Response("<!doctype html>")],
  ["broken UTF-8", "isi", () => new Response(new Uint8Array([0x22, 0xff, 0x22]))],
  ["another schema", "isi", () => new Response('{"skema":99}')],
  ["null", "isi", () => new Response("null")],
]) {
  test(`manifest: ${nama}, then a retry`, async () => {
    let rusak = true;
    const { fetch } = situs((berkas) => (rusak && berkas === "cari/manifes.json" ? ubah() : undefined));
    await assert.rejects(bukaIndeks("/buku/", { fetch }), { name: "GagalMuat", berkas: "cari/manifes.json", sebab });
    rusak = false;
    await bukaIndeks("/buku/", { fetch });
  });
}

test("the manifest is fetched fresh, shards once", async () => {
  const cache = [];
  const { fetch, diminta } = situs((berkas, minta) => void cache.push([berkas, minta.cache]));
  const indeks = await bukaIndeks("/buku/", { fetch });
  await Promise.all([cari(indeks, KUERI), cari(indeks, KUERI)]);
  await cari(indeks, KUERI);
  assert.deepEqual(cache[0], ["cari/manifes.json", "no-cache"]);
  assert.equal(new Set(diminta).size, diminta.length);
});

test("without digests, as on plain http, the size is checked", async (t) => {
  const asli = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  t.after(() => Object.defineProperty(globalThis, "crypto", asli));
  assert.ok((await cari(await bukaIndeks("/buku/", situs()), KUERI)).hasil.length > 0);
  const { fetch } = situs(async (berkas, _, data) => (berkas.includes("/impak-") ? new Response((await data()).subarray(1)) : undefined));
  await assert.rejects(cari(await bukaIndeks("/buku/", { fetch }), KUERI), { sebab: "sidik" });
});

test("an abandoned keystroke stops its downloads and rejects with the signal's reason", async () => {
  const henti = [];
  const macet = (berkas, { signal }) =>
    berkas.includes("/impak-") ? new Promise((_, tolak) => signal.addEventListener("abort", () => (henti.push(berkas), tolak(signal.reason)))) : undefined;
  const indeks = await bukaIndeks("/buku/", situs(macet));
  const tombol = new AbortController();
  const lama = cari(indeks, "boleh", { signal: tombol.signal });
  setTimeout(() => tombol.abort(new Error("usang")), 20);
  await assert.rejects(lama, /usang/);
  await new Promise((beri) => setTimeout(beri, 20));
  assert.ok(henti.length > 0);
  await assert.rejects(cari(indeks, "boleh", { signal: AbortSignal.abort(new Error("sudah usang")) }), /sudah usang/);
});

test("a download that another query waits for goes on when one gives up", async () => {
  let lepas;
  const gerbang = new Promise((beri) => (lepas = beri));
  const { fetch, diminta } = situs(async (berkas) => (berkas.includes("/impak-") ? void (await gerbang) : undefined));
  const indeks = await bukaIndeks("/buku/", { fetch });
  const tombol = new AbortController();
  const lama = cari(indeks, "kampanye", { signal: tombol.signal });
  const baru = cari(indeks, "kampanye", { signal: new AbortController().signal });
  await new Promise((beri) => setTimeout(beri, 10));
  tombol.abort(new Error("usang"));
  lepas();
  await assert.rejects(lama, /usang/);
  assert.ok((await baru).hasil.length > 0);
  assert.equal(new Set(diminta).size, diminta.length);
});
