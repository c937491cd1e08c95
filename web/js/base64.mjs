// Bytes that came as text.

/** The bytes that a text in base64 stands for. */
export function fromBase64(text) {
  return Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Bytes as a text in base64. */
export function toBase64(bytes) {
  if (bytes.toBase64) return bytes.toBase64();
  // A part at a time: all at once would be too many arguments.
  const parts = Array.from({ length: Math.ceil(bytes.length / 4096) }, (_, part) => bytes.subarray(part * 4096, (part + 1) * 4096));
  return btoa(parts.map((part) => String.fromCharCode(...part)).join(""));
}
