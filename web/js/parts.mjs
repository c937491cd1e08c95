// The second part of the page's WebAssembly: `web/split.mjs` puts the executor there. It has no memory, table or
// globals of its own: it is given those of the first part.

/**
 * Adds the second part to the first.
 *
 * @param {WebAssembly.Exports} first what the first part exports
 * @param {(imports: WebAssembly.Imports) => Promise<unknown>} instantiate loads the second
 */
export function addTo(first, instantiate) {
  const shared = { memory: first.memory };
  for (const [name, value] of Object.entries(first)) {
    if (name.startsWith("shared.")) shared[name.slice("shared.".length)] = value;
  }
  return instantiate({ shared });
}

/** What `make` promises, asked for once; asked for again if that failed. */
export function once(make) {
  let made;
  return () => {
    made ??= make().catch((problem) => {
      made = undefined;
      throw problem;
    });
    return made;
  };
}
