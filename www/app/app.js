// What makes the site an app: its pages without a network, new versions that wait, and a word when it has grown old.

const home = new URL("../", import.meta.url);
const WORKER = new URL("worker.js", home).href;

// In milliseconds, as everywhere.
const PATIENCE = 10_000;
const AGAIN = 20_000;
const DAY = 24 * 60 * 60 * 1000;

const find = (css) => document.querySelector(css);

// Between the first answer and the result nothing is changed under a reader's hands.
let isAsked = false;
addEventListener("backwise:step", () => (isAsked = true));
addEventListener("backwise:done", () => (isAsked = false));
addEventListener("backwise:ready", () => (isAsked = false));

const plays = (within) =>
  [...within.querySelectorAll("*")].some(({ shadowRoot }) =>
    shadowRoot && (shadowRoot.querySelector("dialog[open]") || plays(shadowRoot)),
  );
const isBusy = () => isAsked || plays(document);

function sayAge() {
  const review = find("meta[name=backwise-review]")?.content;
  const today = new Date().toISOString().slice(0, 10);
  const note = find(".age");
  if (note && review && today > review) note.hidden = false;
}

function ask(worker, question) {
  return new Promise((tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data);
    worker.postMessage(question, [port2]);
  });
}

// A version that waits says so at the foot of the page, and one with other warning signs than those on the device
// at its head. Where the one on the device does not answer nobody knows that they are the same.
async function offer(active, waiting) {
  const note = find(".release");
  const silence = new Promise((end) => setTimeout(end, PATIENCE, {}));
  const current = Promise.race([ask(active, "what"), silence]);
  const [old, next] = await Promise.all([current, ask(waiting, "what"), dress()]);
  const isSafety = old.signs !== next.signs;
  note.dataset.safety = isSafety;
  if (isSafety && !isBusy()) find("main").prepend(note);
  note.hidden = false;
  note.querySelector("button").onclick = async () => {
    note.dataset.busy = isBusy() || (await ask(waiting, "take over")) === "busy";
  };
}

// The looks of what is seldom seen are no part of every page. They come before it is shown: what is dressed later
// moves from under a finger.
function dress() {
  return new Promise((done) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet" });
    sheet.href = new URL("style/app.css", home);
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  });
}

function watch(registration) {
  const { active, waiting, installing } = registration;
  if (active && waiting) offer(active, waiting);
  installing?.addEventListener("statechange", () => {
    const { active } = registration;
    if (active && installing.state === "installed") offer(active, installing);
  });
}

// One address and no other, for hosts that want such things named.
function workerAddress() {
  const policy = globalThis.trustedTypes?.createPolicy("backwise", { createScriptURL: () => WORKER });
  return policy?.createScriptURL("") ?? WORKER;
}

async function begin() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  let isControlled = Boolean(workers.controller);
  let asking;
  workers.addEventListener("message", ({ data, ports, source }) => {
    if (data === "busy?") ports[0].postMessage(isBusy());
    // Another copy of the site may lie beside this one, or above it.
    if (source.scriptURL !== WORKER) return;
    if (data === "whole") find(".whole").hidden = false;
    if (data === "whole" || data === "part") clearInterval(asking);
  });
  // Only a page that a version before brought is loaded anew: on a first visit the first one comes to it.
  workers.addEventListener("controllerchange", () => {
    if (isControlled) location.reload();
    isControlled = true;
  });
  const registration = await workers.register(workerAddress(), { scope: home.pathname });
  isControlled ||= Boolean(registration.active);
  watch(registration);
  registration.addEventListener("updatefound", () => watch(registration));
  // A tab that stays open for days looks once a day, and whenever somebody comes back to it.
  const look = () => document.hidden || registration.update().catch(() => {});
  setInterval(look, DAY);
  document.addEventListener("visibilitychange", look);
  await workers.ready;
  if (navigator.connection?.saveData) return;
  // Browsers end a worker that has been at one thing for long, so it is asked again until it says how that ended.
  const rest = () => registration.active?.postMessage("rest");
  asking = setInterval(rest, AGAIN);
  rest();
}

sayAge();
// Where workers are forbidden, as in a private window, the pages are what they are without one.
begin().catch(() => {});
