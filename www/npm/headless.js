import { beginWith } from "./begin.js";

async function read(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not there (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

export const begin = beginWith(read);
