// A thread that holds one interpreter, runs the one script that it is sent, and reports.

import { parentPort } from "node:worker_threads";
import { run, start } from "./interpreter.mjs";

const interpreter = await start();
parentPort.postMessage({ ready: true });
parentPort.once("message", ({ script, stream }) => {
  const forward = stream ? (name, bytes) => parentPort.postMessage({ stream: name, bytes }) : undefined;
  parentPort.postMessage({ report: run(interpreter, { ...script, forward }) });
});
