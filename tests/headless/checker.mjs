// The engine without a screen, as other people's JavaScript has it: loads it with the shipped graph.

import { readFile } from "node:fs/promises";

import { Checker, initSync } from "../../target/wasm/headless/checker.js";

const root = new URL("../../", import.meta.url);
const file = (name) => readFile(new URL(name, root));

// The module keeps its memory to itself; whoever measures it has to stand at its birth.
let instance;
const Instance = WebAssembly.Instance;
WebAssembly.Instance = function (...parts) {
  return (instance = new Instance(...parts));
};
export const memoryBytes = () => instance.exports.memory.buffer.byteLength;

initSync({ module: await file("target/wasm/headless/checker_bg.wasm") });

export const graph = await Promise.all(["asking", "telling"].map((name) => file(`target/site/backwise/${name}.bwg`)));

export { Checker };
export const checker = () => new Checker(...graph);

export const journey = async (name) => JSON.parse(await file(`tests/journey/${name}.json`));
