// Starts the page: loads the bindings and the WebAssembly whose names the build wrote on this script's tag.
// It is a file of its own, not an inline script, so that the page works under a strict content security policy.

const tag = document.querySelector("script[data-js][data-wasm]");

try {
  const { default: init } = await import(new URL(tag.dataset.js, import.meta.url));
  await init({ module_or_path: new URL(tag.dataset.wasm, import.meta.url) });
} catch (problem) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent =
    "Loopglass could not start. It needs a browser with WebAssembly, and all files of the page. " +
    `The browser says: ${problem instanceof Error ? problem.message : problem}`;
  document.body.append(message);
  throw problem;
}
