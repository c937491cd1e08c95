// What is done when the page's WebAssembly ends in a trap: a mistake of ours, or memory that ran out. The instance
// cannot be used again, but the script must not be lost: it is shown, and the page can be started again with it,
// this time without running it by itself.

import { encode } from "./link.mjs";
import { made } from "./made.mjs";

const KEPT = ["loopglass.ran", "loopglass.own"];
let over = false;

/** How the editor's text is read; the editor sets it when it is there. */
export const editor = { text: null };

/** The script that was started last, and what the editor showed then. */
let started = { script: "", shown: undefined };

/** The text of a script of several files, of which the editor shows one; null for any other script. */
let files = null;

/** The editor's script has several files, or has no longer. */
export function holds(text) {
  files = text;
}

/** A script is about to run. */
export function starts(script) {
  started = { script, shown: shown() };
}

function shown() {
  return editor.text?.() ?? document.querySelector("textarea.code-input")?.value;
}

/** Watches for a trap anywhere in the page. */
export function watch() {
  addEventListener("error", ({ error }) => {
    if (isTrap(error)) rescue(error);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason)) rescue(reason);
  });
}

/** Whether an error came out of WebAssembly: a trap, a stack that ran over, or what a call from there threw. */
export function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || /\bwasm\b|wasm-function/.test(error?.stack ?? "");
}

/** Says what happened, and offers to start again with the script. */
export function rescue(error) {
  if (over) return;
  over = true;
  const script = scriptText();
  const text = made("textarea", { className: "rescue-script", readOnly: true, value: script, rows: 12, ariaLabel: "Your script" });
  const again = made("button", { className: "button primary" }, "Start again with this script");
  again.addEventListener("click", () => startAgain(script));
  const details = [document.documentElement.dataset.panic, error instanceof Error ? error.message : String(error)];
  const box = made(
    "dialog",
    { className: "popover rescue" },
    made("h2", {}, "Loopglass has stopped"),
    made(
      "p",
      {},
      "It made a mistake while it ran this script, or ran out of memory. That is a fault of Loopglass, not of the script, " +
        "and the script is kept. Started again, the page shows it without running it at once.",
    ),
    text,
    made("p", { className: "rescue-details" }, details.filter(Boolean).join(" · ")),
    again,
  );
  box.setAttribute("aria-label", "Loopglass has stopped");
  document.body.append(box);
  box.showModal();
  again.focus();
  document.documentElement.dataset.idle = "true";
}

/** The script that was being edited, else the one that ran, else one that was kept. */
function scriptText() {
  const sources = [
    () => files,
    () => (shown() === started.shown ? "" : shown()),
    () => started.script,
    () => shown(),
    ...KEPT.map((key) => () => localStorage.getItem(key)),
  ];
  for (const source of sources) {
    try {
      const text = source();
      if (text) return text;
    } catch {
      // Storage may be forbidden; there are other places to look.
    }
  }
  return "";
}

async function startAgain(script) {
  try {
    // What is embedded remembers nothing.
    if (!document.documentElement.dataset.embed) localStorage.setItem("loopglass.own", script);
  } catch {
    // The link below holds it as well.
  }
  const link = await encode({ code: script, hold: "1" });
  location.replace(link ?? "#hold=1");
  location.reload();
}
