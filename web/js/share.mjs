// Texts that leave the page or come into it: the clipboard, files saved and files dropped, links followed.

import { isName, joined } from "./files.mjs";
import { decode } from "./link.mjs";

/** Copies a text; false where the browser does not allow it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Saves a text or a picture as a file of the person's. */
export function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = Object.assign(document.createElement("a"), { href: address, download: name });
  anchor.click();
  // Once the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The longest file that is taken for a script, in bytes. */
const LONGEST = 1_000_000;

/** How the first line of a trace begins (docs/trace-format.md), and the newest form that is known. */
const TRACE = '{"index":0,';
const FORMAT = 1;

/** Takes the link out of the page's address: what is shown is no longer what it asks for. */
export function forgetLink() {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

/**
 * Hands on each script that is pasted or dropped anywhere but where text is typed, each link that is put into the
 * address while the page is open, and the page's going away.
 *
 * @param {{ open(text: string): void, refuse(problem: string): void, link(link: object): void, leave(): void }} on
 */
export function listen(on) {
  const { refuse } = on;
  const open = (text) => (text.startsWith(TRACE) ? openTrace("This", text, on) : on.open(text));
  addEventListener("hashchange", async () => on.link(await decode(location.hash)));
  addEventListener("pagehide", () => on.leave());
  const typing = (event) => event.composedPath().some((it) => it.isContentEditable || /^(input|textarea)$/i.test(it.tagName ?? ""));
  addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (!text || event.defaultPrevented || typing(event)) return;
    event.preventDefault();
    open(text);
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    if (event.defaultPrevented) return;
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData("text/plain");
    if (!files.length && typing(event)) return;
    event.preventDefault();
    const long = files.find(({ name, size }) => size > LONGEST && !isTrace(name));
    if (long) refuse(`${long.name} is too long for a script.`);
    else if (files.length) openFiles(files, on);
    else if (text) open(text);
  });
}

const isTrace = (name) => name.endsWith(".jsonl");

/** Opens a trace: the script in its first line is run, which gives the same events. */
function openTrace(name, text, { open, refuse }) {
  let first;
  try {
    first = JSON.parse(text.slice(0, text.indexOf("\n") + 1 || undefined));
  } catch {
    // It is said below that it is none.
  }
  if (first?.event !== "run_started" || typeof first.source !== "string") refuse(`${name} is no trace of Loopglass: its first line does not hold a script.`);
  else if (first.format > FORMAT) refuse(`${name} was written by a newer Loopglass. Reload the page, or open it where it was made.`);
  else open(first.source);
}

/** Opens a file; of several that make up a script, the one that starts the loop comes first. */
async function openFiles(files, { open, refuse }) {
  const [only] = files;
  // Of a trace, which may be long, the first line is enough.
  if (files.length === 1 && isTrace(only.name)) return openTrace(only.name, await only.slice(0, 2 * LONGEST).text(), { open, refuse });
  const all = await Promise.all(files.map(async (file) => [file.name, await file.text()]));
  const wrong = all.find(([, text]) => /[\0\uFFFD]/.test(text));
  if (wrong) return refuse(`${wrong[0]} is not a text.`);
  const starts = ([, text]) => /\.run\(|run_(forever|until_complete)\(/.test(text);
  const [[name, first], ...others] = all.sort((a, b) => starts(b) - starts(a));
  const other = others.find(([name]) => !isName(name));
  if (other) return refuse(`${other[0]} cannot be imported: a file beside a script has the name of a module, like helper.py.`);
  open(joined([[others.length && isName(name) ? name : "", first], ...others]));
}
