// The command line of the CPython 3.14 oracle; tests/conformance/README.md says what each form is for.

import { readFileSync, writeSync } from "node:fs";
import { basename } from "node:path";
import { compareAll } from "./compare.mjs";
import { bless, check, steady } from "./goldens.mjs";
import { runAll, runOne } from "./pool.mjs";
import { randomProgram } from "./random-wide.mjs";
import { runRandom } from "./random.mjs";

const USAGE = `usage: node tests/conformance/oracle/main.mjs FORM
  FILE...              one JSON object a script: stdout, stderr, exit, loop_log, lines
  --run FILE           run it as \`python FILE\` does (\`-\` reads the script from standard input)
  --py CODE            the same for a piece of code
  --loop-log FILE      only the loop log
  --lines FILE         only the line events, \`function:line task\`
  --compare FILE...    run them on CPython and on Loopglass, and say where the two part
  --check [FILTER...]  compare the goldens with what CPython does now (the default of \`cargo xtask oracle\`)
  --bless [FILTER...]  write them
  --steady [COUNT [FILTER...]]  run the programs at other places in memory, and tell which of them hang on addresses
  --random [COUNT [SEED]]  run random programs on CPython and on Loopglass, and compare
  --random-program SEED    print one of them
`;

const QUICK_LIMIT_MS = 20_000;

function scriptFrom(path) {
  if (path === "-") return { name: "script.py", source: readFileSync(0, "utf8") };
  return { name: basename(path), source: readFileSync(path, "utf8") };
}

/** Writes all of it before returning: the process may end right after. */
function write(descriptor, data) {
  let bytes = Buffer.from(data);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

async function likePython(script) {
  const onOutput = (stream, bytes) => write(stream === "stdout" ? 1 : 2, bytes);
  const report = await runOne(script, { onOutput, limit: QUICK_LIMIT_MS });
  if (report.waits_forever) write(2, "[oracle: the loop would wait forever; the run ends here]\n");
  if (report.exit === "timeout") write(2, `[oracle: stopped after ${QUICK_LIMIT_MS / 1000} s]\n`);
  if (report.fault) write(2, `[oracle: ${report.fault}]\n`);
  return report.exit === "timeout" ? 124 : report.exit;
}

async function only(part, path) {
  const report = await runOne(scriptFrom(path));
  write(1, report[part]);
  return 0;
}

async function reports(paths) {
  await runAll(paths.map(scriptFrom), (report) => {
    const split = (text) => (text === "" ? [] : text.trimEnd().split("\n"));
    const loopLog = split(report.loop_log).map((line) => JSON.parse(line));
    write(1, `${JSON.stringify({ ...report, loop_log: loopLog, lines: split(report.lines) })}\n`);
  });
  return 0;
}

async function compare(paths) {
  const parted = await compareAll(paths.map(scriptFrom), ({ name }, where) => console.log(`${name}: ${where}`));
  console.log(`${paths.length} scripts, ${parted} differ`);
  return parted > 0 ? 1 : 0;
}

async function main([form, ...rest]) {
  switch (form) {
    case "--run":
      return likePython(scriptFrom(rest[0] ?? "-"));
    case "--py":
      return likePython({ name: "<string>.py", source: rest.join("\n") });
    case "--loop-log":
      return only("loop_log", rest[0] ?? "-");
    case "--lines":
      return only("lines", rest[0] ?? "-");
    case "--compare":
      return compare(rest);
    case "--check":
      return check(rest);
    case "--bless":
      return bless(rest);
    case "--steady":
      return steady(Number(rest[0] ?? 3), rest.slice(1));
    case "--random":
      return runRandom(Number(rest[0] ?? 100), Number(rest[1] ?? 1));
    case "--random-program":
      write(1, randomProgram(Number(rest[0] ?? 1)));
      return 0;
    case undefined:
    case "--help":
      write(form ? 1 : 2, USAGE);
      return form ? 0 : 2;
    default:
      if (form.startsWith("-")) {
        write(2, `unknown form ${form}\n${USAGE}`);
        return 2;
      }
      return reports([form, ...rest]);
  }
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  write(2, `${error.message}\n${error.cause?.stack ?? ""}\n`);
  process.exit(1);
}
