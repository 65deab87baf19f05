/**
 * Lets the page open again without a network. It keeps the page's own files, as the build lists them in `files.js`, gives the browser
 * what the network gives while there is one, and the kept file when there is none. It hears of nothing but these files: no text.
 */
importScripts("files.js"); // VERSION, FILES

const KEPT = `pressmark ${VERSION}`;
const own = new Set(FILES.map((file) => new URL(file, registration.scope).href));

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(own)));
});

addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const address = origin + pathname;
  if (event.request.method === "GET" && own.has(address)) event.respondWith(fetch(event.request).catch(() => caches.match(address, { cacheName: KEPT })));
});

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("pressmark ") && name !== KEPT).map((name) => caches.delete(name)));
}
