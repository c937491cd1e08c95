// Starts the page inside a frame of another page. The frame has an origin of its own, to which every file is from
// elsewhere: without permission of the host it can load classic scripts and style sheets, but neither modules nor
// WebAssembly. So all that the page needs is in two classic scripts: this one and one that holds the WebAssembly as text.

import init from "loopglass-bindings";
import { mount } from "./editor/main.mjs";
import { measure } from "./fit.mjs";
import { start } from "./page.mjs";

const bytes = (text) => Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const taken = (name) => {
  const module = bytes(globalThis[name]);
  delete globalThis[name];
  return module;
};

start({
  loadEditor: async () => ({ mount }),
  loadPicture: () => Promise.reject(new Error("pictures are made on the page itself")),
  loadRecorded: async () => undefined,
  init: () => init({ module_or_path: taken("loopglassWasm") }),
  loadExecutor: (imports) => globalThis.loopglassExecutor && WebAssembly.instantiate(taken("loopglassExecutor"), imports),
  more: { measure },
});
