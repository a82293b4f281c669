/**
 * A folder served as GitHub Pages does over a slow phone's line: HTTP/2, gzip for text only, ten minutes of cache,
 * 150 ms for every answer to begin and 1.6 Mbit/s that all answers share. Prints its address, then answers each line it
 * reads with one of its own: `log` gives and empties the list of what was asked ([{path, bytes, asked, done}], times in
 * ms), `fast` and `slow` take the line's limits off and on. Ends with its input.
 *
 *   node server.mjs FOLDER KEY CERTIFICATE
 */

import { readFile } from "node:fs/promises";
import { createSecureServer } from "node:http2";
import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";

const [folder, key, cert] = process.argv.slice(2);
const DELAY = 150; // ms until an answer begins
const RATE = 200; // bytes in a ms: 1.6 Mbit/s
const CHUNK = 2_000;
const TEXT = { html: "text/html", js: "application/javascript", mjs: "application/javascript", json: "application/json", css: "text/css" };
const KINDS = { ...TEXT, wasm: "application/wasm" };

let log = [];
let slow = true;
const line = []; // answers on their way: {stream, body, sent, done}
let free = 0; // when the line can take the next bytes
let running = false;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const packed = new Map();

async function answer(stream, headers) {
  const path = headers[":path"].split("?")[0];
  const entry = { path, bytes: 0, asked: performance.now(), done: null };
  log.push(entry);
  if (slow) await sleep(DELAY);
  const kind = path.endsWith("/") ? "html" : path.split(".").pop();
  const file = join(folder, normalize(path), path.endsWith("/") ? "index.html" : "");
  const data = await readFile(file).catch(() => null);
  const status = data ? 200 : 404;
  const zipped = data !== null && kind in TEXT;
  if (zipped && !packed.has(file)) packed.set(file, gzipSync(data, { level: 6 }));
  const body = data === null ? Buffer.from("404") : zipped ? packed.get(file) : data;
  if (stream.destroyed) return;
  stream.respond({
    ":status": status,
    "content-type": KINDS[kind] ?? "application/octet-stream",
    "cache-control": "max-age=600",
    ...(zipped ? { "content-encoding": "gzip" } : {}),
  });
  line.push({ stream, body, sent: 0, entry });
  run();
}

/** Send a piece of each answer in turn, no faster than the line. */
async function run() {
  if (running) return;
  running = true;
  while (line.length) {
    const item = line.shift();
    if (item.stream.destroyed) continue; // given up by the browser
    const piece = item.body.subarray(item.sent, item.sent + (slow ? CHUNK : item.body.length));
    free = Math.max(free, performance.now()) + (slow ? piece.length / RATE : 0);
    while (slow && performance.now() < free) await sleep(Math.max(0, free - performance.now()));
    item.sent += piece.length;
    item.entry.bytes += piece.length;
    if (item.sent < item.body.length) line.push((item.stream.write(piece), item));
    else item.stream.end(piece), (item.entry.done = performance.now());
  }
  running = false;
}

const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) });
server.on("stream", (stream, headers) => {
  stream.on("error", () => {}); // the browser gave the request up
  answer(stream, headers);
});
createInterface({ input: process.stdin })
  .on("line", (command) => {
    if (command !== "log") slow = command === "slow";
    console.log(JSON.stringify(log));
    log = [];
  })
  .on("close", () => process.exit());
server.listen(0, "127.0.0.1", () => console.log(`https://127.0.0.1:${server.address().port}/`));
