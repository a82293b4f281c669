/** A file that cannot be had is said, never shown as an empty or shortened list; asking again tries again. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { LoadFailed, golden, openIndex, search } from "./client.mjs";
import { site } from "./site.mjs";

/** Another shard than the one asked for, of the same kind if there is one. */
async function other(file) {
  const folder = new URL("situs/cari/", golden);
  const shards = (await readdir(folder)).filter((name) => name.endsWith(".bin") && !file.endsWith(name));
  return new URL(shards.find((name) => file.includes(`/${name.split("-")[0]}-`)) ?? shards[0], folder);
}

const KUERI = "boleh like postingan calon";
const FAULTS = {
  "HTTP 404": ["http", () => new Response("", { status: 404 })],
  "HTTP 503": ["http", () => new Response("", { status: 503 })],
  "no network": ["network", () => Promise.reject(new TypeError("fetch failed"))],
  "a body that breaks off": ["network", () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError("terminated")) }))],
  "a truncated file": ["digest", async (_, __, data) => new Response((await data()).subarray(0, -9))],
  "another file of the same size": ["digest", async (_, __, data) => new Response(Buffer.from((await data()).map((b) => b ^ 1)))],
  "a whole shard of another release": ["digest", async (file) => new Response(await readFile(await other(file)))],
  "a page instead of a file": ["digest", () => new Response("<!doctype html><title>404</title>")],
  "no answer in time": ["timeout", (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)))],
};

for (const jenis of ["impak", "rekaman", "kosakata", "posisi"]) {
  const kueri = { kosakata: "kampnaye", posisi: '"surat tugas"' }[jenis] ?? KUERI;
  for (const [name, [reason, spoil]] of Object.entries(FAULTS)) {
    test(`${jenis}: ${name}, then a retry`, async () => {
      let broken = true;
      const { fetch } = site((file, ...rest) => (broken && file.includes(`/${jenis}-`) ? spoil(file, ...rest) : undefined));
      const indeks = await openIndex("/buku", { fetch, timeout: 50 });
      await assert.rejects(search(indeks, kueri), (error) => {
        assert.ok(error instanceof LoadFailed);
        assert.equal(error.reason, reason);
        assert.match(error.file, new RegExp(`^cari/${jenis}-[0-9a-f]{10}-[0-9]+\\.bin$`));
        return true;
      });
      broken = false;
      assert.ok((await search(indeks, kueri)).hasil.length > 0);
    });
  }
}

for (const [name, reason, spoil] of [
  ["HTTP 404", "http", () => new Response("", { status: 404 })],
  ["no JSON", "content", () => new Response("<!doctype html>")],
  ["broken UTF-8", "content", () => new Response(new Uint8Array([0x22, 0xff, 0x22]))],
  ["another schema", "content", () => new Response('{"skema":99}')],
  ["null", "content", () => new Response("null")],
]) {
  test(`manifest: ${name}, then a retry`, async () => {
    let broken = true;
    const { fetch } = site((file) => (broken && file === "cari/manifes.json" ? spoil() : undefined));
    await assert.rejects(openIndex("/buku/", { fetch }), { name: "LoadFailed", file: "cari/manifes.json", reason });
    broken = false;
    await openIndex("/buku/", { fetch });
  });
}

test("the manifest is fetched fresh, shards once", async () => {
  const caches = [];
  const { fetch, asked } = site((file, request) => void caches.push([file, request.cache]));
  const indeks = await openIndex("/buku/", { fetch });
  await Promise.all([search(indeks, KUERI), search(indeks, KUERI)]);
  await search(indeks, KUERI);
  assert.deepEqual(caches[0], ["cari/manifes.json", "no-cache"]);
  assert.equal(new Set(asked).size, asked.length);
});

test("without digests, as on plain http, the size is checked", async (t) => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  t.after(() => Object.defineProperty(globalThis, "crypto", original));
  assert.ok((await search(await openIndex("/buku/", site()), KUERI)).hasil.length > 0);
  const { fetch } = site(async (file, _, data) => (file.includes("/impak-") ? new Response((await data()).subarray(1)) : undefined));
  await assert.rejects(search(await openIndex("/buku/", { fetch }), KUERI), { reason: "digest" });
});

test("an abandoned keystroke stops its downloads and rejects with the signal's reason", async () => {
  const stopped = [];
  const stall = (file, { signal }) =>
    file.includes("/impak-")
      ? new Promise((_, reject) => signal.addEventListener("abort", () => (stopped.push(file), reject(signal.reason))))
      : undefined;
  const indeks = await openIndex("/buku/", site(stall));
  const key = new AbortController();
  const old = search(indeks, "boleh", { signal: key.signal });
  setTimeout(() => key.abort(new Error("stale")), 20);
  await assert.rejects(old, /stale/);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(stopped.length > 0);
  await assert.rejects(search(indeks, "boleh", { signal: AbortSignal.abort(new Error("stale before")) }), /stale before/);
});

test("a download that another query waits for goes on when one gives up", async () => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const { fetch, asked } = site(async (file) => (file.includes("/impak-") ? void (await gate) : undefined));
  const indeks = await openIndex("/buku/", { fetch });
  const key = new AbortController();
  const old = search(indeks, "kampanye", { signal: key.signal });
  const fresh = search(indeks, "kampanye", { signal: new AbortController().signal });
  await new Promise((resolve) => setTimeout(resolve, 10));
  key.abort(new Error("stale"));
  release();
  await assert.rejects(old, /stale/);
  assert.ok((await fresh).hasil.length > 0);
  assert.equal(new Set(asked).size, asked.length);
});

test("a small index is answered from the manifest alone", async () => {
  const folder = new URL("situs/cari/", golden);
  const { sidik: _, ...isi } = JSON.parse(await readFile(new URL("manifes.json", folder), "utf8"));
  const shards = (await readdir(folder)).filter((name) => name.endsWith(".bin"));
  isi.sisipan = Object.fromEntries(await Promise.all(shards.map(async (name) => [name, await readFile(new URL(name, folder), "base64")])));
  const sidik = createHash("sha256").update(JSON.stringify(isi)).digest("hex").slice(0, 16);
  const { fetch, asked } = site((file) => (file === "cari/manifes.json" ? new Response(JSON.stringify({ sidik, ...isi })) : undefined));
  const indeks = await openIndex("/buku/", { fetch });
  const jawaban = await search(indeks, KUERI);
  assert.deepEqual(asked, ["cari/manifes.json"]);
  assert.deepEqual(JSON.stringify(jawaban), JSON.stringify(await search(await openIndex("/buku/", site()), KUERI)));
});

test("a key that is followed by another one at once asks for no file", async () => {
  const { fetch, asked } = site();
  const indeks = await openIndex("/buku/", { fetch });
  const key = new AbortController();
  const old = search(indeks, "kamp", { typing: true, signal: key.signal });
  setTimeout(() => key.abort(new Error("stale")), 20);
  await assert.rejects(old, /stale/);
  assert.deepEqual(asked, ["cari/manifes.json"]);
  assert.ok((await search(indeks, "kampanye", { typing: true, signal: new AbortController().signal })).hasil.length > 0);
});
