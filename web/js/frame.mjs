// The page's side of an embedding: a channel to the page around it, over which commands come and events go. The page
// around is whoever put us into a frame; it can ask for steps and give a script, and gets to know no more than where
// the run stands.

const PROTOCOL = "loopglass/1";

/** Whether the page is embedded. */
export const embedded = document.documentElement.dataset.embed === "true" && window.parent !== window;

/**
 * Opens the channel, and hands on what is asked for. A page around that begins to listen late says so, and gets a new
 * channel with all that it missed.
 *
 * @param {(message: { command: string, at?: string, code?: string }) => void} on
 */
export function connect(on) {
  if (!embedded) return null;
  let port;
  const last = new Map();
  const open = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data && typeof data.command === "string") on(data);
    };
    port?.close();
    port = port1;
    // What is said holds nothing of the person's, and the page around may be any.
    window.parent.postMessage({ protocol: PROTOCOL }, "*", [port2]);
    for (const message of last.values()) port.postMessage(message);
  };
  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.protocol === PROTOCOL && data.hello) open();
  });
  open();
  const report = (event, detail) => {
    const message = { event, ...detail };
    const same = (other) => JSON.stringify({ ...last.get(other), event }) === JSON.stringify(message);
    // An end is told again once the run has been elsewhere.
    if (same(event) || (event === "step" && !last.has("step") && same("ready"))) return;
    if (event === "step") last.delete("end");
    last.set(event, message);
    port.postMessage(message);
  };
  globalThis.loopglass.scripts.measure?.((height) => report("size", { height }));
  return report;
}
