// Starts the page: loads the bindings and the WebAssembly whose names the build wrote on this script's tag. It is a file
// of its own, not an inline script, so that the page works under a strict content security policy.

import { start } from "./page.mjs";

const tag = document.querySelector("script[data-js][data-wasm]");
const beside = (name) => new URL(name, import.meta.url).href;

const { js, wasm, executor, recorded, later } = tag.dataset;

// Compiled while all else is still on its way. What goes wrong is said by who waits for it.
const first = compiled(beside(wasm));
first.catch(() => {});

await start({
  loadEditor: () => import(beside("editor.mjs")),
  // A page that was built for development has it from the start.
  loadLater: async () => later && sheet(beside(later)),
  loadPicture: () => import(beside("picture.mjs")),
  loadRecorded: async () => recorded && new Uint8Array(await bytesOf(await fetch(beside(recorded)))),
  async init() {
    const { default: init } = await import(beside(js));
    return init({ module_or_path: await first });
  },
  // A page that was built for development is in one part.
  loadExecutor: async (imports) => executor && WebAssembly.instantiate(await compiled(beside(executor)), imports),
  more: { embedding: () => import(beside("embedding.mjs")), guides: () => import(beside("guides.mjs")) },
});

// Once everything is there, the page is kept for when there is no network; one that is being worked on is not.
if (tag.dataset.worker && navigator.serviceWorker) {
  const keep = () => navigator.serviceWorker.register(beside(tag.dataset.worker)).catch(() => {});
  (globalThis.requestIdleCallback ?? setTimeout)(keep);
}

/** Adds a style sheet; without it the page looks plainer, and works. */
function sheet(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

/** Compiles as it loads; only then not, if the host does not say that it is WebAssembly. */
async function compiled(address) {
  const response = await fetch(address);
  const streams = response.ok && response.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await bytesOf(response));
}

function bytesOf(response) {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.arrayBuffer();
}
