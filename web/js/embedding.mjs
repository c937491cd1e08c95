// The dialog that makes the snippets for other pages, with what comes of them beside: the element, a plain frame, and
// the Sphinx directive. It is loaded when it is asked for, and brings its own style.

import { encode } from "./link.mjs";
import { made } from "./made.mjs";

const STYLE = `
.embedding { width: min(1060px, calc(100vw - 24px)); }
.embedding-columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.35fr); gap: 18px; }
.embedding fieldset { border: 0; padding: 0; margin: 0 0 12px; display: flex; flex-wrap: wrap; gap: 4px 14px; }
.embedding legend { font-weight: 600; margin-bottom: 4px; padding: 0; }
.embedding label { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; }
.embedding select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 3px 8px; }
.embedding textarea { width: 100%; min-height: 190px; resize: vertical; box-sizing: border-box; border: 1px solid var(--line); border-radius: 8px; padding: 8px 10px; background: var(--paper); color: var(--ink); font: 12px/1.5 var(--mono); white-space: pre; }
.embedding iframe { width: 100%; height: 470px; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); }
.embedding-actions { display: flex; gap: 10px; align-items: center; margin-top: 8px; }
.embedding .segments { width: max-content; margin-bottom: 12px; }
@media (max-width: 799px) { .embedding-columns { grid-template-columns: minmax(0, 1fr); } }
`;

const PANELS = ["code", "stage", "explanation", "transport", "console", "control", "hood", "timeline"];
const USUAL = PANELS.slice(0, 4);
const KINDS = { element: "Element", frame: "Plain frame", sphinx: "Sphinx" };
/** After the last change, before the preview is made anew, in ms. */
const PAUSE = 250;

let styled = false;
let previews = 0;

/**
 * Opens the dialog.
 *
 * @param {{ code?: string, scenario?: string, at: string, by: string, view: string }} moment
 */
export function show(moment) {
  if (!styled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets.push(sheet);
    styled = true;
  }
  const back = document.activeElement;
  const chosen = { kind: "element", panels: new Set(USUAL), theme: "", loading: "", here: true, predict: false, readonly: false };
  const text = made("textarea", { readOnly: true, ariaLabel: "Snippet", spellcheck: false });
  // It takes the page's own files, which are there without a network too; on other pages the frame has no origin.
  const preview = made("iframe", { title: "Preview" });
  preview.addEventListener("load", () => {
    // Whoever has come into it with the Tab key gets out as from the rest of the dialog.
    preview.contentWindow?.addEventListener("keydown", ({ key }) => key === "Escape" && dialog.close());
  });
  const told = made("span", { className: "share-note" });
  told.setAttribute("role", "status");
  let waiting;
  const update = async () => {
    told.textContent = "";
    text.value = await snippet(moment, chosen);
    for (const button of kinds.children) button.setAttribute("aria-pressed", String(button.dataset.kind === chosen.kind));
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      // A change of the fragment alone would not load the frame anew.
      previews += 1;
      preview.src = frameAddress(await fragment(moment, chosen), "preview.html").replace("#", `?${previews}#`);
    }, PAUSE);
  };
  const kinds = made("div", { className: "segments" });
  kinds.setAttribute("role", "group");
  kinds.setAttribute("aria-label", "Kind of snippet");
  for (const [kind, name] of Object.entries(KINDS)) {
    const button = made("button", { type: "button", textContent: name });
    button.dataset.kind = kind;
    button.addEventListener("click", () => {
      chosen.kind = kind;
      update();
    });
    kinds.append(button);
  }
  const check = (name, checked, set) => {
    const box = made("input", { type: "checkbox", checked });
    box.addEventListener("change", () => {
      set(box.checked);
      update();
    });
    return made("label", {}, box, name);
  };
  const choice = (name, options, set) => {
    const select = made("select", {}, ...Object.entries(options).map(([value, textContent]) => made("option", { value, textContent })));
    select.addEventListener("change", () => {
      set(select.value);
      update();
    });
    return made("label", {}, name, select);
  };
  const copy = made("button", { className: "button primary", type: "button", textContent: "Copy" });
  copy.addEventListener("click", async () => {
    const copied = await globalThis.loopglass.scripts.copy(text.value);
    if (!copied) text.select();
    told.textContent = copied ? "Copied." : "The browser did not allow copying: the snippet is selected, copy it by hand.";
  });
  const close = made("button", { className: "icon-button bare", type: "button", textContent: "✕", ariaLabel: "Close" });
  const dialog = made(
    "dialog",
    { className: "popover dialog embedding" },
    made("div", { className: "dialog-head" }, made("h2", { id: "embedding-title", textContent: "Embed this moment" }), close),
    made(
      "div",
      { className: "embedding-columns" },
      made(
        "div",
        {},
        kinds,
        made(
          "fieldset",
          {},
          made("legend", { textContent: "Panels" }),
          ...PANELS.map((name) => check(name, USUAL.includes(name), (on) => chosen.panels[on ? "add" : "delete"](name))),
        ),
        made(
          "fieldset",
          {},
          made("legend", { textContent: "How" }),
          check("at this step", true, (on) => (chosen.here = on)),
          check("ask what comes next", false, (on) => (chosen.predict = on)),
          check("not to be edited", false, (on) => (chosen.readonly = on)),
          choice("theme", { "": "the reader's", light: "light", dark: "dark" }, (value) => (chosen.theme = value)),
          choice("starts", { "": "when seen", eager: "at once", click: "on a click" }, (value) => (chosen.loading = value)),
        ),
        text,
        made("div", { className: "embedding-actions" }, copy, told),
      ),
      preview,
    ),
  );
  dialog.setAttribute("aria-labelledby", "embedding-title");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    clearTimeout(waiting);
    dialog.remove();
    back?.focus?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  update();
}

