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

/** Calls `go` when the browser has nothing else to do, not before `ms` have passed. */
export function idle(go, ms) {
  // Not every browser says when that is.
  const wait = globalThis.requestIdleCallback ?? ((wanted) => wanted());
  setTimeout(() => wait(go, { timeout: 1000 }), ms);
}
