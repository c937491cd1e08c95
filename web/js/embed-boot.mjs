// Starts the page inside a frame of another page. The frame has an origin of its own, to which every file is from
// elsewhere: without permission of the host it can load classic scripts and style sheets, but neither modules nor
// WebAssembly. So all that the page needs is in two classic scripts: this one and one that holds the WebAssembly as text.

import init from "loopglass-bindings";
import { fromBase64 } from "./base64.mjs";
import { mount } from "./editor/main.mjs";
import { measure } from "./fit.mjs";
import { start } from "./page.mjs";

/** Takes a module that came as text: compressed, since not every host compresses what it sends. */
const taken = (name) => {
  const packed = fromBase64(globalThis[name]);
  delete globalThis[name];
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
};

start({
  loadEditor: async () => ({ mount }),
  loadPicture: () => Promise.reject(new Error("pictures are made on the page itself")),
  loadRecorded: async () => undefined,
  init: () => init({ module_or_path: taken("loopglassWasm") }),
  loadExecutor: (imports) => globalThis.loopglassExecutor && WebAssembly.instantiateStreaming(taken("loopglassExecutor"), imports),
  more: { measure },
});
