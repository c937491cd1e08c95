// Links that hold a script: all of the page's state is in the fragment, which no browser sends to a server.
// `#v=1&code=…&at=3.12&by=line&view=exact`, or `#scenario=triple`. `code` is the script, deflated, in base64url.

import { fromBase64 } from "./base64.mjs";

/** The longest script that is put into a link, and the longest that is taken out of one, in bytes. */
export const LONGEST = 14_000;
const LONGEST_READ = 200_000;
const VERSION = "1";
const NAMES = ["scenario", "at", "by", "view", "hold", "theme", "panels", "predict", "readonly", "fit"];

/** What is said of a link that cannot be read; the page opens as if it had none. */
const BROKEN = "The link is broken: the script in it cannot be read. Ask whoever sent it for a new one.";
const TOO_LONG = "The script in the link is too long to be opened.";
const TOO_NEW = "The link was made by a newer Loopglass. Reload the page, or open it where it was made.";

/**
 * The fragment for a script and a moment; null if the script is too long for a link.
 *
 * @param {{ code?: string, scenario?: string, at?: string, by?: string, view?: string, hold?: string }} link
 */
export async function encode({ code, ...rest }, longest = LONGEST) {
  const parts = new URLSearchParams({ v: VERSION });
  if (code !== undefined) {
    const bytes = new TextEncoder().encode(code);
    if (bytes.length > longest) return null;
    parts.set("code", base64url(await through(bytes, new CompressionStream("deflate-raw"), Infinity)));
  }
  for (const [name, value] of Object.entries(rest)) if (value) parts.set(name, value);
  return `#${parts}`;
}

/** What a fragment says: `{}` if nothing, `{ problem }` if it cannot be read. Never fails. */
export async function decode(fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const link = {};
  for (const name of NAMES) {
    const value = parts.get(name);
    if (value !== null && value.length <= 100) link[name] = value;
  }
  const code = parts.get("code");
  if (code === null) return link;
  if ((parts.get("v") ?? VERSION) !== VERSION) return { problem: TOO_NEW };
  if (code.length > LONGEST_READ) return { problem: TOO_LONG };
  try {
    const bytes = await through(fromBase64url(code), new DecompressionStream("deflate-raw"), LONGEST_READ);
    if (bytes === null) return { problem: TOO_LONG };
    link.code = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n");
    return link;
  } catch {
    return { problem: BROKEN };
  }
}

/** Bytes sent through a stream; null if more than `most` come out. */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function base64url(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text) {
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
}
