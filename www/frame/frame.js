// For our page in another's frame. What its address says after the `#`, which no browser sends, becomes attributes of
// the element. The page around is told how much room is wanted, in steps too large to tell one answer from another.

const STEP = 120;

const asked = new URLSearchParams(location.hash.slice(1));
const element = document.querySelector("backwise-check, backwise-wall-test");
for (const name of ["topic", "region", "theme"]) {
  if (asked.has(name)) element.setAttribute(name, asked.get(name));
}
document.documentElement.dataset.theme = asked.get("theme") ?? "";

let told;

function tell() {
  parent.postMessage({ type: "backwise:height", height: told }, "*");
}

const watch = new ResizeObserver(() => {
  const height = Math.ceil(document.body.offsetHeight / STEP) * STEP;
  if (height === told) return;
  told = height;
  tell();
});

const begin = () => watch.observe(document.body);

// What stands inside the tag before may be higher, and the frame would be seen to shrink. Where the first screen does
// not come, the warning signs in its place are to be seen whole.
addEventListener("backwise:ready", begin, { once: true });
setTimeout(begin, 10_000);

// Whoever begins to listen late may ask.
addEventListener("message", ({ source, data }) => {
  if (told && source === parent && data?.type === "backwise:ask-height") tell();
});
