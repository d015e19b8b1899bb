// The site without a network. The build puts RELEASE above these lines: the mark of its warning signs, what a
// server should send with every file, and for each the first half of the SHA-256 of what is in it.
// `first` is all that most readers come for, and a release is used when the whole of it is there; `later` follows,
// the largest and rarest last.
//
// Files are kept by their hash, not by their name. So a release brings only what has changed, a half-uploaded one
// never mixes with the one before, and what is damaged on its way is not kept.

const HOME = new URL("./", location.href).href;
const CACHE = `backwise-files ${HOME}`;
const PATIENCE = { file: 60_000, page: 8_000, answer: 1_000 };
const AT_ONCE = 6;

const all = { ...RELEASE.later, ...RELEASE.first };
const place = (hash) => `${HOME}.kept/${hash}`;

addEventListener("install", (event) => event.waitUntil(bring(RELEASE.first)));
addEventListener("activate", (event) => event.waitUntil(begin()));

addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data === "what") ports[0].postMessage({ signs: RELEASE.signs });
  if (data === "take over") event.waitUntil(takeOver(ports[0]));
  if (data === "rest") event.waitUntil(rest());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(HOME)) event.respondWith(answer(request));
});

// The hash of the file that an address means, whatever it says behind `?` and `#`.
function hashOf(address) {
  const { origin, pathname } = new URL(address);
  const path = (origin + pathname).slice(HOME.length);
  return all[path.endsWith("/") || path === "" ? `${path}index.html` : path];
}

async function answer(request) {
  const hash = hashOf(request.url);
  const found = hash && (await kept(hash));
  if (found) return found;
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE.page) });
  } catch {
    return request.mode === "navigate" ? insteadOf(hash) : Response.error();
  }
}

// What is shown for a page that has not come yet, or that no release knows; at any depth, so it names whole addresses.
async function insteadOf(hash) {
  const page = await kept(all[hash ? "later.html" : "404.html"]);
  const text = await page?.text();
  if (!text) return Response.error();
  return new Response(text.replace(/(href|src)="(?!["#]|\w+:)/g, `$1="${HOME}`), page);
}

// What is kept keeps to the policy of this release, whatever its host sends with it.
async function kept(hash) {
  const file = await (await caches.open(CACHE)).match(place(hash));
  const type = file?.headers.get("content-type");
  return file && new Response(file.body, { headers: { ...RELEASE.headers, "content-type": type } });
}

// Fetches what is not kept yet; fails when a file is not what this release says it is.
async function bring(files) {
  const cache = await caches.open(CACHE);
  const wanted = await missing(cache, files);
  const take = async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) await keep(cache, ...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

async function missing(cache, files) {
  const there = new Set((await cache.keys()).map(({ url }) => url));
  return Object.entries(files).filter(([, hash]) => !there.has(place(hash)));
}

async function keep(cache, path, hash) {
  const response = await fetch(HOME + path, {
    cache: "no-cache",
    signal: AbortSignal.timeout(PATIENCE.file),
  });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await hashed(bytes)) !== hash) throw new Error(`${path} is not of this release`);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  await cache.put(place(hash), new Response(bytes, { headers: { "content-type": type } }));
}

async function hashed(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What only releases before this one had is not used by anybody any more.
async function begin() {
  await clients.claim();
  const cache = await caches.open(CACHE);
  const mine = new Set(Object.values(all).map(place));
  for (const key of await cache.keys()) if (!mine.has(key.url)) await cache.delete(key);
}

// A worker goes when all that it has begun is done: one that is still fetching would keep the next one waiting.
const releases = new BroadcastChannel(CACHE);
let isOver = false;
releases.onmessage = () => (isOver = true);

// The rest of the site, one file after the other. What fails is tried again on the next visit, and every page that
// is open is told whether all of it is there.
let isResting = false;
async function rest() {
  if (isResting) return;
  isResting = true;
  const end = await bringRest().catch(() => "part");
  isResting = false;
  for (const page of await windows()) page.postMessage(end);
}

async function bringRest() {
  const cache = await caches.open(CACHE);
  for (const next of await missing(cache, RELEASE.later)) {
    if (isOver) break;
    await keep(cache, ...next).catch(() => {});
  }
  return (await missing(cache, RELEASE.later)).length ? "part" : "whole";
}

// Takes over when no page of the site is in the middle of something.
async function takeOver(asker) {
  const busy = await Promise.all((await windows()).map(isBusy));
  if (busy.includes(true)) return asker.postMessage("busy");
  asker.postMessage("taken");
  releases.postMessage("over");
  await skipWaiting();
}

// Every page of ours that is open; others may share our origin.
async function windows() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return open.filter(({ url }) => url.startsWith(HOME));
}

function isBusy(page) {
  return new Promise((tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data);
    // A page that does not answer may be asleep in the middle of a check: not to know is not a no.
    setTimeout(() => tell(true), PATIENCE.answer);
    page.postMessage("busy?", [port2]);
  });
}
