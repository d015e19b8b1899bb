// Plays the checker in Node and prints the assessment: `node interview.mjs answers.json`.
// The file maps questions to answers, as in { "trend": "comes-and-goes" }; what it does not say is unsure.

import { readFile } from "node:fs/promises";
import { argv } from "node:process";

import { begin } from "backwise/headless";

const answers = JSON.parse(await readFile(argv[2], "utf8"));
const checker = await begin();
for (let ask; (ask = checker.next()); ) checker.answer(ask.id, answers[ask.id] ?? "unsure");
console.log(JSON.stringify(checker.assessment(), null, 2));
