// Runs random programs on CPython and on Loopglass and tells where they part. A seed that parts them is worth
// keeping: `random-seeds.txt` holds those that did, and they are always run first.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runAll } from "./pool.mjs";
import { randomProgram } from "./random-program.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../../..");
const KEPT = join(HERE, "../random-seeds.txt");
const OUTPUT = join(ROOT, "target/random");

function binary() {
  const places = [process.env.LOOPGLASS, join(ROOT, "target/release/loopglass"), join(ROOT, "target/debug/loopglass")];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error("no loopglass: run `cargo build --release -p loopglass-cli`, or set LOOPGLASS to it");
  return found;
}

function ours(command, form, name) {
  const run = spawnSync(command, [form, name], { cwd: OUTPUT, encoding: "utf8", maxBuffer: 1 << 28, timeout: 60_000 });
  return { stdout: run.stdout ?? "", stderr: run.stderr ?? "", exit: run.status ?? 134 };
}

function lineEvents(trace) {
  const events = trace.split("\n").filter((text) => text.includes('"event":"line"')).map((text) => JSON.parse(text));
  return events.map(({ function: name, line, task }) => `${name}:${line}${task === null ? "" : ` ${task}`}\n`).join("");
}

const lastLine = (text) => text.trimEnd().split("\n").at(-1);

/** The first part that differs and where, or null. */
function difference(command, name, report) {
  const ran = ours(command, "run", name);
  const parts = [
    ["stdout", report.stdout, ran.stdout],
    ["stderr", lastLine(report.stderr), lastLine(ran.stderr)],
    ["exit", String(report.exit), String(ran.exit)],
    ["loop log", report.loop_log, ours(command, "loop-log", name).stdout],
    ["lines", report.lines, lineEvents(ours(command, "trace", name).stdout)],
  ];
  for (const [part, expected, actual] of parts) {
    if (expected === actual) continue;
    const [a, b] = [expected.split("\n"), actual.split("\n")];
    const at = a.findIndex((line, index) => line !== b[index]);
    return `${part}, line ${at + 1}\n    CPython: ${a[at] ?? "(end)"}\n    ours:    ${b[at] ?? "(end)"}`;
  }
  return null;
}

function keptSeeds() {
  if (!existsSync(KEPT)) return [];
  return readFileSync(KEPT, "utf8").split(/\s+/).filter((word) => /^\d+$/.test(word)).map(Number);
}

/** Runs the kept seeds and `count` new ones from `first`; the exit status is 1 where one parts the two. */
export async function runRandom(count, first) {
  const command = binary();
  mkdirSync(OUTPUT, { recursive: true });
  const fresh = Array.from({ length: count }, (_, index) => first + index);
  const seeds = [...new Set([...keptSeeds(), ...fresh])];
  const scripts = seeds.map((seed) => ({ seed, name: `random_${seed}.py`, source: randomProgram(seed) }));
  let parted = 0;
  await runAll(scripts, (report, { seed, name, source }) => {
    writeFileSync(join(OUTPUT, name), source);
    const found = report.exit === "timeout" ? "CPython took too long" : difference(command, name, report);
    if (!found) return;
    parted += 1;
    console.log(`seed ${seed}: ${found}`);
  });
  console.log(`${seeds.length} random programs, ${parted} differ; their texts are in target/random`);
  return parted > 0 ? 1 : 0;
}
