// What makes the site an app: its pages without a network, new versions that wait, and a word when it has grown old.

const home = new URL("../", import.meta.url);
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
// at its head.
async function offer(worker) {
  const note = find(".release");
  const both = [navigator.serviceWorker.controller, worker].map((it) => ask(it, "what"));
  const [old, next] = await Promise.all([...both, dress()]);
  const isSafety = old.signs !== next.signs;
  note.dataset.safety = isSafety;
  if (isSafety && !isBusy()) find("main").prepend(note);
  note.hidden = false;
  note.querySelector("button").onclick = async () => {
    note.dataset.busy = isBusy() || (await ask(worker, "take over")) === "busy";
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
  const { waiting, installing } = registration;
  if (waiting && navigator.serviceWorker.controller) offer(waiting);
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed" && navigator.serviceWorker.controller) offer(installing);
  });
}

// One address and no other, for hosts that want such things named.
function workerAddress() {
  const { href } = new URL("worker.js", home);
  const policy = globalThis.trustedTypes?.createPolicy("backwise", { createScriptURL: () => href });
  return policy?.createScriptURL("") ?? href;
}

async function begin() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const wasControlled = Boolean(workers.controller);
  let asking;
  workers.addEventListener("message", ({ data, ports }) => {
    if (data === "busy?") ports[0].postMessage(isBusy());
    if (data === "whole") find(".whole").hidden = false;
    if (data === "whole" || data === "part") clearInterval(asking);
  });
  // Only a page that the version before brought is loaded anew.
  workers.addEventListener("controllerchange", () => wasControlled && location.reload());
  const registration = await workers.register(workerAddress(), { scope: home.pathname });
  watch(registration);
  registration.addEventListener("updatefound", () => watch(registration));
  // A tab that stays open for days looks once a day, and whenever somebody comes back to it.
  const look = () => document.hidden || registration.update().catch(() => {});
  setInterval(look, 24 * 60 * 60 * 1000);
  document.addEventListener("visibilitychange", look);
  const { active } = await workers.ready;
  if (navigator.connection?.saveData) return;
  // Browsers end a worker that has been at one thing for long, so it is asked again until it says how that ended.
  const rest = () => active.postMessage("rest");
  asking = setInterval(rest, 20_000);
  rest();
}

sayAge();
// Where workers are forbidden, as in a private window, the pages are what they are without one.
begin().catch(() => {});
