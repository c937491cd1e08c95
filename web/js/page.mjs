// What the page's WebAssembly finds when it starts: its other scripts, what the address asks for, and someone who
// watches that a failure loses nothing.

import { connect } from "./frame.mjs";
import { light } from "./light.mjs";
import { decode, encode } from "./link.mjs";
import { addTo, once } from "./parts.mjs";
import { editor, holds, isTrap, rescue, starts, watch } from "./rescue.mjs";
import { copy, forgetLink, listen, save } from "./share.mjs";
import { showTheme } from "./theme.mjs";
import { idle, soon } from "./turn.mjs";
import { type } from "./type.mjs";

/**
 * Starts the page.
 *
 * @param {{
 *   loadEditor: () => Promise<{ mount: Function }>,
 *   loadLater?: () => Promise<unknown>,
 *   loadPicture: () => Promise<object>,
 *   loadRecorded: () => Promise<Uint8Array | undefined>,
 *   init: () => Promise<WebAssembly.Exports>,
 *   loadExecutor: (imports: WebAssembly.Imports) => Promise<unknown> | undefined,
 *   more?: object,
 * }} load `loadLater` adds the style sheet of what is not there at first, `loadRecorded` gives the run that the page opens
 *   with, `init` loads the WebAssembly and runs it,
 *   `loadExecutor` adds its second part, and `more` is what only this kind of page offers besides
 */
export async function start({ loadEditor, loadLater, loadPicture, loadRecorded, init, loadExecutor, more = {} }) {
  watch();
  let begun;
  const first = new Promise((done) => {
    begun = done;
  });
  const loading = loadRecorded().catch(() => undefined);
  try {
    const link = await decode(location.hash);
    showTheme(link.theme);
    if (link.panels) document.documentElement.dataset.panels = link.panels.replaceAll(/[\s,]+/g, " ");
    if (link.fit) document.documentElement.dataset.fit = "true";
    if (link.readonly) document.documentElement.dataset.readonly = "true";
    const scripts = {
      connect,
      copy,
      editor: () => remembered(loadEditor, loadLater),
      encode,
      executor: once(async () => addTo(await first, loadExecutor)),
      forgetLink,
      holds,
      idle,
      light,
      listen,
      picture: loadPicture,
      save,
      soon,
      starts,
      ...more,
    };
    globalThis.loopglass = { link, scripts, recorded: await loading };
    begun(await init());
  } catch (problem) {
    if (isTrap(problem)) rescue(problem);
    else sayItCannotStart(problem);
    throw problem;
  }
}

/**
 * Loads the editor, the type that it measures its lines by, and what style is missing. Remembers how its text is read, should the rest of the
 * page fail.
 */
async function remembered(loadEditor, loadLater) {
  const [{ mount }] = await Promise.all([loadEditor(), type(), loadLater?.()]);
  return {
    mount(...given) {
      const view = mount(...given);
      editor.text = view.text;
      return view;
    },
  };
}

function sayItCannotStart(problem) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent =
    "Loopglass could not start. It needs a browser with WebAssembly, and all files of the page. " +
    `The browser says: ${problem instanceof Error ? problem.message : problem}`;
  document.body.append(message);
}
