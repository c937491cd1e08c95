// The element's types, checked by the compiler: what a page may do compiles, and each mistake is told at its line.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What the compiler says of a file: nothing, if it is right. */
function compiled(file) {
  const options = ["--noEmit", "--strict", "--allowImportingTsExtensions", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"];
  const types = ["--lib", "es2022,dom,dom.iterable", "--typeRoots", here("../types")];
  const compiler = here("../../node_modules/typescript/bin/tsc");
  return new Promise((done) => {
    execFile(process.execPath, [compiler, ...options, ...types, here(`../types/${file}`)], (_, told) => done(told));
  });
}

test("all that docs/embedding.md names compiles", async () => {
  assert.equal(await compiled("uses.ts"), "");
  const uses = await readFile(here("../types/uses.ts"), "utf8");
  const documented = await readFile(here("../../docs/embedding.md"), "utf8");
  const attributes = [...documented.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.equal(attributes.length, 11);
  for (const name of attributes) assert.match(uses, new RegExp(`^  ${name}: `, "m"), name);
});

test("each mistake is told at its line, and nothing else", async () => {
  const told = [...(await compiled("wrong.ts")).matchAll(/wrong\.ts\((\d+),\d+\): error TS(\d+)/g)];
  const lines = (await readFile(here("../types/wrong.ts"), "utf8")).split("\n");
  const marked = lines.flatMap((line, index) => (/\/\/ \d+$/.test(line) ? [[String(index + 1), line.split("// ").at(-1)]] : []));
  assert.deepEqual(told.map(([, line, code]) => [line, code]), marked);
});
