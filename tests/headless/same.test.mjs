// What the native checker was recorded to ask and to tell is asked and told by both builds for JavaScript.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import * as plain from "../../target/wasm/headless/plain-checker.js";
import { Checker, graph } from "./checker.mjs";

const recorded = await readFile(new URL("../../target/interviews.jsonl", import.meta.url), "utf8");
const interviews = recorded.trim().split("\n").map((line) => JSON.parse(line));

for (const [name, Build] of Object.entries({ "WebAssembly": Checker, "plain JavaScript": plain.Checker })) {
  test(`${name} tells the same in 1,000 interviews`, () => {
    assert.equal(interviews.length, 1000);
    interviews.forEach(({ given, told }, n) => {
      const reader = new Build(...graph);
      for (const [id, value] of given) {
        assert.equal(reader.next()?.id, id, `interview ${n}`);
        reader.answer(id, value);
      }
      assert.equal(reader.next(), null, `interview ${n}`);
      assert.deepEqual(reader.assessment(), told, `interview ${n}`);
      reader.free();
    });
  });
}
