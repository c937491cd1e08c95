// Runs scripts on CPython and on Loopglass and tells where the two part.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runAll } from "./pool.mjs";

/** Wall time that a script may take on CPython. */
const LIMIT_MS = 60_000;

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
/** Where the scripts are that are compared, so that one can look closer. */
export const OUTPUT = join(ROOT, "target/compared");

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

/**
 * Runs every script ({ name, source }) on both, calls `found(script, difference)` for each that parts them, and
 * resolves with how many did. With `scatters`, it must do so too when CPython's objects are at so many other places in
 * memory: the order out of a set of tasks hangs on that.
 */
export async function compareAll(scripts, found, scatters = 0) {
  const command = binary();
  mkdirSync(OUTPUT, { recursive: true });
  for (const { name, source } of scripts) writeFileSync(join(OUTPUT, name), source);
  let left = scripts;
  const parting = new Map();
  for (let scatter = 0; scatter <= scatters && left.length > 0; scatter += 1) {
    const again = [];
    await runAll(left.map((script) => ({ ...script, scatter })), (report, script) => {
      const where = report.exit === "timeout" ? "CPython took too long" : difference(command, script.name, report);
      if (!where) return;
      again.push(script);
      if (!parting.has(script.name)) parting.set(script.name, where);
    }, { limit: LIMIT_MS });
    left = again;
  }
  for (const script of left) found(script, parting.get(script.name));
  return left.length;
}
