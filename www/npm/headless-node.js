// Node fetches no files of its own disk.

import { readFile } from "node:fs/promises";

import { beginWith } from "./begin.js";

export const begin = beginWith((file) => readFile(file));
