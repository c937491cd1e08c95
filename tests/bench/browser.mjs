// Runs the programs of a folder in the built page and on Pyodide, in one Chromium, and prints on stderr how many
// milliseconds each took: `NAME.page 12.3` and `NAME.pyodide 45.6`. `cargo xtask bench` calls it.

import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { idle, start } from "../browser/support/page.mjs";

const PYODIDE = process.env.LOOPGLASS_PYODIDE ?? fileURLToPath(new URL("../../node_modules/pyodide", import.meta.url));
const TYPES = { ".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
/** The programs that wait in real time on CPython. */
const WAITING = ["watcher"];
/** The page's limits are for visitors; a bench runs to the end. */
const LIMITS = "# loopglass: steps=100_000_000_000 events=50_000_000\n";

/** An event loop for Pyodide that never waits: what the programs need of a selector is nothing. */
const LOOP = `
import asyncio, asyncio.base_events, asyncio.events
class Quick(asyncio.base_events.BaseEventLoop):
    class _Selector:
        def select(self, timeout): return []
    def __init__(self):
        super().__init__()
        self._selector = self._Selector()
    def _process_events(self, events): pass
    def _write_to_self(self): pass
def run(main):
    loop = Quick()
    asyncio.events._set_running_loop(None)
    try:
        return loop.run_until_complete(main)
    finally:
        loop.close()
asyncio.run = run
`;

/** Serves Pyodide's own files beside an empty page. */
async function servePyodide() {
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url, "http://host").pathname);
    try {
      const body = name === "" ? "<!doctype html><title>Pyodide</title>" : readFileSync(join(PYODIDE, name));
      response.writeHead(200, { "Content-Type": name === "" ? "text/html" : (TYPES[extname(name)] ?? "application/octet-stream") });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function inThePage(site, source) {
  const page = await site.open();
  const ms = await page.evaluate(async (text) => {
    const root = document.documentElement;
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
    root.dataset.idle = "false";
    const begin = performance.now();
    document.querySelector(".stage").dispatchEvent(event);
    while (root.dataset.idle !== "true") await new Promise((done) => setTimeout(done, 4));
    return performance.now() - begin;
  }, LIMITS + source);
  await page.locator(".shell").focus();
  await page.keyboard.press("End");
  await idle(page);
  const printed = (await page.locator(".console-text").allTextContents()).join("\n");
  await page.close();
  return { ms, printed };
}

async function onPyodide(page, source) {
  return page.evaluate(
    async ([loop, code]) => {
      const { loadPyodide } = await import("./pyodide.mjs");
      globalThis.python ??= await loadPyodide();
      const printed = [];
      globalThis.python.setStdout({ batched: (line) => printed.push(line) });
      globalThis.python.runPython(loop);
      const begin = performance.now();
      globalThis.python.runPython(code, { globals: globalThis.python.toPy({ __name__: "__main__" }) });
      return { ms: performance.now() - begin, printed: printed.join("\n") };
    },
    [LOOP, source],
  );
}

const folder = process.argv[2];
const site = await start();
const pyodide = await servePyodide();
try {
  const other = await site.browser.newPage();
  other.setDefaultTimeout(0);
  await other.goto(pyodide.address);
  for (const file of readdirSync(folder).sort()) {
    const name = basename(file, ".py");
    const source = readFileSync(join(folder, file), "utf8");
    const ours = await inThePage(site, source);
    process.stderr.write(`${name}.page ${ours.ms}\n`);
    if (WAITING.includes(name)) continue;
    const theirs = await onPyodide(other, source);
    process.stderr.write(`${name}.pyodide ${theirs.ms}\n`);
    if (ours.printed.trim() !== theirs.printed.trim()) {
      console.error(`${name} prints ${JSON.stringify(ours.printed)} in the page and ${JSON.stringify(theirs.printed)} on Pyodide`);
      process.exitCode = 1;
    }
  }
} finally {
  pyodide.close();
  await site.close();
}
