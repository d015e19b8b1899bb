// The page where readers hold the checker to its promises: it starts a worker, says how far it is, and shows what
// came of it.

import "../frame/copy.js";

const find = (css) => document.querySelector(`.proof ${css}`);
const form = find("form");
const hold = find("[name=pause]");
const bar = find("progress");
const said = find(".proof-said");
const report = find(".proof-report");
const grouped = (n) => n.toLocaleString("en");
let worker;

// One address and no other, for hosts that want such things named.
const { href } = new URL("worker.js", import.meta.url);
const policy = globalThis.trustedTypes?.createPolicy("backwise-proof", { createScriptURL: () => href });
const address = policy?.createScriptURL("") ?? href;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  worker?.terminate();
  const interviews = Number(form.elements.interviews.value);
  worker = new Worker(address, { type: "module" });
  worker.addEventListener("message", ({ data }) => hear(data, interviews));
  worker.addEventListener("error", () => end("It could not be started in this browser.", ""));
  worker.postMessage({ begin: { seed: Number(form.elements.seed.value), interviews } });
  report.hidden = true;
  find(".proof-run").hidden = false;
  bar.max = interviews;
  bar.value = 0;
  said.textContent = "It begins.";
  press(false);
});

hold.addEventListener("click", () => {
  const isPaused = hold.dataset.paused !== "true";
  worker.postMessage({ pause: isPaused });
  press(isPaused);
});

function press(isPaused) {
  hold.dataset.paused = isPaused;
  hold.textContent = isPaused ? "Go on" : "Pause";
}

function hear({ compared, parts, walked, failures, report: text, fault }, interviews) {
  if (fault) return end(`It could not go on: ${fault}.`, "");
  if (text) return end(failures ? `${grouped(failures)} failed.` : "Nothing failed.", text);
  bar.value = walked;
  const far = compared
    ? `Part ${compared} of ${parts} held against native results.`
    : `${grouped(walked)} of ${grouped(interviews)} interviews.`;
  said.textContent = `${far} ${failures ? `${grouped(failures)} failed.` : "Nothing has failed so far."}`;
}

function end(sentence, text) {
  worker.terminate();
  find(".proof-run").hidden = true;
  report.querySelector(".proof-verdict").textContent = sentence;
  report.querySelector("pre").textContent = text;
  report.hidden = false;
  report.querySelector("h3").focus();
}
