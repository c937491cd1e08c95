// Bytes that came as text.

/** The bytes that a text in base64 stands for. */
export function fromBase64(text) {
  return Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
