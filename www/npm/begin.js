// The checker without a screen. Whoever imports this says how a file is read.

import load, { Checker } from "./checker.js";

// Each by its whole name, so that bundlers carry it along.
const FILES = [
  new URL("./checker_bg.wasm", import.meta.url),
  new URL("./asking.bwg", import.meta.url),
  new URL("./telling.bwg", import.meta.url),
];

async function loadAll(read) {
  const [wasm, ...graph] = await Promise.all(FILES.map(read));
  await load({ module_or_path: wasm });
  return graph;
}

/** What begins an interview; the files are read once, and again only when that failed. */
export function beginWith(read) {
  let loading;
  return async () => {
    loading ??= loadAll(read);
    loading.catch(() => (loading = undefined));
    return new Checker(...(await loading));
  };
}
