// Makes two modules of one: the first has what the page needs to show a run that was recorded before, the second the
// executor. They share memory, table and globals, and the places of functions in the table are those of the whole.
//
// No instruction is changed. In each of the two the bodies of functions that are in the other only are replaced, by a
// jump through the table where they are called from here, and else by a trap; `wasm-opt` then drops what is not used.

import { assemble, join, list, name, number, signed } from "./bytes.mjs";
import { ID, KIND } from "./module.mjs";

const LOCAL_GET = 0x20;
const I32_CONST = 0x41;
const CALL_INDIRECT = 0x11;
const UNREACHABLE = 0x00;
const END = 0x0b;
const FUNCTIONS = 0x70;

/** Where the second module finds what it shares with the first, and how the first exports it. */
export const SHARED = "shared";

/** A shorter gap between pieces of data is filled instead of beginning a new segment. */
const GAP = 16;

/**
 * Splits a module.
 *
 * @param module the whole, as `parse` gives it
 * @param late the indices of the functions that only the second module has
 * @param gates those of them that the first module calls
 * @param outside the functions that reach out of the WebAssembly, which the second module calls in the first
 * @param lateData where the data lies that only the second module needs: `{ start, end }`, ascending
 */
export function split(module, { late, gates, outside, lateData }) {
  const slots = new Slots(module);
  const first = module.bodies.map((_, at) => {
    const index = module.importedFunctions + at;
    if (!late.has(index)) return undefined;
    return gates.has(index) ? jump(module, index, slots.of(index)) : trap();
  });
  const second = module.bodies.map((_, at) => {
    const index = module.importedFunctions + at;
    return outside.has(index) ? jump(module, index, slots.of(index)) : undefined;
  });
  const data = divide(module.data, lateData);
  return [
    firstModule(module, { bodies: first, slots, late, data: data.first }),
    secondModule(module, { bodies: second, slots, late, data: data.second }),
  ];
}

/** The places of functions in the table. */
class Slots {
  constructor(module) {
    const table = module.tables.findIndex(({ type }) => type === FUNCTIONS);
    if (table !== 0 || module.imports.some(({ kind }) => kind !== KIND.function)) {
      throw new Error("the table of functions is not where it is looked for");
    }
    this.size = module.tables[0].min;
    this.places = new Map();
    for (const { table: at, offset, functions } of module.elements) {
      if (at === 0) functions.forEach((index, place) => this.places.set(offset + place, index));
    }
    this.known = new Map([...this.places].map(([place, index]) => [index, place]));
  }

  /** The place of a function, new if it had none. */
  of(index) {
    if (!this.known.has(index)) {
      this.known.set(index, this.size);
      this.places.set(this.size, index);
      this.size += 1;
    }
    return this.known.get(index);
  }

  /** What is in the table, for those functions for which it holds: the content of a section of elements. */
  elements(holds) {
    const runs = [];
    for (const [place, index] of [...this.places].sort(([a], [b]) => a - b)) {
      if (!holds(index)) continue;
      const last = runs.at(-1);
      if (last && last.place + last.functions.length === place) last.functions.push(index);
      else runs.push({ place, functions: [index] });
    }
    return runs.map(({ place, functions }) => join([0], constant(place), list(functions.map(number))));
  }
}

function constant(value) {
  return join([I32_CONST], signed(value | 0), [END]);
}

function body(instructions) {
  const code = join([0], instructions, [END]);
  return join(number(code.length), code);
}

function trap() {
  return body([UNREACHABLE]);
}

/** A body that calls what is at a place of the table, with its own arguments. */
function jump(module, index, slot) {
  const type = module.types[index];
  const gets = Array.from({ length: module.parameters[type] }, (_, local) => join([LOCAL_GET], number(local)));
  return body(join(...gets, [I32_CONST], signed(slot), [CALL_INDIRECT], number(type), [0]));
}

function code(module, replaced) {
  const own = ({ start, end }) => join(number(end - start), module.bytes.subarray(start, end));
  return list(module.bodies.map((it, at) => replaced[at] ?? own(it)));
}

