// The kill switch: sw.js of a site that keeps nothing (`luring: false` in mkdocs.yml). Browsers fetch it on the next visit;
// it deletes what this site kept, and takes itself away. Pages that are open load anew, without a worker.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const { milik } = namaLuring(new URL("./", self.location.href));
  for (const nama of await caches.keys()) if (milik(nama)) await caches.delete(nama);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: "window" })) client.navigate(client.url);
})()));
