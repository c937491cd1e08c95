// Breakpoints: a dot in the gutter of line numbers, set by a click on the gutter. They move with the text; after each
// change of theirs that is a person's the page is told their lines.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { EditorView, gutter, GutterMarker } from "@codemirror/view";

/** Sets the lines that have a breakpoint. */
export const setBreakpoints = StateEffect.define();

class Dot extends GutterMarker {
  toDOM() {
    const made = document.createElement("span");
    made.className = "breakpoint";
    made.title = "breakpoint";
    return made;
  }
}

const dot = new Dot();

const field = StateField.define({
  create: () => RangeSet.empty,
  update(value, { changes, effects, state }) {
    for (const effect of effects) {
      if (effect.is(setBreakpoints)) return at(effect.value, state.doc);
    }
    return value.map(changes);
  },
});

function at(lines, doc) {
  const known = lines.filter((line) => line >= 1 && line <= doc.lines);
  return RangeSet.of(
    known.map((line) => dot.range(doc.line(line).from)),
    true,
  );
}

/** The lines that have a breakpoint, ascending. */
export function breakpointLines(state) {
  const lines = [];
  state.field(field).between(0, state.doc.length, (from) => {
    const { number } = state.doc.lineAt(from);
    if (lines.at(-1) !== number) lines.push(number);
  });
  return lines;
}

/** The extension. */
export function breakpoints(on) {
  const toggle = (view, { from }) => {
    const { number } = view.state.doc.lineAt(from);
    const lines = breakpointLines(view.state);
    on.breakpoints(lines.includes(number) ? lines.filter((it) => it !== number) : [...lines, number]);
    return true;
  };
  return [
    field,
    gutter({
      class: "breakpoints",
      markers: (view) => view.state.field(field),
      renderEmptyElements: true,
      domEventHandlers: { mousedown: toggle },
    }),
  ];
}

/** Tells the lines once a person's edit has moved some; it comes after what tells the edit. */
export function breakpointsMoved(on) {
  return EditorView.updateListener.of(({ docChanged, startState, state, transactions }) => {
    if (!docChanged || transactions.some((it) => it.effects.some((effect) => effect.is(setBreakpoints)))) return;
    const lines = breakpointLines(state);
    if (String(lines) !== String(breakpointLines(startState))) on.breakpoints(lines);
  });
}
