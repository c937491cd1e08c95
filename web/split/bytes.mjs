// Reading and writing the binary format of WebAssembly: numbers, names, sections. What more there is to a module is
// `module.mjs`; what the linker says about one is `relocations.mjs`.

/** Reads numbers and names one after the other. */
export class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  get done() {
    return this.at >= this.end;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 number of up to 53 bits. */
  number() {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }

  /** A signed LEB128 number of up to 32 bits. */
  signed() {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
    }
  }

  take(length) {
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  name() {
    return new TextDecoder().decode(this.take(this.number()));
  }

  /** As many things as the number that comes first says. */
  list(read) {
    return Array.from({ length: this.number() }, (_, index) => read(this, index));
  }
}

/** The bytes of an unsigned number. */
export function number(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) + (rest ? 128 : 0));
    value = rest;
  } while (value);
  return Uint8Array.from(bytes);
}

/** The bytes of a signed number of 32 bits. */
export function signed(value) {
  const bytes = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    if ((value === 0 && !(byte & 0x40)) || (value === -1 && byte & 0x40)) {
      bytes.push(byte);
      return Uint8Array.from(bytes);
    }
    bytes.push(byte | 0x80);
  }
}

export function join(...parts) {
  return new Uint8Array(Buffer.concat(parts.map((part) => (Array.isArray(part) ? Uint8Array.from(part) : part))));
}

/** A list as the format writes one: how many, then each. */
export function list(parts) {
  return join(number(parts.length), ...parts);
}

/** A name as the format writes one. */
export function name(text) {
  const bytes = new TextEncoder().encode(text);
  return join(number(bytes.length), bytes);
}

const HEADER = 8;

/** The sections of a module in their order: `{ id, name, start, end }`, the name being that of a custom one. */
export function sections(bytes) {
  const reader = new Reader(bytes, HEADER);
  const found = [];
  while (!reader.done) {
    const id = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    const section = { id, name: undefined, start: reader.at, end };
    if (id === 0) {
      section.name = reader.name();
      section.content = reader.at;
    }
    found.push(section);
    reader.at = end;
  }
  return found;
}

/** A module of these sections: pairs of an id and what is in it. */
export function assemble(parts) {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  return join(header, ...parts.flatMap(([id, content]) => [[id], number(content.length), content]));
}
