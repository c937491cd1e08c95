// Runs scripts on CPython, each in an interpreter of its own, a few at a time. A thread starts its
// interpreter before its script is known, so that starting one overlaps with running another.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { prepare } from "./interpreter.mjs";

/** Wall time that a script may take before it is reported as `"exit": "timeout"`: generous, since machines are busy. */
export const TIME_LIMIT_MS = 600_000;

function spawn() {
  return new Worker(new URL("./worker.mjs", import.meta.url), { resourceLimits: { stackSizeMb: 64 } });
}

function timedOut(script) {
  return { name: script.name, stdout: "", stderr: "", exit: "timeout", waits_forever: false, loop_log: "", lines: "" };
}

function failed(script, fault) {
  return { ...timedOut(script), exit: 134, fault };
}

/** Runs one script on a thread and resolves with its report. The thread is spent. */
function execute(worker, script, limit, onOutput) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(timedOut(script)), limit);
    const finish = (report) => {
      clearTimeout(timer);
      worker.removeAllListeners("exit");
      worker.removeAllListeners("error");
      worker.on("error", () => {}); // What an interpreter says while it is being ended is of no use.
      worker.terminate();
      resolve(report);
    };
    worker.on("message", (message) => {
      if (message.stream) onOutput?.(message.stream, message.bytes);
      if (message.report) finish(message.report);
    });
    worker.on("error", (error) => finish(failed(script, `the interpreter failed: ${error?.stack ?? error}`)));
    worker.on("exit", (code) => finish(failed(script, `the interpreter went away with ${code}`)));
    worker.postMessage({ script, stream: Boolean(onOutput) });
  });
}

/**
 * Runs every script of `scripts` ({ name, source }) and calls `done(report, script)` as each ends, in the
 * order given.
 */
export async function runAll(scripts, done, { limit = TIME_LIMIT_MS, jobs = availableParallelism(), onOutput } = {}) {
  await prepare();
  const queue = [...scripts.entries()];
  const reports = new Map();
  let next = 0;
  const deliver = (index, report) => {
    reports.set(index, report);
    while (reports.has(next)) {
      const ended = reports.get(next);
      reports.delete(next);
      done(ended, scripts[next]);
      next += 1;
    }
  };
  const lane = async () => {
    let worker = queue.length > 0 ? spawn() : null;
    while (queue.length > 0) {
      const [index, script] = queue.shift();
      const current = worker;
      worker = null;
      const report = execute(current, script, limit, onOutput);
      if (queue.length > 0) worker = spawn();
      deliver(index, await report);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, scripts.length) }, lane));
}

/** Runs one script, giving its output to `onOutput(stream, bytes)` as it is printed. */
export async function runOne(script, options = {}) {
  let result;
  await runAll([script], (report) => (result = report), options);
  return result;
}
