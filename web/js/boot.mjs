// Starts the page: loads the bindings and the WebAssembly whose names the build wrote on this script's tag. It is a file
// of its own, not an inline script, so that the page works under a strict content security policy.

import { start } from "./page.mjs";

const tag = document.querySelector("script[data-js][data-wasm]");
const beside = (name) => new URL(name, import.meta.url).href;

await start(
  () => import(beside("editor.mjs")),
  () => import(beside("picture.mjs")),
  async () => {
    const { default: init } = await import(beside(tag.dataset.js));
    await init({ module_or_path: new URL(tag.dataset.wasm, import.meta.url) });
  },
);
