// Splits the page's WebAssembly in two, after Trunk has built it: what shows a run that was recorded before, which is
// loaded first, and the executor, which comes after it. `split/parts.mjs` says how.
//
// The page reaches what is loaded later through a few functions only, the gates. What the linker says refers to what
// tells which functions and data are reached without passing one: those are the first part. All else is the second.

import { readFileSync } from "node:fs";
import { parse } from "./split/module.mjs";
import { split } from "./split/parts.mjs";
import { isImport, nameOf, reachable, references, roots } from "./split/relocations.mjs";

/** The gates, of `web/src/driver/executor.rs` and `web/src/export.rs`, as their mangled names have them. */
const GATES = ["6driver8executor5begin", "6export8perfetto", "6export10json_lines"];
/** What follows in a mangled name that is that of the function itself; it differs from build to build. */
const REST = /^(17h[0-9a-f]{16}E(\.llvm\.\d+)?)?$/;

/**
 * The two parts of a module.
 *
 * @param linked the module as the linker made it, with its relocations
 * @param whole the same after wasm-bindgen, with the names of its functions
 */
export function parts(linked, whole) {
  const from = parse(linked);
  const to = parse(whole);
  const graph = references(from);
  const names = new Set(from.bodies.map((_, at) => nameOf(from, from.importedFunctions + at)));
  const gates = GATES.map((gate) => only(gate, [...names].filter((name) => isNamed(name, gate))));
  const early = reachable(graph, roots(from), new Set(gates));
  const late = [...names].filter((name) => !early.has(name));
  const called = reachable({ uses: graph.calls, loose: [] }, late, new Set());
  const outside = [...called].filter((name) => [...(graph.calls.get(name) ?? [])].some(isImport));
  const lost = outside.filter((name) => !early.has(name));
  if (lost.length > 0) throw new Error(`the executor calls the browser: ${lost.join(", ")}`);
  const own = to.bodies.map((_, at) => to.importedFunctions + at);
  const indices = (list) => {
    const wanted = new Set(list);
    return new Set(own.filter((index) => wanted.has(nameOf(to, index))));
  };
  const found = indices(gates);
  if (found.size !== gates.length) throw new Error("gates are not in the module of wasm-bindgen: are both of one build?");
  return split(to, {
    late: indices(late),
    gates: found,
    outside: indices(outside),
    lateData: lateData(graph.pieces, early),
  });
}

function isNamed(name, gate) {
  const at = name.indexOf(gate);
  return at >= 0 && REST.test(name.slice(at + gate.length));
}

function only(gate, found) {
  if (found.length !== 1) throw new Error(`${found.length} functions look like the gate ${gate}`);
  return found[0];
}

/** The places of data that only late pieces hold. */
function lateData(pieces, early) {
  const end = Math.max(0, ...pieces.map((piece) => piece.end));
  const owner = new Uint8Array(end);
  pieces.forEach((piece, at) => early.has(at) || owner.fill(1, piece.start, piece.end));
  pieces.forEach((piece, at) => early.has(at) && owner.fill(0, piece.start, piece.end));
  const runs = [];
  for (let at = owner.indexOf(1); at >= 0; ) {
    const stop = owner.indexOf(0, at);
    runs.push({ start: at, end: stop < 0 ? end : stop });
    at = stop < 0 ? -1 : owner.indexOf(1, stop);
  }
  return runs;
}
