// What the linker leaves with `--emit-relocs`: which functions and which data each function and each piece of data
// refers to. From this follows what the page can reach, and what only the executor does.

import { Reader } from "./bytes.mjs";
import { KIND } from "./module.mjs";

const SYMBOLS = 8;
const SYMBOL = { function: 0, data: 1, global: 2, section: 3, tag: 4, table: 5 };
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;

/** Kinds of relocations that name a symbol of a function, and those that name one of data. */
const TO_FUNCTION = new Set([0, 1, 2, 8, 12, 18, 19, 22, 24, 26]);
const TO_DATA = new Set([3, 4, 5, 11, 14, 15, 16, 17, 21, 23, 25]);
const TO_CODE = 0;
const WITH_ADDEND = new Set([...TO_DATA, 8, 9, 22]);

/**
 * What refers to what in a linked module.
 *
 * A node is a function (its name, since that is what the same function has in the module after wasm-bindgen; several of
 * one name count as one) or a piece of data (its place in `pieces`).
 */
export function references(module) {
  const symbols = readSymbols(module);
  const segments = segmentStarts(module);
  const pieces = [];
  const nodes = symbols.map((symbol) => {
    if (symbol.kind === SYMBOL.function) return nameOf(module, symbol.index);
    // Data that begins as zeros has no content in the file.
    if (symbol.kind !== SYMBOL.data || !module.data[symbol.segment]) return undefined;
    const address = module.data[symbol.segment].offset + symbol.offset;
    return pieces.push({ start: address, end: address + symbol.size }) - 1;
  });
  const graph = { pieces, uses: new Map(), calls: new Map(), loose: [] };
  fromCode(module, nodes, graph);
  fromData(module, nodes, segments, graph);
  return graph;
}

/** The name of a function; one that is imported goes by its place. */
export function nameOf(module, index) {
  return index < module.importedFunctions ? `import ${index}` : (module.names.get(index) ?? `function ${index}`);
}

export function isImport(node) {
  return typeof node === "string" && node.startsWith("import ");
}

function custom(module, wanted) {
  const section = module.sections.find(({ name }) => name === wanted);
  if (!section) throw new Error(`the linker left no section ${wanted}: was it asked for relocations?`);
  return new Reader(module.bytes, section.content, section.end);
}

function readSymbols(module) {
  const reader = custom(module, "linking");
  reader.number();
  while (!reader.done) {
    const kind = reader.byte();
    const length = reader.number();
    if (kind === SYMBOLS) return reader.list(readSymbol);
    reader.at += length;
  }
  throw new Error("the linker left no symbols");
}

function readSymbol(reader) {
  const kind = reader.byte();
  const flags = reader.number();
  const defined = !(flags & UNDEFINED);
  if (kind === SYMBOL.section) return { kind, index: reader.number() };
  if (kind === SYMBOL.data) {
    const symbol = { kind, name: reader.name() };
    return defined ? { ...symbol, segment: reader.number(), offset: reader.number(), size: reader.number() } : symbol;
  }
  const index = reader.number();
  return { kind, index, name: defined || flags & EXPLICIT_NAME ? reader.name() : undefined };
}

/** Where the content of each segment lies in the file. */
function segmentStarts(module) {
  return module.data.map(({ bytes }) => bytes.byteOffset - module.bytes.byteOffset);
}

function readRelocations(module, name) {
  const reader = custom(module, name);
  const section = module.sections[reader.number()];
  const list = reader.list((it) => {
    const entry = { kind: it.byte(), place: section.start + it.number(), index: it.number() };
    if (WITH_ADDEND.has(entry.kind)) it.signed();
    return entry;
  });
  return list.sort((a, b) => a.place - b.place);
}

function target({ kind, index }, nodes) {
  return TO_FUNCTION.has(kind) || TO_DATA.has(kind) ? nodes[index] : undefined;
}

function note(map, from, to) {
  if (!map.has(from)) map.set(from, new Set());
  map.get(from).add(to);
}

function fromCode(module, nodes, graph) {
  let at = 0;
  for (const entry of readRelocations(module, "reloc.CODE")) {
    while (module.bodies[at].end <= entry.place) at += 1;
    const to = target(entry, nodes);
    if (to === undefined) continue;
    const from = nameOf(module, module.importedFunctions + at);
    note(graph.uses, from, to);
    if (entry.kind === TO_CODE) note(graph.calls, from, to);
  }
}

/** What data refers to. What belongs to no piece is noted as loose: it counts as reached. */
function fromData(module, nodes, segments, graph) {
  const order = graph.pieces.map((piece, index) => ({ ...piece, node: index })).sort((a, b) => a.start - b.start);
  let segment = 0;
  for (const entry of readRelocations(module, "reloc.DATA")) {
    const to = target(entry, nodes);
    if (to === undefined) continue;
    while (segments[segment] + module.data[segment].bytes.length <= entry.place) segment += 1;
    const address = module.data[segment].offset + entry.place - segments[segment];
    const owners = piecesAt(order, address);
    for (const owner of owners) note(graph.uses, owner, to);
    if (owners.length === 0) graph.loose.push(to);
  }
}

/** The pieces that hold an address. */
function piecesAt(order, address) {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle].start <= address) low = middle + 1;
    else high = middle;
  }
  const owners = [];
  for (let at = low - 1; at >= 0 && at > low - 8; at -= 1) {
    if (order[at].end > address) owners.push(order[at].node);
  }
  return owners;
}

/** All that can be reached from these nodes without passing one of the gates. */
export function reachable(graph, roots, gates) {
  const seen = new Set();
  const open = [...roots, ...graph.loose];
  while (open.length > 0) {
    const node = open.pop();
    if (seen.has(node) || gates.has(node)) continue;
    seen.add(node);
    for (const next of graph.uses.get(node) ?? []) open.push(next);
  }
  return seen;
}

/** What is called from outside: the exported functions, and the one that starts the module. */
export function roots(module) {
  return module.exports.filter(({ kind }) => kind === KIND.function).map(({ index }) => nameOf(module, index));
}
