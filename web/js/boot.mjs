// Starts the page: loads the bindings and the WebAssembly whose names the build wrote on this script's tag. It is a file
// of its own, not an inline script, so that the page works under a strict content security policy.

import { start } from "./page.mjs";

const tag = document.querySelector("script[data-js][data-wasm]");
const beside = (name) => new URL(name, import.meta.url).href;

const { js, wasm, executor, recorded } = tag.dataset;

await start({
  loadEditor: () => import(beside("editor.mjs")),
  loadPicture: () => import(beside("picture.mjs")),
  loadRecorded: async () => recorded && new Uint8Array(await bytesOf(await fetch(beside(recorded)))),
  async init() {
    const { default: init } = await import(beside(js));
    return init({ module_or_path: new URL(wasm, import.meta.url) });
  },
  // A page that was built for development is in one part.
  loadExecutor: (imports) => executor && instantiate(beside(executor), imports),
  more: { embedding: () => import(beside("embedding.mjs")), guides: () => import(beside("guides.mjs")) },
});

// Once everything is there, the page is kept for when there is no network; one that is being worked on is not.
if (tag.dataset.worker && navigator.serviceWorker) {
  const keep = () => navigator.serviceWorker.register(beside(tag.dataset.worker)).catch(() => {});
  (globalThis.requestIdleCallback ?? setTimeout)(keep);
}

/** Instantiates as it loads; only then not, if the host does not say that it is WebAssembly. */
async function instantiate(address, imports) {
  const response = await fetch(address);
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.instantiateStreaming(response, imports) : WebAssembly.instantiate(await bytesOf(response), imports);
}

function bytesOf(response) {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.arrayBuffer();
}
