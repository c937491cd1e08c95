// One CPython 3.14, started from a memory snapshot, that runs one script as `python FILE` would and reports
// all that the conformance tests compare. An interpreter is used once: its state is gone after the run.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../../..");
const EPOCH_NS = 1767268800000000000n;
const NETWORK = join(ROOT, "crates/executor/src/prelude/network");
/** The modules of the network in memory, in the order in which they need each other. */
const MODULES = {
  _network: "endpoints.py",
  _network_epoll: "epoll.py",
  _network_streams: "streams.py",
  _network_datagrams: "datagrams.py",
  _socket_names: "names.py",
  _socket: "sockets.py",
  select: "select.py",
};
const HOME = "/home/user";
const SINKS = "/oracle";
const ENVIRONMENT = { PYTHONHASHSEED: "0", HOME, TZ: "UTC", LANG: "C.UTF-8" };

/** The directory of the npm package `pyodide`: the repository's, else `LOOPGLASS_PYODIDE`. */
export function pyodideDirectory() {
  try {
    return dirname(createRequire(join(ROOT, "package.json")).resolve("pyodide/package.json"));
  } catch {
    const directory = process.env.LOOPGLASS_PYODIDE;
    if (directory && existsSync(join(directory, "package.json"))) return directory;
    throw new Error("the npm package pyodide is missing: run `npm ci`, or set LOOPGLASS_PYODIDE to its directory");
  }
}

const directory = pyodideDirectory();

/** Clocks and entropy of the instance that is being made; `run` fills in where the virtual clock lives. */
const host = { memory: null, clockAddress: 0, entropy: 1 };

function virtualClock(original) {
  return (clockId, precision, pointer) => {
    if (host.clockAddress === 0) return original(clockId, precision, pointer);
    const cells = new BigInt64Array(host.memory().buffer);
    const ns = cells[host.clockAddress >>> 3];
    cells[Number(pointer) >>> 3] = clockId === 0 ? EPOCH_NS + ns : ns;
    return 0;
  };
}

/** Emscripten's own clocks, in milliseconds: libc's `time` reads the first. */
function virtualMilliseconds(original, start) {
  return () => {
    if (host.clockAddress === 0) return original();
    const ns = new BigInt64Array(host.memory().buffer)[host.clockAddress >>> 3];
    return Number((start + ns) / 1000n) / 1000;
  };
}

function fixedEntropy(original) {
  return (pointer, length) => {
    if (host.clockAddress === 0) return original(pointer, length);
    const bytes = host.memory();
    for (let i = 0; i < length; i += 1) {
      host.entropy = (Math.imul(host.entropy, 1664525) + 1013904223) >>> 0;
      bytes[(pointer >>> 0) + i] = host.entropy >>> 24;
    }
    return 0;
  };
}

// Pyodide hands its imports to `WebAssembly.instantiate`: the one place where a C-level clock can be replaced.
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = (binary, imports, ...rest) => {
  for (const space of [imports?.env, imports?.wasi_snapshot_preview1]) {
    if (!space?.clock_time_get) continue;
    space.clock_time_get = virtualClock(space.clock_time_get);
    space.emscripten_date_now = virtualMilliseconds(space.emscripten_date_now, EPOCH_NS);
    space.emscripten_get_now = virtualMilliseconds(space.emscripten_get_now, 0n);
    space.random_get = fixedEntropy(space.random_get);
  }
  return instantiate.call(WebAssembly, binary, imports, ...rest);
};

async function load(options) {
  const { loadPyodide } = await import(pathToFileURL(join(directory, "pyodide.mjs")));
  const python = await loadPyodide({ indexURL: directory, env: { ...ENVIRONMENT }, ...options });
  host.memory = () => python._module.HEAPU8;
  return python;
}

const PRELOAD = `
import array, asyncio, asyncio.base_events, asyncio.unix_events, json, logging, random, datetime, traceback
`;

function snapshotPath() {
  const version = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")).version;
  const key = createHash("sha256").update([version, PRELOAD, JSON.stringify(ENVIRONMENT)].join("\n"));
  const target = join(ROOT, "target");
  const place = join(existsSync(target) ? target : tmpdir(), "loopglass-oracle");
  return join(place, `python-${version}-${key.digest("hex").slice(0, 12)}.snapshot`);
}