/** Data as the first module begins with it, and what the second adds. */
function divide(segments, late) {
  const first = [];
  const second = [];
  for (const { offset, bytes } of segments) {
    const own = Uint8Array.from(bytes);
    const taken = late.filter(({ start, end }) => start >= offset && end <= offset + bytes.length);
    for (const { start, end } of taken) {
      add(second, start, bytes.subarray(start - offset, end - offset));
      own.fill(0, start - offset, end - offset);
    }
    let at = offset;
    for (const { start, end } of taken.filter((it) => it.end - it.start > GAP)) {
      if (start > at) first.push({ offset: at, bytes: own.subarray(at - offset, start - offset) });
      at = end;
    }
    first.push({ offset: at, bytes: own.subarray(at - offset) });
  }
  return { first: first.filter(({ bytes }) => bytes.length > 0), second };
}

function add(pieces, offset, bytes) {
  const last = pieces.at(-1);
  if (last && last.offset + last.bytes.length === offset) last.bytes = join(last.bytes, bytes);
  else pieces.push({ offset, bytes });
}

function dataSection(pieces) {
  return list(pieces.map(({ offset, bytes }) => join([0], constant(offset), number(bytes.length), bytes)));
}

/** The sections of a module, some of them replaced (`undefined` leaves one out), in the order of the format. */
function rebuilt(module, replaced) {
  const kept = new Set(["name", "target_features"]);
  const known = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11];
  const content = (id) => {
    if (id in replaced) return replaced[id];
    const section = module.sections.find((it) => it.id === id);
    return section && module.bytes.subarray(section.start, section.end);
  };
  const customs = module.sections.filter((it) => it.id === ID.custom && kept.has(it.name));
  return assemble([
    ...known.map((id) => [id, content(id)]).filter(([, it]) => it !== undefined),
    ...customs.map(({ start, end }) => [ID.custom, module.bytes.subarray(start, end)]),
  ]);
}

function table({ type, flags, max }, size) {
  return join([type, flags], number(size), flags & 1 ? number(Math.max(max, size)) : []);
}

function firstModule(module, { bodies, slots, late, data }) {
  const shared = [
    join(name(`${SHARED}.table`), [KIND.table], number(0)),
    ...module.globals.map((_, at) => join(name(`${SHARED}.${at}`), [KIND.global], number(at))),
  ];
  const exports = module.exports.map((it) => join(name(it.name), [it.kind], number(it.index)));
  const others = module.elements.filter((it) => it.table !== 0);
  if (others.length > 0) throw new Error("elements of another table are not understood");
  return rebuilt(module, {
    [ID.table]: list([table(module.tables[0], slots.size), ...module.tables.slice(1).map((it) => table(it, it.min))]),
    [ID.export]: list([...exports, ...shared]),
    [ID.element]: list(slots.elements((index) => !late.has(index))),
    [ID.code]: code(module, bodies),
    [ID.count]: undefined,
    [ID.data]: dataSection(data),
  });
}

function secondModule(module, { bodies, slots, late, data }) {
  const imports = module.sections.find(({ id }) => id === ID.import);
  const functions = module.bytes.subarray(imports.start, imports.end);
  const memory = module.sections.find(({ id }) => id === ID.memory);
  const limits = module.bytes.subarray(memory.start + 1, memory.end);
  const shared = [
    join(name(SHARED), name("memory"), [KIND.memory], limits),
    join(name(SHARED), name("table"), [KIND.table], table(module.tables[0], slots.size)),
    ...module.globals.map((it, at) => join(name(SHARED), name(String(at)), [KIND.global, it.type, it.mutable])),
  ];
  const count = number(module.imports.length);
  const entries = functions.subarray(count.length);
  return rebuilt(module, {
    [ID.import]: join(number(module.imports.length + shared.length), entries, ...shared),
    [ID.table]: list(module.tables.slice(1).map((it) => table(it, it.min))),
    [ID.memory]: undefined,
    [ID.global]: undefined,
    [ID.export]: undefined,
    [ID.start]: undefined,
    [ID.element]: list(slots.elements((index) => late.has(index))),
    [ID.code]: code(module, bodies),
    [ID.count]: undefined,
    [ID.data]: dataSection(data),
  });
}
