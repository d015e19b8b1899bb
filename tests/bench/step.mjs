// One interview step in WebAssembly, and the memory of whole interviews, beside their goals.
// `node tests/bench/step.mjs`, after `cargo xtask build` and `cargo xtask wasm`.

import { performance } from "node:perf_hooks";

import { checker, memoryBytes } from "../headless/checker.mjs";

const STEP_GOAL = 1; // Milliseconds that 95 of 100 steps may take.
const MEMORY_GOAL = 8; // Mebibytes of linear memory.
const INTERVIEWS = 200;

// The step of the page ends with the next question known; making it an object for JavaScript is in the figure too.
const times = [];
for (let n = 0; n < INTERVIEWS; n += 1) {
  const reader = checker();
  let die = n * 89 + 1;
  // The high bits of a linear congruential generator; its low ones hardly change.
  const roll = (sides) => {
    die = (die * 1103515 + 12345) % 2147483648;
    return Math.floor(die / 65536) % sides;
  };
  for (let ask = reader.next(); ask !== null; ) {
    reader.answer(ask.id, pick(ask, roll));
    const start = performance.now();
    ask = reader.next();
    times.push(performance.now() - start);
  }
  reader.assessment();
  reader.free();
}

function pick(ask, roll) {
  if (ask.kind === "yes-no") return ["yes", "yes", "no", "no", "unsure"][roll(5)];
  if (ask.kind === "one") return roll(16) === 15 ? "unsure" : ask.options[roll(ask.options.length)].id;
  if (roll(4) > 0) return [];
  return ask.options.filter(() => roll(6) === 0).map((option) => option.id);
}

times.sort((a, b) => a - b);
const at = (share) => times[Math.floor((times.length - 1) * share)];
const row = (what, ...cells) => console.log(what.padEnd(32), ...cells.map((cell) => cell.padStart(10)));
row("", "median", "p95", "most", "goal", "x the goal");
row(
  "interview step, WebAssembly",
  ...[at(0.5), at(0.95), at(1)].map((ms) => `${ms.toFixed(3)} ms`),
  `${STEP_GOAL} ms`,
  (at(0.95) / STEP_GOAL).toFixed(2),
);
const mebibytes = memoryBytes() / 2 ** 20;
row(
  "linear memory after all of them",
  `${mebibytes.toFixed(2)} MiB`,
  "",
  "",
  `${MEMORY_GOAL} MiB`,
  (mebibytes / MEMORY_GOAL).toFixed(2),
);
