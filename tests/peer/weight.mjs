// Bytes that somebody else's page takes before its first question, brotli 11, beside ours: `weight.mjs PROGRAMS`.
// Of SurveyJS the library, its view without a framework and its sheet, before any survey; of Typeform the script that
// opens its frame, before all that the frame loads.

import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";

const root = new URL("../../target/site/backwise/", import.meta.url).pathname;
const programs = JSON.parse(await readFile(process.argv[2], "utf8"));
const sizes = async (files) => {
  const sent = await Promise.all(files.map(async (file) => brotliCompressSync(await readFile(file)).length));
  return sent.reduce((sum, size) => sum + size, 0);
};
const ours = ["backwise.js", "ask.js", "ask_bg.wasm", "asking.bwg", "check.css", "tokens.css"];
const mine = await sizes(ours.map((name) => root + name));
console.log(`\nbytes before the first question, brotli 11\n${"backwise".padEnd(12)}${(mine / 1000).toFixed(1).padStart(8)} kB`);
const theirs = {
  surveyjs: programs.surveyjs && programs.surveyview && [...programs.surveyjs, ...programs.surveyview],
  typeform: programs.typeform,
};
for (const [name, files] of Object.entries(theirs)) {
  if (!files) {
    console.log(`${name.padEnd(12)} not had`);
    continue;
  }
  const its = await sizes(files);
  console.log(`${name.padEnd(12)}${(its / 1000).toFixed(1).padStart(8)} kB, ${(its / mine).toFixed(1)} times ours`);
}
