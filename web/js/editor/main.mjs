// The code panel's editor: CodeMirror in a shadow root, where its style sheets need no exception from the page's
// content security policy. The page tells it what a run adds to the text (`show`); it tells the page what a person
// does to it. It keeps no state of its own but the text, its history and the places of breakpoints.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
import { additions, setPicture } from "./additions.mjs";
import { breakpoints, breakpointLines, breakpointsMoved, setBreakpoints } from "./breakpoints.mjs";
import { completion } from "./settings.mjs";
import { tab } from "./tab.mjs";
import { highlighting, theme } from "./theme.mjs";

/**
 * Puts an editor into `host`.
 *
 * @param {HTMLElement} host
 * @param {string} text
 * @param {{ edit(text: string): void, run(): void, breakpoints(lines: number[]): void, point(task: string): void }} on
 */
export function mount(host, text, on) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  askSparingly(root);
  let told = text;
  const past = new Compartment();
  const extensions = [
    breakpoints(on),
    additions(on),
    past.of(history()),
    highlightSpecialChars(),
    bracketMatching(),
    completion,
    indentOnInput(),
    indentUnit.of("    "),
    EditorState.tabSize.of(8),
    new LanguageSupport(pythonLanguage),
    syntaxHighlighting(highlighting),
    theme,
    // The page runs the script on this key; the editor must only not insert a line.
    keymap.of([{ key: "Mod-Enter", run: () => true }, ...defaultKeymap, ...historyKeymap]),
    tab(),
    EditorState.readOnly.of(document.documentElement.dataset.readonly === "true"),
    EditorView.contentAttributes.of({ "aria-label": "Python script", autocapitalize: "off", spellcheck: "false", tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      const now = update.state.doc.toString();
      if (now === told) return;
      told = now;
      on.edit(now);
      // What replaces the whole script is a new one, and a new one runs.
      if (update.transactions.some((it) => it.isUserEvent("input.paste") && isReplacement(it))) on.run();
    }),
    breakpointsMoved(on),
  ];
  const view = new EditorView({ doc: text, extensions, root, parent: root });
  const seen = sight(view.scrollDOM);
  return {
    /** Replaces the text, if it is another, and the lines that have a breakpoint; not an edit of the person's. */
    setText({ text, breakpoints }) {
      if (text === view.state.doc.toString()) return;
      told = text;
      const effects = [past.reconfigure([]), setBreakpoints.of(breakpoints)];
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, effects });
      // Nothing of the text before can be undone into this one: it may be another file.
      view.dispatch({ effects: past.reconfigure(history()) });
    },
    /** Draws what a run adds to the text, and brings the line in question into view. */
    show(picture) {
      const columns = Math.floor(seen.width / view.defaultCharacterWidth) || undefined;
      view.dispatch({ effects: setPicture.of({ ...picture, columns }) });
      reveal(view, seen, picture);
      sayElsewhere(view.state.doc, picture.running);
    },
    /** Sets the lines that have a breakpoint. */
    setBreakpoints(lines) {
      if (String(lines) !== String(breakpointLines(view.state))) view.dispatch({ effects: setBreakpoints.of(lines) });
    },
    focus: () => view.focus(),
    text: () => view.state.doc.toString(),
  };
}

/**
 * Nothing is selected for editing where nobody edits. CodeMirror asks at every change, and a browser that has to say where
 * a selection is lays out the page first.
 */
function askSparingly(root) {
  if (!root.getSelection) return;
  const none = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0, rangeCount: 0 };
  const selection = root.getSelection.bind(root);
  root.getSelection = () => (root.activeElement ? selection() : none);
}

/** Whether a transaction leaves nothing of the text that was there. */
function isReplacement(transaction) {
  let kept = transaction.startState.doc.length;
  transaction.changes.iterChanges((from, to) => (kept -= to - from));
  return kept === 0;
}

/** What is in view of the text, as it was in the last frame: to ask when it is needed would lay out the page. */
function sight(scroller) {
  const measured = () => {
    const gutters = scroller.querySelector(".cm-gutters")?.offsetWidth ?? 0;
    return { height: scroller.clientHeight, width: scroller.clientWidth - gutters };
  };
  const seen = { top: scroller.scrollTop, ...measured() };
  scroller.addEventListener("scroll", () => (seen.top = scroller.scrollTop), { passive: true });
  new ResizeObserver(() => Object.assign(seen, measured())).observe(scroller);
  return seen;
}

/** Writes the line in focus where the page wants it while the editor is out of view. */
function sayElsewhere(doc, running) {
  const place = document.querySelector(".line-now");
  if (!place) return;
  place.className = `line-now ${running?.how ?? ""}`.trim();
  place.replaceChildren();
  if (!running || running.line > doc.lines) return;
  const number = Object.assign(document.createElement("span"), { className: "line-now-number", textContent: running.line });
  place.append(number, Object.assign(document.createElement("code"), { textContent: doc.line(running.line).text.trim() }));
}

/** Scrolls the first error, else the running line, into the middle, if it is not in view and has changed. */
function reveal(view, seen, { diagnostics, running, reveal }) {
  const line = diagnostics[0]?.line ?? running?.line;
  if (!reveal || !line || line > view.state.doc.lines) return;
  const { from } = view.state.doc.line(line);
  const { top, bottom } = view.lineBlockAt(from);
  if (top < seen.top || bottom + (bottom - top) > seen.top + seen.height) {
    view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
  }
}
