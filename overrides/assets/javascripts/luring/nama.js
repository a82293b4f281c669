// Names and limits of what this site keeps on the reader's device. A script, not a module: the service worker reads it too.
// Days after which a kept page is warned of, and after which law is no longer shown from what is kept.
globalThis.batasLuring = { tua: 30, usang: 90 };

// Project pages of one organisation share an origin, so every name begins with the site's own path: "netralitas:/repo/:".
globalThis.namaLuring = (akar) => {
  const awalan = `netralitas:${new URL(akar).pathname}:`;
  return {
    kerangka: `${awalan}kerangka`, // styles, scripts and the page that says "no connection", of the worker's own version
    dibuka: `${awalan}dibuka:`, // + version: pages the reader opened
    simpanan: `${awalan}simpanan:`, // + version: what the reader asked to keep
    tanda: new URL("luring/simpanan.json", akar).href, // in a kept set once it is whole: {versi, disusun, disimpan, paket}
    manifes: new URL("luring/manifes.json", akar).href,
    milik: (nama) => nama.startsWith(awalan),
  };
};

// The mark of a set, or null without one that can be read: a neighbour's scribble must neither pass for a set nor stop the others.
globalThis.tandaLuring = async (cache, { tanda }) => {
  const isi = await (await cache.match(tanda))?.json().catch(() => null);
  return isi && Array.isArray(isi.paket) && !Number.isNaN(Date.parse(isi.disusun)) ? isi : null;
};

// Whether a kept response is the file with this digest (SHA-256 in base64): neighbours can write into our caches.
globalThis.cocokLuring = async (response, sidik) => {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest))) === sidik;
};
