// The engine without a screen, as other people's JavaScript has it: loads it with the shipped graph.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const root = new URL("../../", import.meta.url);
const require = createRequire(import.meta.url);

// The module keeps its memory to itself; whoever measures it has to stand at its birth.
let instance;
const Instance = WebAssembly.Instance;
WebAssembly.Instance = function (...parts) {
  return (instance = new Instance(...parts));
};
export const memoryBytes = () => instance.exports.memory.buffer.byteLength;

export const headless = require("../../target/wasm/headless/headless.js");

const file = (name) => readFile(new URL(`target/site/backwise/${name}`, root));
export const graph = await Promise.all([file("asking.bwg"), file("telling.bwg")]);

export const checker = () => new headless.Checker(...graph);

export const journey = async (name) =>
  JSON.parse(await readFile(new URL(`tests/journey/${name}.json`, root), "utf8"));
