// A WebAssembly module as far as it must be understood to be split: what it imports, its functions, the table, the
// globals and the data. Bodies of functions stay bytes.

import { Reader, sections } from "./bytes.mjs";

export const ID = { custom: 0, type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8, element: 9, code: 10, data: 11, count: 12 };
export const KIND = { function: 0, table: 1, memory: 2, global: 3 };

const I32_CONST = 0x41;
const END = 0x0b;

/** Takes a module apart. */
export function parse(bytes) {
  const all = sections(bytes);
  const find = (id) => all.find((section) => section.id === id);
  const items = (id, read) => {
    const section = find(id);
    return section ? new Reader(bytes, section.start, section.end).list(read) : [];
  };
  const imports = items(ID.import, readImport);
  const imported = imports.filter(({ kind }) => kind === KIND.function);
  const types = [...imported.map(({ type }) => type), ...items(ID.function, (reader) => reader.number())];
  return {
    bytes,
    sections: all,
    imports,
    importedFunctions: imported.length,
    types,
    parameters: items(ID.type, readParameters),
    tables: items(ID.table, readTable),
    globals: items(ID.global, readGlobal),
    exports: items(ID.export, (reader) => ({ name: reader.name(), kind: reader.byte(), index: reader.number() })),
    elements: items(ID.element, readElements),
    bodies: items(ID.code, (reader) => {
      const length = reader.number();
      const start = reader.at;
      reader.at += length;
      return { start, end: reader.at };
    }),
    data: items(ID.data, readData),
    names: readNames(bytes, all),
  };
}

function readLimits(reader) {
  const flags = reader.byte();
  return { flags, min: reader.number(), max: flags & 1 ? reader.number() : undefined };
}

function readTable(reader) {
  const type = reader.byte();
  return { type, ...readLimits(reader) };
}

function readImport(reader) {
  const entry = { module: reader.name(), name: reader.name(), kind: reader.byte() };
  if (entry.kind === KIND.function) entry.type = reader.number();
  else if (entry.kind === KIND.table) readTable(reader);
  else if (entry.kind === KIND.memory) readLimits(reader);
  else reader.at += 2;
  return entry;
}

/** How many parameters a type of functions has. */
function readParameters(reader) {
  if (reader.byte() !== 0x60) throw new Error("only types of functions are understood");
  const count = reader.list((it) => it.byte()).length;
  reader.list((it) => it.byte());
  return count;
}

function readGlobal(reader) {
  const start = reader.at;
  const type = reader.byte();
  const mutable = reader.byte();
  while (reader.byte() !== END);
  return { type, mutable, bytes: reader.bytes.subarray(start, reader.at) };
}

/** The constant that says where something begins. */
function readOffset(reader) {
  if (reader.byte() !== I32_CONST) throw new Error("only constant places are understood");
  const value = reader.signed() >>> 0;
  if (reader.byte() !== END) throw new Error("only constant places are understood");
  return value;
}

function readElements(reader) {
  const flags = reader.number();
  if (flags !== 0 && flags !== 2) throw new Error(`elements of kind ${flags} are not understood`);
  const table = flags === 2 ? reader.number() : 0;
  const offset = readOffset(reader);
  if (flags === 2) reader.byte();
  return { table, offset, functions: reader.list((it) => it.number()) };
}

function readData(reader) {
  if (reader.number() !== 0) throw new Error("only data with a place is understood");
  const offset = readOffset(reader);
  return { offset, bytes: reader.take(reader.number()) };
}

/** The names of functions, by index. */
function readNames(bytes, all) {
  const names = new Map();
  const section = all.find(({ name }) => name === "name");
  if (!section) return names;
  const reader = new Reader(bytes, section.content, section.end);
  while (!reader.done) {
    const kind = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    if (kind === 1) reader.list((it) => names.set(it.number(), it.name()));
    reader.at = end;
  }
  return names;
}
