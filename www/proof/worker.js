// The proof at work, beside the page: a slice of a tenth of a second, a word on how far it is, and the next.

import init, { Proof } from "./proof.js";

const graph = new URL("../backwise/", import.meta.url);
let isPaused = false;
let wake = () => {};

addEventListener("message", ({ data }) => {
  if (data.begin) begin(data.begin).catch((error) => postMessage({ fault: String(error?.message ?? error) }));
  if ("pause" in data) isPaused = data.pause;
  wake();
});

async function begin({ seed, interviews }) {
  const [asking, telling, record] = await Promise.all([bytes("asking.bwg"), bytes("telling.bwg"), native(), init()]);
  const proof = new Proof(asking, telling, record, seed);
  proof.play();
  for (let part = 0; part < proof.parts(); part++) {
    proof.compare(part);
    await tell(proof, { compared: part + 1, parts: proof.parts(), walked: 0 });
  }
  for (let walked = 0, slice = 10; walked < interviews; ) {
    const began = performance.now();
    const n = Math.min(slice, interviews - walked);
    proof.walk(n);
    walked += n;
    slice = Math.max(1, Math.round((n * 100) / Math.max(1, performance.now() - began)));
    await tell(proof, { walked });
  }
  postMessage({ report: proof.report(), failures: proof.failures() });
}

// What the page says meanwhile is heard between two slices.
async function tell(proof, far) {
  postMessage({ ...far, failures: proof.failures() });
  await new Promise((next) => setTimeout(next));
  while (isPaused) await new Promise((next) => (wake = next));
}

async function bytes(name) {
  const response = await fetch(new URL(name, graph));
  if (!response.ok) throw new Error(`${name} is missing`);
  return new Uint8Array(await response.arrayBuffer());
}

// Where nothing was recorded there is nothing to compare with.
async function native() {
  const response = await fetch(new URL("record.txt", import.meta.url));
  return response.ok ? response.text() : undefined;
}
