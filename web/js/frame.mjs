// The page's side of an embedding: a channel to the page around it, over which commands come and events go. The page
// around is whoever put us into a frame; it can ask for steps and give a script, and gets to know no more than where
// the run stands.

const PROTOCOL = "loopglass/1";

/** Whether the page is embedded. */
export const embedded = document.documentElement.dataset.embed === "true" && window.parent !== window;

/**
 * Opens the channel, and hands on what is asked for.
 *
 * @param {(message: { command: string, at?: string, code?: string }) => void} on
 */
export function connect(on) {
  if (!embedded) return null;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data && typeof data.command === "string") on(data);
  };
  // What is said holds nothing of the person's, and the page around may be any.
  window.parent.postMessage({ protocol: PROTOCOL }, "*", [port2]);
  const last = {};
  return (event, detail) => {
    const said = JSON.stringify(detail);
    // An end is told again once the run has been elsewhere.
    if (last[event] === said || (event === "step" && last.ready === said && !last.step)) return;
    if (event === "step") delete last.end;
    last[event] = said;
    port1.postMessage({ event, ...detail });
  };
}
