// Milliseconds that bayesjs takes for the posteriors of each network of the fixture: `bayesjs_times.mjs MODULE`.
// Null where it does not come to an end in ten seconds, or runs out of memory. Its tables hold every combination of
// parents, as it knows no noisy-OR; making them is not timed.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

const PATIENCE = 10_000;

const [yes, no] = ["yes", "no"];

function combinations(parents) {
  return parents.reduce(
    (all, parent) => all.flatMap((when) => [{ ...when, [parent]: yes }, { ...when, [parent]: no }]),
    [{}],
  );
}

function network({ priors, answers, yes: so, no: not }) {
  const nodes = {};
  priors.forEach((prior, at) => {
    nodes[`d${at}`] = { id: `d${at}`, states: [yes, no], parents: [], cpt: { yes: prior, no: 1 - prior } };
  });
  for (const at of [...so, ...not]) {
    const { leak, links } = answers[at];
    const cpt = combinations(links.map(([cause]) => `d${cause}`)).map((when) => {
      const fails = links.reduce(
        (left, [cause, k]) => (when[`d${cause}`] === yes ? left * (1 - k / 255) : left),
        1 - leak,
      );
      return { when, then: { yes: 1 - fails, no: fails } };
    });
    const parents = links.map(([cause]) => `d${cause}`);
    nodes[`f${at}`] = { id: `f${at}`, states: [yes, no], parents, cpt: parents.length ? cpt : cpt[0].then };
  }
  return nodes;
}

function solve({ module, it }) {
  const { inferAll } = createRequire(import.meta.url)(module);
  const given = Object.fromEntries([...it.yes.map((at) => [`f${at}`, yes]), ...it.no.map((at) => [`f${at}`, no])]);
  const nodes = network(it);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const all = inferAll(nodes, given, { force: true });
    const took = performance.now() - start;
    const apart = Math.max(...it.posteriors.map((due, at) => Math.abs(due - all[`d${at}`].yes)));
    return apart < 1e-6 ? took : null;
  });
  parentPort.postMessage(times.includes(null) ? null : times.sort((a, b) => a - b)[1]);
}

function patiently(workerData) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: 2048 } });
    const end = setTimeout(() => resolve(null), PATIENCE);
    worker.once("message", resolve);
    worker.once("error", () => resolve(null));
    worker.once("exit", () => resolve(null));
    worker.once("message", () => clearTimeout(end));
  }).finally(() => undefined);
}

if (isMainThread) {
  const file = new URL("../oracle/fixture.json", import.meta.url);
  const times = [];
  for (const it of JSON.parse(await readFile(file, "utf8")).cases) {
    times.push(await patiently({ module: process.argv[2], it }));
  }
  console.log(JSON.stringify(times));
  process.exit(0);
} else {
  solve(workerData);
}
