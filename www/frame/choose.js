// The page where others choose what to put on theirs. Its snippets stand there whole; this fills in what is chosen
// and shows it at work.

import "./copy.js";

const root = new URL("../", import.meta.url);
const choices = [...document.querySelectorAll(".choices select")];
const stage = document.querySelector(".stage");

function fill(part, text) {
  document.querySelectorAll(`[data-part="${part}"]`).forEach((place) => (place.textContent = text));
}

/** What is chosen, as names and values; what the wall test has no use for is left out. */
function chosen(what) {
  const used = choices.filter(({ name, value }) => name !== "what" && value && (what === "check" || name === "theme"));
  return used.map(({ name, value }) => [name, value]);
}

function show() {
  const [{ value: what, selectedOptions: [option] }] = choices;
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
}

function perform(tag, named) {
  const element = document.createElement(tag);
  named.forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...stage.firstElementChild.childNodes);
  stage.replaceChildren(element);
  stage.dataset.theme = element.getAttribute("theme") ?? "";
}

if (root.protocol.startsWith("http")) {
  fill("base", root.href);
  document.querySelectorAll(".relative").forEach((note) => note.remove());
}
choices.forEach((choice) => choice.addEventListener("change", show));
