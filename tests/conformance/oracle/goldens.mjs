// Goldens: what CPython did with each program, checked in beside it as NAME.json. One item a line, so that a
// change reads well; very long parts are cut and the rest is held by its digest.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runAll } from "./pool.mjs";

const PROGRAMS = join(dirname(fileURLToPath(import.meta.url)), "../programs");
/** The programs of the topic `scenarios`, whose goldens alone are under `programs`. */
const SCENARIOS = join(PROGRAMS, "../../../crates/scenarios/programs");
/** Parts longer than this many lines are cut to it. */
const KEPT_LINES = 1500;

/** The script of a program. */
function scriptOf(path) {
  return path.startsWith("scenarios/") ? join(SCENARIOS, basename(path)) : join(PROGRAMS, path);
}

/** Every program, as a path from `programs`, in order. */
export function programs(filters = []) {
  return [...readdirSync(PROGRAMS, { recursive: true }), ...readdirSync(SCENARIOS).map((name) => `scenarios/${name}`)]
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".py"))
    .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
    .sort();
}

function split(text) {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** A long part keeps its beginning, the number of its lines, and the SHA-256 of all of it. */
function bounded(text) {
  const lines = split(text);
  if (lines.length <= KEPT_LINES) return { kept: lines };
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { kept: lines.slice(0, KEPT_LINES), cut: { count: lines.length, sha256 } };
}

/** The golden of a report: its text, as it is checked in. */
export function goldenText(report) {
  const parts = [
    ["exit", JSON.stringify(report.exit)],
    ["waits_forever", JSON.stringify(report.waits_forever)],
    ["stderr_last", JSON.stringify(split(report.stderr).at(-1) ?? "")],
  ];
  const add = (name, text, encode) => {
    const { kept, cut } = bounded(text);
    const body = kept.length === 0 ? "[]" : `[\n${kept.map((line) => `    ${encode(line)}`).join(",\n")}\n  ]`;
    parts.push([name, body]);
    if (cut) parts.push([`${name}_cut`, JSON.stringify(cut)]);
  };
  add("stdout", report.stdout, JSON.stringify);
  if (report.stdout !== "" && !report.stdout.endsWith("\n")) parts.push(["stdout_open", "true"]);
  add("loop_log", report.loop_log, (line) => line);
  add("lines", report.lines, JSON.stringify);
  return `{\n${parts.map(([name, body]) => `  "${name}": ${body}`).join(",\n")}\n}\n`;
}

/** Runs the programs at these paths; `visit(path, text)` gets each golden, `fail(path, why)` what did not get to one. */
async function runPrograms(paths, visit, fail) {
  const scripts = paths.map((path) => ({
    path,
    name: basename(path),
    source: readFileSync(scriptOf(path), "utf8"),
  }));
  await runAll(scripts, (report, { path }) => {
    const fault = report.fault ?? (report.exit === "timeout" ? "it ran out of time" : null);
    if (fault) fail(path, `the oracle itself failed: ${fault}`);
    else visit(path, goldenText(report));
  });
}

const goldenOf = (path) => join(PROGRAMS, path.replace(/\.py$/, ".json"));

function chosen(filters) {
  const paths = programs(filters);
  if (paths.length === 0) throw new Error(`no program matches ${filters.join(" ")}`);
  return paths;
}

/** Goldens without a program. */
function orphans() {
  return readdirSync(PROGRAMS, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".json") && !existsSync(scriptOf(path.replace(/\.json$/, ".py"))));
}

/** Writes the goldens. */
export async function bless(filters) {
  const paths = chosen(filters);
  let written = 0;
  let failed = 0;
  const write = (path, text) => {
    const golden = goldenOf(path);
    if (existsSync(golden) && readFileSync(golden, "utf8") === text) return;
    writeFileSync(golden, text);
    written += 1;
    console.log(`wrote ${relative(process.cwd(), golden)}`);
  };
  await runPrograms(paths, write, (path, why) => {
    failed += 1;
    console.error(`${path}: ${why}`);
  });
  console.log(`${paths.length} programs, ${written} goldens written`);
  return failed > 0 ? 1 : 0;
}

function firstDifference(expected, actual) {
  const [a, b] = [split(expected), split(actual)];
  const index = a.findIndex((line, i) => line !== b[i]);
  const at = index < 0 ? a.length : index;
  return `line ${at + 1}\n    checked in: ${(a[at] ?? "(end)").trim()}\n    CPython:    ${(b[at] ?? "(end)").trim()}`;
}

/** The paths whose goldens are not what CPython does now, each with what is wrong. */
async function differing(paths) {
  const wrong = new Map();
  const compare = (path, text) => {
    const golden = goldenOf(path);
    if (!existsSync(golden)) return wrong.set(path, "has no golden");
    const expected = readFileSync(golden, "utf8");
    if (expected !== text) wrong.set(path, `differs from CPython at ${firstDifference(expected, text)}`);
  };
  await runPrograms(paths, compare, (path, why) => wrong.set(path, why));
  return wrong;
}

/**
 * Compares the goldens with what CPython does; the exit status is 1 where one differs. An interpreter that runs
 * short of memory or time on a busy machine says nothing of a golden: what is wrong must be so twice.
 */
export async function check(filters) {
  const paths = chosen(filters);
  const first = await differing(paths);
  for (const [path, problem] of first) console.error(`${path}: ${problem}`);
  const wrong = first.size > 0 ? await differing([...first.keys()]) : first;
  if (first.size > 0) console.error(`${first.size} run again, ${wrong.size} of them wrong again`);
  for (const [path, problem] of wrong) console.error(`${path}: ${problem}`);
  const orphaned = filters.length === 0 ? orphans() : [];
  for (const path of orphaned) console.error(`${path}: is a golden without a program`);
  console.log(`${paths.length} programs run on CPython, ${wrong.size} differ from what is checked in`);
  return wrong.size + orphaned.length > 0 ? 1 : 0;
}
