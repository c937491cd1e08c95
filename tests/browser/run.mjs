// Runs the browser tests: `node tests/browser/run.mjs [PART OF A FILE'S NAME …]`, all of them without one.
//
// The files that failed run once more, since a browser on a busy machine can lose time anywhere. What passes only then
// does not fail the run, but it is named at the end with what went wrong the first time: it wants mending.

import { readdirSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** Runs the tests of these files and gives those that failed: their file, their name and why. */
async function failing(files) {
  const failed = [];
  const events = run({ files, concurrency: false });
  events.on("test:fail", ({ file, name, details }) => {
    // What fails only because something inside it did says nothing of its own.
    if (details.error.failureType === "subtestsFailed") return;
    failed.push({ file: files.find((it) => it === file || it === name) ?? file, name, why: details.error.cause?.stack ?? details.error.message });
  });
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  return failed;
}

function tell(heading, failed) {
  console.log(`\n${heading}`);
  for (const { name, why } of failed) {
    const lines = String(why).split("\n").filter((line) => !/^\s+at .*node:/.test(line));
    console.log(`- ${name}\n    ${lines.join("\n    ")}`);
  }
}

const wanted = process.argv.slice(2);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".test.mjs") && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort()
  .map((name) => FOLDER + name);
if (files.length === 0) {
  console.error(`No file of tests/browser/ is named like ${wanted.join(" or ") || "*.test.mjs"}.`);
  process.exit(2);
}
const first = await failing(files);
// A failure that belongs to no file cannot be tried again.
const again = first.every(({ file }) => files.includes(file)) ? files.filter((it) => first.some(({ file }) => file === it)) : [];
if (again.length > 0) console.log("\nWhat failed runs once more.");
const second = again.length > 0 ? await failing(again) : first;
if (first.length > 0) tell("Failed the first time:", first);
if (again.length > 0 && second.length > 0) tell("Failed again:", second);
process.exitCode = second.length > 0 ? 1 : 0;
