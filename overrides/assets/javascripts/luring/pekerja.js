/**
 * Pekerja: the service worker's rules, on Workbox. `sw.js`, which the build writes, gives LURING and loads the library.
 *
 * Online nothing is answered from a cache: pages are asked of the server past the browser's own cache, their files come as
 * without a worker. Only when the network fails, or lets a page wait, something kept answers; such a page gets the attribute
 * `data-simpanan`, by which it says its age. A page is given no file of another version than its own: what cannot be had
 * in that version fails. Only this site's own path is touched, and only caches with its name.
 *
 * Neighbours on this origin can write into these caches. What is kept is checked by its digest before it is given: the worker's
 * own files by its script, which nobody else can write; those of a set by the set's list, so that who forges list and files
 * alike still passes, as whoever shares an origin always can. Opened pages, a day old at most, have nothing to be checked by.
 * A page is not given without the scripts by which it says its age: old law must not look fresh because a file was spoiled.
 */
/* global LURING, batasLuring, cocokLuring, namaLuring, tandaLuring, workbox, clients */
const AKAR = new URL("./", self.location.href);
const NAMA = namaLuring(AKAR);
const DIBUKA = NAMA.dibuka + LURING.versi;
const TUNGGU = 4; // seconds a page may take before a kept one is shown
const PALING_BANYAK = 20; // opened pages
const HARI = 24 * 3600 * 1000; // milliseconds; an opened page is kept for one day

const { NetworkFirst } = workbox.strategies;
const kerangka = new workbox.precaching.PrecacheController({
  cacheName: NAMA.kerangka,
  // What the browser fetched for the page a moment ago is only confirmed (304), not loaded again.
  plugins: [{ requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) }],
});
kerangka.addToCacheList(LURING.kerangka.map(([path, sidik]) =>
  ({ url: new URL(path, AKAR).href, revision: sidik, integrity: `sha256-${sidik}` })));

self.addEventListener("install", (event) => kerangka.install(event));
self.addEventListener("activate", (event) => {
  kerangka.activate(event);
  event.waitUntil(dropOld());
});
self.addEventListener("message", (event) => {
  const { jenis } = event.data ?? {};
  if (jenis === "versi") event.ports[0]?.postMessage(LURING.versi);
  if (jenis === "ambil-alih") event.waitUntil(self.skipWaiting());
  if (jenis === "lupakan") event.waitUntil(caches.delete(DIBUKA));
  if (jenis === "terbuka") event.waitUntil(keepFirst(event.source));
});

/** Drop pages opened under an older version, and sets whose saving was broken off. */
async function dropOld() {
  const whole = new Set((await sets()).map(({ nama }) => nama));
  for (const nama of await caches.keys()) {
    const old = nama.startsWith(NAMA.dibuka) && nama !== DIBUKA;
    const torn = nama.startsWith(NAMA.simpanan) && nama !== NAMA.simpanan + LURING.versi && !whole.has(nama);
    if (old || torn) await caches.delete(nama);
  }
}

// --- Which page asks ---

/** Pages by client id: whether they came from what is kept, and (a promise of) their version. */
const pages = new Map();

/** Know the page behind a request; after a rest of the worker, ask it. Null when it does not say. */
async function know(id) {
  return pages.get(id) ?? within(ask(id), null);
}

async function ask(id) {
  const client = id ? await clients.get(id) : null;
  if (!client) return null;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  client.postMessage({ jenis: "versi" }, [port2]);
  return answer;
}

/** Wait a second at most: a worker that is just being replaced gets no answer about its clients, and a page must not wait for that. */
const within = (promise, otherwise) => Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve(otherwise), 1000))]);

/** Tell whether any page of this site is open. */
const isOpen = async () =>
  (await clients.matchAll({ type: "window", includeUncontrolled: true })).some(({ url }) => url.startsWith(AKAR.href));

const versionOf = (html) => /<body[^>]* data-terbitan="([0-9a-f]+)"/.exec(html)?.[1] ?? null;
/** A page's address as it is kept: what was searched for must not stay. */
const bare = (url) => { const { origin, pathname } = new URL(url); return origin + pathname; };

// --- What is kept ---

/** The reader's sets that are whole, newest first. */
async function sets() {
  const found = [];
  for (const nama of await caches.keys()) {
    if (!nama.startsWith(NAMA.simpanan)) continue;
    const cache = await caches.open(nama);
    const tanda = await tandaLuring(cache, NAMA);
    if (tanda) found.push({ ...tanda, nama, cache });
  }
  return found.sort((a, b) => (a.disusun < b.disusun ? 1 : -1));
}

/** A kept response, unless it is no longer the file with this digest. */
async function sound(kept, sidik) {
  const response = await kept;
  return response && sidik && (await cocokLuring(response, sidik)) ? response : undefined;
}

const sidikKerangka = new Map(LURING.kerangka.map(([path, sidik]) => [new URL(path, AKAR).href, sidik]));
const ownFile = (url) => sound(kerangka.matchPrecache(url), sidikKerangka.get(url));

/** A file of a set, by the set's list. */
async function setFile({ cache }, url) {
  const list = await cache.match(NAMA.manifes);
  const { berkas = [] } = (await list?.json().catch(() => null)) ?? {}; // what cannot be read names nothing
  const row = berkas.find(([alamat]) => new URL(alamat, AKAR).href === url);
  return row && sound(cache.match(url), row[2]);
}

