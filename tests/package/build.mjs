// Builds each way in which others take the package into `out`, a folder for each: `node build.mjs`, where it is
// installed. What README.md of the package asks of a bundler is here marked by its name.

import { execFileSync } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import Eleventy from "@11ty/eleventy";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PACKAGE = here("node_modules/backwise");

const copy = (from, to) => cp(here(from), here(to), { recursive: true });

function checkTypes() {
  const compiler = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
  const how = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--jsx", "react-jsx"];
  execFileSync(process.execPath, [compiler, ...how, here("types.ts"), here("types.tsx")], { stdio: "inherit" });
}

async function plain() {
  await copy("app", "out/plain");
  const page = await readFile(here("app/index.html"), "utf8");
  await writeFile(here("out/plain/index.html"), page.replace("main.js", "node_modules/backwise/backwise.js"));
  await cp(PACKAGE, here("out/plain/node_modules/backwise"), { recursive: true });
}

async function withVite(name, more) {
  const out = { outDir: here(`out/vite-${name}`), emptyOutDir: true };
  await vite({ root: here(name), configFile: false, logLevel: "warn", build: { ...out, ...more } });
}

async function withWebpack() {
  const config = {
    mode: "production",
    context: here("."),
    entry: "./app/main.js",
    output: { path: here("out/webpack") },
    performance: { hints: false },
    module: {
      // README.md: a rule for style sheets is for those that scripts import.
      rules: [{ test: /\.css$/, dependency: { not: ["url"] }, use: here("as-script.cjs") }],
    },
  };
  const stats = await new Promise((done, fail) => webpack(config, (error, it) => (error ? fail(error) : done(it))));
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
  await copy("app/index.html", "out/webpack/index.html");
  await copy("app/app.css", "out/webpack/app.css");
}

async function withEsbuild() {
  await copy("app/index.html", "out/esbuild/index.html");
  await copy("app/app.css", "out/esbuild/app.css");
  const entry = { entryPoints: [here("app/main.js")], outdir: here("out/esbuild") };
  await esbuild({ ...entry, bundle: true, minify: true, splitting: true, format: "esm", logLevel: "warning" });
  // README.md: esbuild leaves files where they are that are named by `new URL`.
  const isLoaded = (path) => path === PACKAGE || /\.(wasm|bwg|css)$/.test(path);
  await cp(PACKAGE, here("out/esbuild"), { recursive: true, filter: isLoaded });
}

async function withEleventy() {
  const blog = new Eleventy("blog", "out/eleventy", { configPath: "blog/eleventy.config.js", quietMode: true });
  await blog.write();
}

await rm(here("out"), { recursive: true, force: true });
checkTypes();
await plain();
await withVite("app");
// README.md: the page has a content security policy, which allows no `data:` addresses.
await withVite("react", { assetsInlineLimit: 0 });
await withWebpack();
await withEsbuild();
await withEleventy();