/** The options, by their names in the element, that differ from what is usual. */
function options(moment, chosen) {
  const panels = PANELS.filter((name) => chosen.panels.has(name));
  const usual = panels.join() === USUAL.join();
  return {
    scenario: moment.scenario,
    at: chosen.here ? moment.at : "",
    granularity: moment.by === "handoff" ? "" : moment.by,
    view: moment.view === "essentials" ? "" : moment.view,
    panels: usual ? "" : panels.join(", "),
    theme: chosen.theme,
    loading: chosen.loading,
  };
}

const flags = (chosen) => ["predict", "readonly"].filter((name) => chosen[name]);

async function fragment(moment, chosen) {
  const { granularity, loading, ...rest } = options(moment, chosen);
  const link = { ...rest, by: granularity };
  for (const flag of flags(chosen)) link[flag] = "1";
  if (moment.code !== undefined) link.code = moment.code;
  return encode(link, Infinity);
}

const frameAddress = (fragment, page = "embed.html") => new URL(page, document.baseURI) + fragment;

/** What is put into another page. */
async function snippet(moment, chosen) {
  const given = Object.entries(options(moment, chosen)).filter(([, value]) => value);
  if (chosen.kind === "frame") {
    const address = frameAddress(await fragment(moment, chosen));
    return `<iframe sandbox="allow-scripts" width="100%" height="480" style="border: 0"\n        title="A program stepped through"\n        src="${escaped(address)}"></iframe>\n`;
  }
  if (chosen.kind === "sphinx") {
    const lines = [...given.map(([name, value]) => `   :${name}: ${value}`), ...flags(chosen).map((name) => `   :${name}:`)];
    const body = moment.code === undefined ? [] : ["", ...moment.code.trimEnd().split("\n").map((line) => (line ? `   ${line}` : ""))];
    return [".. loopglass::", ...lines, ...body, ""].join("\n");
  }
  const attributes = [...given.map(([name, value]) => ` ${name}="${escaped(value)}"`), ...flags(chosen).map((name) => ` ${name}`)].join("");
  const script = `<script src="${escaped(new URL("embed.js", document.baseURI).href)}"></script>\n\n`;
  const inside = moment.code === undefined ? "" : `<pre>\n${escaped(moment.code.trimEnd())}\n</pre>`;
  return `${script}<loop-glass${attributes}>${inside}</loop-glass>\n`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
