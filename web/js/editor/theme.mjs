// How the editor looks. Every colour is a token of the page's, which custom properties carry into the shadow root.

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const HUES = Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7, 8].map((hue) => [`.hue-${hue}`, { "--hue": `var(--hue-${hue})` }]));

/** A share of a colour. */
const mix = (share, colour) => `color-mix(in srgb, var(${colour}) ${share}%, transparent)`;

/** A line in focus, over its gutters too: a wash, and a bar at the very left. */
function focus(name, wash, bar) {
  return { [`.${name}`]: { backgroundColor: wash }, [`.breakpoints .${name}`]: { boxShadow: `inset var(--stroke-4) 0 ${bar}` } };
}

export const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "var(--stroke-3) solid var(--hue-1)", outlineOffset: "calc(-1 * var(--stroke-3))" },
  // Where lines go on to the right they fade, as long as one has not scrolled to their ends; where nothing can be scrolled, nothing fades.
  ".cm-scroller": {
    font: "var(--type-4)/var(--code-line) var(--mono)",
    overflow: "auto",
    scrollbarWidth: "thin",
    scrollbarColor: "var(--edge) transparent",
    animation: "more linear both",
    animationTimeline: "scroll(self inline)",
  },
  "@keyframes more": {
    "0%, 98%": { maskImage: "linear-gradient(to right, var(--ink) calc(100% - var(--size-14)), transparent)" },
    "100%": { maskImage: "none" },
  },
  ".cm-content": { padding: "0 0 var(--space-9)", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 var(--space-7) 0 var(--space-4)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--faint)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "var(--size-7)", padding: "0 var(--space-1) 0 0" },
  ".breakpoints": { width: "var(--size-4)", cursor: "pointer" },
  ".breakpoints .cm-gutterElement": { display: "grid", placeItems: "center" },
  ".breakpoints .cm-gutterElement:hover::before": { content: "''", gridArea: "1 / 1", width: "var(--size-1)", height: "var(--size-1)", borderRadius: "50%", border: "var(--stroke-2) solid var(--bad)", boxSizing: "border-box" },
  ".breakpoint": { gridArea: "1 / 1", width: "var(--size-1)", height: "var(--size-1)", borderRadius: "50%", backgroundColor: "var(--bad)" },
  ".marks": { width: "var(--size-9)" },
  // What is wider than its room goes on to the right, not over the number.
  ".marks-here": { display: "flex", alignItems: "center", justifyContent: "safe center", gap: "var(--space-1)", height: "var(--code-line)" },
  ".mark": { width: "var(--size-2)", height: "var(--size-2)", boxSizing: "border-box", border: "var(--stroke-3) solid var(--hue)", borderRadius: "50%" },
  ".mark:not(:empty)": { width: "auto", minWidth: "var(--badge)", height: "var(--badge)", padding: "0 var(--space-1)", borderRadius: "var(--radius-medium)", font: "600 var(--type-1)/var(--badge-inner) var(--sans)", color: "var(--hue)", textAlign: "center" },
  ".mark[data-lit]": { backgroundColor: "var(--hue)", boxShadow: "0 0 0 var(--stroke-3) color-mix(in srgb, var(--hue) 35%, transparent)" },
  ".mark-count": { font: "600 var(--type-1)/1 var(--sans)", color: "var(--soft)" },
  // By itself it must not be taken for the number of a line.
  ".mark-count.alone": { padding: "var(--space-1)", borderRadius: "var(--radius-small)", backgroundColor: "var(--line)", color: "var(--ink)" },
  ...focus("running", "var(--now)", "var(--now-line)"),
  ...focus("caused", mix(55, "--now"), mix(55, "--now-line")),
  ...focus("called", "transparent", mix(45, "--now-line")),
  ...focus("wrong", "var(--bad-wash)", "var(--bad)"),
  ".squiggle": { textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "var(--stroke-4)" },
  ".squiggle.note": { textDecorationColor: "var(--now-line)" },
  ".locals": { color: "var(--faint)", fontStyle: "italic", fontSize: "var(--type-3)", paddingLeft: "var(--space-7)", userSelect: "none" },
  ".locals .fresh": { color: "var(--ink)", fontStyle: "normal" },
  ".code-error": {
    whiteSpace: "pre-wrap",
    padding: "var(--space-3) var(--space-6) var(--space-4) var(--space-4)",
    backgroundColor: "var(--bad-wash)",
    boxShadow: "inset var(--stroke-4) 0 var(--bad)",
    font: "var(--type-3)/1.45 var(--sans)",
    maxWidth: "var(--extent-17)",
  },
  ".code-error b": { color: "var(--bad)" },
  ".code-error p": { margin: "var(--space-1) 0 0", color: "var(--soft)" },
  ".code-error.note": { backgroundColor: "var(--wash)", boxShadow: "inset var(--stroke-4) 0 var(--now-line)" },
  ".code-error.note b": { color: "var(--ink)" },
  ".cm-content ::selection, .cm-content::selection": { backgroundColor: "color-mix(in srgb, var(--hue-1) 28%, transparent)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "var(--stroke-1) solid var(--line)", borderRadius: "var(--radius-medium)", overflow: "hidden" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: "var(--type-3)/1.5 var(--mono)", maxWidth: "min(var(--extent-17), 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "var(--space-2) var(--space-5)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--wash)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { font: "var(--type-3)/1.5 var(--sans)", fontStyle: "normal", color: "var(--soft)" },
  ".cm-matchingBracket": { backgroundColor: "var(--wash)", outline: "var(--stroke-1) solid var(--line)" },
  ...HUES,
});

export const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.bool, tags.null], color: "var(--keyword)" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: "var(--name)" },
  { tag: tags.number, color: "var(--number)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
]);
