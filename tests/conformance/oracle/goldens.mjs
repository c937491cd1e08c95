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
/** At how many other places in memory a program that differs is tried. */
const SCATTERS = 6;

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
async function runPrograms(paths, visit, fail, scatter = 0) {
  const scripts = paths.map((path) => ({
    path,
    name: basename(path),
    source: readFileSync(scriptOf(path), "utf8"),
    scatter,
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
async function differing(paths, scatter = 0) {
  const wrong = new Map();
  const compare = (path, text) => {
    const golden = goldenOf(path);
    if (!existsSync(golden)) return wrong.set(path, "has no golden");
    const expected = readFileSync(golden, "utf8");
    if (expected !== text) wrong.set(path, `differs from CPython at ${firstDifference(expected, text)}`);
  };
  await runPrograms(paths, compare, (path, why) => wrong.set(path, why), scatter);
  return wrong;
}

function tell(problems) {
  for (const [path, problem] of problems) console.error(`${path}: ${problem}`);
}

/**
 * Runs the programs with their objects at other addresses, `rounds` times, and tells which of them CPython then runs
 * otherwise than their goldens say: those hang on something like the order of a set of objects, and want rewriting.
 */
export async function steady(rounds, filters) {
  const paths = chosen(filters);
  const moved = new Set();
  for (let scatter = 1; scatter <= rounds; scatter += 1) {
    const wrong = await differing(paths, scatter);
    tell(wrong);
    for (const path of wrong.keys()) moved.add(path);
  }
  console.log(`${paths.length} programs run at ${rounds} other places in memory, ${moved.size} hang on addresses`);
  return moved.size > 0 ? 1 : 0;
}

/** Of the paths that differ, those that differ wherever their objects are: addresses say nothing of a golden. */
async function differingAnywhere(wrong) {
  let left = wrong;
  for (let scatter = 1; scatter <= SCATTERS && left.size > 0; scatter += 1) {
    const again = await differing([...left.keys()], scatter);
    left = new Map([...left].filter(([path]) => again.has(path)));
  }
  return left;
}

/**
 * Compares the goldens with what CPython does; the exit status is 1 where one differs. An interpreter that runs
 * short of memory or time on a busy machine says nothing of a golden, nor does one whose memory is laid out
 * otherwise than on the machine that wrote it: what is wrong must be so twice, and wherever the objects are.
 */
export async function check(filters) {
  const paths = chosen(filters);
  const first = await differing(paths);
  tell(first);
  const again = first.size > 0 ? await differing([...first.keys()]) : first;
  if (first.size > 0) console.error(`${first.size} run again, ${again.size} of them wrong again`);
  const wrong = await differingAnywhere(again);
  for (const path of again.keys()) {
    if (!wrong.has(path)) console.error(`${path}: CPython runs it in more ways than one, by the addresses of objects; rewrite it`);
  }
  tell(wrong);
  const orphaned = filters.length === 0 ? orphans() : [];
  for (const path of orphaned) console.error(`${path}: is a golden without a program`);
  console.log(`${paths.length} programs run on CPython, ${wrong.size} differ from what is checked in`);
  return wrong.size + orphaned.length > 0 ? 1 : 0;
}