/** A file of one version, from the worker's own or from a set; undefined when it is not kept. */
async function keptFile(versi, url) {
  const own = versi === LURING.versi ? await ownFile(url) : undefined;
  if (own) return own;
  const set = (await sets()).find((one) => one.versi === versi);
  const data = !url.startsWith(`${AKAR.href}assets/`); // answers and index: not from a set whose pages are withheld
  return set && !(data && isOutdated(set)) ? setFile(set, url) : undefined;
}

/** Give a kept page that can tell its age, or null. */
async function aged(response, { request, event }) {
  const html = await response.text();
  const files = Array.from(html.matchAll(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="([^"]+)"/g), ([, path]) => new URL(path, request.url).href);
  const kept = await Promise.all(files.map((file) => keptFile(versionOf(html), file)));
  return kept.every(Boolean) ? marked(html, event.resultingClientId) : null;
}

/** Mark a page as kept, by which it tells its age; remember that its files must be kept ones too. */
function marked(html, id, status = 200) {
  pages.set(id, { luring: true, versi: versionOf(html) });
  return new Response(html.replace("<body ", "<body data-simpanan "), { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

const isOutdated = ({ disusun }) => Date.now() - Date.parse(disusun) > (batasLuring.usang + 1) * HARI;
const stale = (response) => !(Date.now() - Date.parse(response.headers.get("x-disimpan")) < HARI);

// --- Pages: the network first ---

const halaman = {
  // Without another page of this site open a new visit begins, and what the last one opened is forgotten.
  handlerWillStart: async ({ state }) => { state.terbuka = within(isOpen(), true); },
  // GitHub Pages lets browsers keep a page for ten minutes: law that has changed must be seen at once.
  requestWillFetch: async ({ request }) => new Request(request.url, { cache: "no-cache", redirect: "manual", credentials: "same-origin" }),
  fetchDidSucceed: async ({ response, event, state }) => {
    if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
    if (isHtml(response)) {
      state.html = response.clone().text();
      // Later than the time-out, a kept page stands there already.
      if (!pages.has(event.resultingClientId)) pages.set(event.resultingClientId, { luring: false, versi: state.html.then(versionOf, () => null) });
    }
    return response;
  },
  cacheKeyWillBeUsed: async ({ request }) => bare(request.url),
  cacheWillUpdate: async ({ response, state }) => (response.status === 200 && isHtml(response) ? keepable(await state.html, !(await state.terbuka)) : null),
  cacheDidUpdate: async ({ cacheName }) => trim(await caches.open(cacheName)),
  cachedResponseWillBeUsed: async ({ request, cachedResponse, event }) => {
    if (pages.has(event.resultingClientId)) return null; // the network came first after all
    for (const set of await sets()) {
      const found = await setFile(set, bare(request.url));
      const page = found && (await aged(found, { request, event }));
      if (page) return page;
    }
    return cachedResponse && !stale(cachedResponse) ? aged(cachedResponse, { request, event }) : null;
  },
  handlerDidError: async ({ event }) => {
    const own = await ownFile(new URL("503.html", AKAR).href);
    return own && marked(await own.text(), event.resultingClientId, 503); // spoiled too, only the browser's own page is left
  },
};

const isHtml = (response) => (response.headers.get("Content-Type") ?? "").startsWith("text/html");

/** Make an opened page ready for keeping, or null for one of another version, whose files this worker does not have. */
async function keepable(html, fresh = false) {
  if (fresh) await caches.delete(DIBUKA);
  if (versionOf(html) !== LURING.versi) return null;
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8", "x-disimpan": new Date().toISOString() } });
}

/** Keep only the newest pages, and none for longer than a day. */
async function trim(cache) {
  const all = await cache.keys();
  for (const [n, request] of all.entries()) {
    const old = n < all.length - PALING_BANYAK || stale(await cache.match(request));
    if (old) await cache.delete(request);
  }
}

/** Keep the page that brought this worker; it was loaded before this one answered. */
async function keepFirst(client) {
  const response = await fetch(bare(client.url), { cache: "no-cache" });
  const kept = response.status === 200 && isHtml(response) ? await keepable(await response.text()) : null;
  if (kept) await (await caches.open(DIBUKA)).put(bare(client.url), kept);
}

workbox.routing.registerRoute(
  ({ request, url }) => request.mode === "navigate" && url.href.startsWith(AKAR.href),
  new NetworkFirst({ cacheName: DIBUKA, networkTimeoutSeconds: TUNGGU, plugins: [halaman] }),
);

// --- Their files: a page from the network asks the network, a kept page what is kept ---

workbox.routing.registerRoute(
  // What is being saved carries its digest, and goes past this worker; so does what says which version the site has.
  ({ request, url }) => request.mode !== "navigate" && !request.integrity && url.href.startsWith(AKAR.href) && !url.href.startsWith(`${AKAR.href}luring/`),
  async ({ request, event }) => {
    const page = await know(event.clientId);
    const kept = async () => page && keptFile(await page.versi, bare(request.url));
    if (page?.luring) return (await kept()) ?? Response.error();
    try {
      return await fetch(request);
    } catch (error) {
      const found = await kept();
      if (found) return found;
      throw error;
    }
  },
);
