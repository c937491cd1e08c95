// The Tab key in the editor. It indents once a person has begun to work there, with a key or at a place; until then it
// goes on through the page, so that whoever has only a keyboard walks past the script without changing it.

import { indentLess, indentMore } from "@codemirror/commands";
import { EditorView, keymap } from "@codemirror/view";

/** Keys that are no work on the text. */
const PASSING = ["Tab", "Shift", "Control", "Alt", "Meta", "Escape"];

/** The key, for one editor. */
export function tab() {
  let works = false;
  return [
    // An observer hears of keys that a binding takes, too.
    EditorView.domEventObservers({
      pointerdown: () => (works = true),
      keydown: ({ key }) => (works ||= !PASSING.includes(key)),
      blur: () => (works = false),
    }),
    keymap.of([{ key: "Tab", run: (view) => works && indentMore(view), shift: (view) => works && indentLess(view) }]),
  ];
}
