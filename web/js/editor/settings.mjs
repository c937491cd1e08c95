// Completes the settings of a run in a comment `# loopglass: …`, as crates/python/src/comments.rs reads them.

import { autocompletion } from "@codemirror/autocomplete";

/** The settings, and what each is for. */
export const SETTINGS = {
  line_cost: "what a line adds to the clock: 20ns",
  iteration_cost: "what an iteration of the loop adds: 10us",
  seed: "where random numbers begin: 7",
  steps: "the limit of instructions",
  events: "the limit of recorded events",
  memory: "the limit of memory: 1GB",
  output: "the limit of printed text, in bytes",
  time: "the limit of virtual time: 10s",
  recursion: "how deep calls may go",
  file: "begins a file that the script can import: helper.py",
};

function settings({ state, pos }) {
  const line = state.doc.lineAt(pos);
  const found = /# loopglass:(?:|.*\s)(\w*)$/.exec(line.text.slice(0, pos - line.from));
  if (!found) return null;
  const options = Object.entries(SETTINGS).map(([label, detail]) => ({ label, detail, apply: `${label}=` }));
  return { from: pos - found[1].length, options, validFor: /^\w*$/ };
}

export const completion = autocompletion({ override: [settings], icons: false, interactionDelay: 0 });