/** Makes the memory snapshot that interpreters start from, unless it is there. Takes some three seconds. */
export async function prepare() {
  const path = snapshotPath();
  if (existsSync(path)) return path;
  const python = await load({ _makeSnapshot: true });
  python.runPython(PRELOAD);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, python.makeMemorySnapshot());
  renameSync(draft, path);
  return path;
}

/** Starts an interpreter. Nothing of a script is known yet, so a pool may hold some in store. */
export async function start() {
  const python = await load({ _loadSnapshot: readFileSync(snapshotPath()) });
  const globals = python.runPython("{'__name__': 'harness', '__builtins__': __builtins__}");
  python.runPython("import time; real_sleep = getattr(time.sleep, '__wrapped__', time.sleep)", { globals });
  for (const filename of ["workers.py", "sockets.py", "harness.py"]) {
    python.runPython(readFileSync(join(HERE, filename), "utf8"), { globals, filename });
  }
  const network = Object.entries(MODULES).map(([name, file]) => [name, readFileSync(join(NETWORK, file), "utf8")]);
  globals.set("network", python.toPy(network));
  return { python, globals };
}

function collector(chunks, forward) {
  return {
    isatty: false,
    write(bytes) {
      const copy = Buffer.from(bytes);
      chunks.push(copy);
      forward?.(copy);
      return bytes.length;
    },
  };
}

/** The exit status: what `exit` was given, else 1 after a traceback (130 after a KeyboardInterrupt). */
function execute(python, name) {
  const module = python._module;
  const text = (string) => module.stringToNewUTF8(string);
  try {
    const inspect = module._PyLong_FromLong(0);
    module._PyConfig_Set(text("inspect"), inspect);
    const file = module._fopen(text(name), text("r"));
    const failed = module._PyRun_SimpleFileExFlags(file, text(name), 1, 0);
    const flushed = module._Py_FinalizeEx();
    if (failed) return { status: 1 };
    return { status: flushed === 0 ? 0 : 120 };
  } catch (error) {
    if (typeof error?.status === "number") return { status: error.status };
    return { status: 134, fault: String(error?.stack ?? error) };
  }
}

function readSink(python, name) {
  try {
    return python.FS.readFile(`${SINKS}/${name}`, { encoding: "utf8" });
  } catch {
    return null;
  }
}

/**
 * Runs `source` as the file `name` and returns its stdout, stderr, exit status, loop log and line events.
 * `forward(stream, bytes)` sees the output while it is printed. Each `scatter` gives the script's objects other
 * addresses.
 */
export function run({ python, globals }, { name, source, forward, stdin = "", scatter = 0 }) {
  const out = [];
  const err = [];
  python.setStdout(collector(out, forward && ((bytes) => forward("stdout", bytes))));
  python.setStderr(collector(err, forward && ((bytes) => forward("stderr", bytes))));
  let input = Buffer.from(stdin);
  python.setStdin({
    isatty: false,
    read(buffer) {
      const count = input.copy(buffer);
      input = input.subarray(count);
      return count;
    },
  });
  python.FS.mkdirTree(HOME);
  python.FS.mkdirTree(SINKS);
  python.FS.chdir(HOME);
  python.FS.mkdirTree(dirname(name));
  python.FS.writeFile(name, source);
  globals.set("arguments", python.toPy([name, source, SINKS, scatter]));
  host.clockAddress = python.runPython("start(*arguments, real_sleep, install, install_network, network)", { globals });
  const { status, fault } = execute(python, name);
  host.clockAddress = 0;
  const stderr = Buffer.concat(err).toString();
  const interrupted = status === 1 && /(^|\n)KeyboardInterrupt(:.*)?\n$/.test(stderr);
  return {
    name,
    stdout: Buffer.concat(out).toString(),
    stderr,
    exit: interrupted ? 130 : status,
    waits_forever: readSink(python, "waits-forever") !== null,
    loop_log: readSink(python, "log") ?? "",
    lines: readSink(python, "lines") ?? "",
    ...(fault ? { fault } : {}),
  };
}
