// The service worker: keeps the files of one build of the page, all or none, and answers from them, so that the page
// works without a network and never out of parts of two builds. A newer build is fetched meanwhile, and takes over once
// no page of the old one is open. What is not a file of the page is none of its business.

/* global VERSION, FILES */

// Several copies of the page may share an origin: each keeps to its own folder.
const MINE = `loopglass ${registration.scope} `;
const NAME = MINE + VERSION;
const address = (file) => new URL(file, registration.scope).href;
const HASHED = /-[0-9a-f]{16}/;

addEventListener("install", (event) => event.waitUntil(fetchAll()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const wanted = new URL(url);
  wanted.hash = wanted.search = "";
  if (wanted.href === registration.scope) wanted.href = address("index.html");
  if (method !== "GET" || !FILES.some((file) => address(file) === wanted.href)) return;
  event.respondWith(kept(wanted.href).then((answer) => answer ?? fetch(event.request)));
});

async function fetchAll() {
  const cache = await caches.open(NAME);
  // A file whose name says what is in it may come from the browser's own cache; of the others the newest is asked for.
  await cache.addAll(FILES.map((file) => new Request(address(file), { cache: HASHED.test(file) ? "default" : "no-cache" })));
}

async function kept(file) {
  return (await caches.open(NAME)).match(file);
}

async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== NAME);
  await Promise.all(names.map((name) => caches.delete(name)));
}
