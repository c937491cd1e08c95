// Turns: what goes on as soon as the browser has done what is more urgent. A message to oneself comes at once, where a
// timer set by a timer is made to wait.

const waiting = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();

/** Calls `go` after the browser's turn. */
export function soon(go) {
  waiting.push(go);
  port2.postMessage(0);
}
