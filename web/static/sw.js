// Keeps the files of one version of the page, and answers with these: all files are of the same version, and none is
// asked of the network again. A new version is a new list here (web/offline.mjs writes it), which the browser notices;
// it fetches what has changed, waits, and takes over when the page asks for it or was closed everywhere.
"use strict";

/** The files of the page, by path, with the SHA-256 of each. */
const FILES = {};
/** Says which list this is. */
const VERSION = "";

// Other pages of this origin keep theirs apart.
const OURS = `ramplay ${registration.scope} `;
const CACHE = OURS + VERSION;

/** Where a file is kept: its content is part of the name, so that versions can share what has not changed. */
const key = (path) => new URL(`${path}?${FILES[path]}`, registration.scope).href;

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A file of this version: of an older cache, else of the network, where another version may be by now. */
async function obtain(path) {
  const known = await caches.match(key(path));
  if (known) return known;
  const response = await fetch(new URL(path, registration.scope), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest("SHA-256", body)) !== FILES[path]) throw new Error(`${path} is of another version`);
  // Made anew: a page cannot be opened with the answer to a redirected request.
  return new Response(body, { headers: response.headers });
}

async function install() {
  const cache = await caches.open(CACHE);
  // One after the other: nobody waits for them, and the page may be loading something.
  for (const path of Object.keys(FILES)) {
    if (!(await cache.match(key(path)))) await cache.put(key(path), await obtain(path));
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request, path) {
  const kept = await caches.match(key(path), { cacheName: CACHE });
  return kept ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const path = (url.origin + url.pathname).slice(registration.scope.length) || "index.html";
  if (Object.hasOwn(FILES, path)) event.respondWith(answer(request, path));
});
