// What the page's WebAssembly finds when it starts: its other scripts, what the address asks for, and someone who
// watches that a failure loses nothing.

import { connect } from "./frame.mjs";
import { light } from "./light.mjs";
import { decode, encode } from "./link.mjs";
import { editor, isTrap, rescue, starts, watch } from "./rescue.mjs";
import { copy, forgetLink, listen, save } from "./share.mjs";

/**
 * Starts the page.
 *
 * @param {() => Promise<{ mount: Function }>} loadEditor
 * @param {() => Promise<object>} loadPicture
 * @param {() => Promise<unknown>} init loads the WebAssembly and runs it
 * @param {object} more what only this kind of page offers besides
 */
export async function start(loadEditor, loadPicture, init, more = {}) {
  watch();
  try {
    const link = await decode(location.hash);
    if (link.panels) document.documentElement.dataset.panels = link.panels.replaceAll(/[\s,]+/g, " ");
    if (link.fit) document.documentElement.dataset.fit = "true";
    if (link.readonly) document.documentElement.dataset.readonly = "true";
    const scripts = {
      connect,
      copy,
      editor: () => remembered(loadEditor),
      encode,
      forgetLink,
      light,
      listen,
      picture: loadPicture,
      save,
      starts,
      ...more,
    };
    globalThis.loopglass = { link, scripts };
    await init();
  } catch (problem) {
    if (isTrap(problem)) rescue(problem);
    else sayItCannotStart(problem);
    throw problem;
  }
}

/** Loads the editor, and remembers how its text is read, should the rest of the page fail. */
async function remembered(loadEditor) {
  const { mount } = await loadEditor();
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
