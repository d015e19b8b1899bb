// The page where others choose what to put on theirs. Its snippets stand there whole; this fills in what is chosen
// and shows it at work.

import "./copy.js";

const root = new URL("../", import.meta.url);
const choices = [...document.querySelectorAll(".choices select")];
const stage = document.querySelector(".stage");

function fill(part, text) {
  document.querySelectorAll(`[data-part="${part}"]`).forEach((place) => (place.textContent = text));
}

/** What is chosen of the tag, as names and values; what the wall test has no use for is left out. */
function chosen(what) {
  const named = what === "check" ? ["topic", "theme", "region"] : ["theme"];
  const used = choices.filter(({ name, value }) => named.includes(name) && value);
  return used.map(({ name, value }) => [name, value]);
}

/** The script as it is now, for browsers that run nothing else. */
async function checksum() {
  const script = await (await fetch(new URL("backwise/backwise.js", root))).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", script));
  return `\n  integrity="sha384-${btoa(String.fromCharCode(...digest))}"`;
}

async function show() {
  const [{ value: what, selectedOptions: [option] }] = choices;
  const isOwn = () => choices.at(-1).value === "own";
  fill("folder", isOwn() ? "" : at);
  fill("checksum", "");
  for (const choice of choices) choice.disabled = what !== "check" && ["topic", "region"].includes(choice.name);
  const named = chosen(what);
  const topic = named.find(([name]) => name === "topic")?.[1];
  fill("tag", `backwise-${what}`);
  fill("attributes", named.map(([name, value]) => ` ${name}="${value}"`).join(""));
  fill("page", what);
  fill("after", named.length ? `#${new URLSearchParams(named)}`.replaceAll("&", "&amp;") : "");
  fill("title", option.dataset.title);
  fill("link", option.dataset.link + (topic ? `?from=${topic}` : ""));
  perform(`backwise-${what}`, named);
  const sum = isOwn() && (await checksum());
  if (isOwn()) fill("checksum", sum);
}

function perform(tag, named) {
  const element = document.createElement(tag);
  named.forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...stage.firstElementChild.childNodes);
  stage.replaceChildren(element);
  stage.dataset.theme = element.getAttribute("theme") ?? "";
}

if (root.protocol.startsWith("http")) {
  ["base", "folder"].forEach((part) => fill(part, root.href));
  document.querySelectorAll(".relative").forEach((note) => note.remove());
}
const at = document.querySelector('[data-part="folder"]').textContent;
// Browsers reckon only for pages that came safely.
if (!isSecureContext) choices.pop().closest("label").remove();
choices.forEach((choice) => choice.addEventListener("change", show));
