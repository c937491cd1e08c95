// CPython in the browser: Pyodide's own files served beside an empty page, and programs run on it, not traced, on an
// event loop that never waits.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PYODIDE = process.env.LOOPGLASS_PYODIDE ?? fileURLToPath(new URL("../../node_modules/pyodide", import.meta.url));
const TYPES = { ".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

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
export async function serve() {
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

/** Runs a program on the Pyodide of a page: the milliseconds it takes, and what it prints. */
export function run(page, source) {
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

/** Milliseconds from navigation until Pyodide can run something, in a fresh profile. */
export async function opening(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(address);
  const ms = await page.evaluate(async () => {
    const { loadPyodide } = await import("./pyodide.mjs");
    await loadPyodide();
    return performance.now();
  });
  await page.close();
  return ms;
}
