// Several PNGs as one animated PNG (https://www.w3.org/TR/png-3/): the first picture's header, then for each frame its
// control chunk and its image data. The first is the whole picture, each other one the part of it that is new.

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** The animated PNG of some PNG files, each with its place and shown for so many ms, over and over. */
export function animated(pictures, shown) {
  const frames = pictures.map(({ file, x, y }) => ({ parts: chunks(new Uint8Array(file)), x, y }));
  const headerOf = ({ parts }) => parts.find(({ type }) => type === "IHDR").data;
  const header = headerOf(frames[0]);
  const parts = [Uint8Array.from(SIGNATURE), chunk("IHDR", header), chunk("acTL", numbers(frames.length, 0))];
  let sequence = 0;
  frames.forEach((frame, index) => {
    parts.push(chunk("fcTL", control(sequence++, headerOf(frame), frame, shown)));
    for (const { data } of frame.parts.filter(({ type }) => type === "IDAT")) {
      parts.push(index === 0 ? chunk("IDAT", data) : chunk("fdAT", join([numbers(sequence++), data])));
    }
  });
  parts.push(chunk("IEND", new Uint8Array()));
  return new Blob(parts, { type: "image/png" });
}

/** A frame that replaces what is at its place. */
function control(sequence, header, { x, y }, shown) {
  const size = header.slice(0, 8);
  const delay = Uint8Array.of(shown >> 8, shown & 255, 1000 >> 8, 1000 & 255);
  return join([numbers(sequence), size, numbers(x, y), delay, Uint8Array.of(0, 0)]);
}

function chunks(file) {
  const found = [];
  const view = new DataView(file.buffer);
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    found.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type, data) {
  const named = join([Uint8Array.from(type, (char) => char.charCodeAt(0)), data]);
  return join([numbers(data.length), named, numbers(crc(named))]);
}

/** Numbers of 32 bits, the most significant byte first. */
function numbers(...values) {
  return Uint8Array.from(values.flatMap((value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]));
}

function join(parts) {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
