// The element `<loop-glass>`: a script and one moment of its run, inside another page. It holds a frame with its own
// origin (`sandbox="allow-scripts"`), which can reach nothing of the page around it, and talks to it in messages;
// docs/embedding.md describes both. The script is the text of a child `<pre>` or `<script type="text/x-python">`, the
// file that `src` names, or the scenario that `scenario` names.

import { encode } from "./link.mjs";

const HERE = new URL(".", document.currentScript.src);
const PROTOCOL = "loopglass/1";
/** The attributes that are passed on as they are; without a value they mean yes. */
const PASSED = ["scenario", "at", "view", "theme", "panels", "predict", "readonly"];
const HEIGHT = 480;

class LoopGlass extends HTMLElement {
  #frame = null;
  #channel = null;
  #waiting = [];
  #listen = (event) => this.#hear(event);

  connectedCallback() {
    // The script is a child, and children are there once the page has been read.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
    else this.#begin();
  }

  #begin() {
    if (!this.isConnected || this.#frame) return;
    this.style.display ||= "block";
    addEventListener("message", this.#listen);
    const when = this.getAttribute("loading") ?? "lazy";
    if (when === "eager") this.#start();
    else if (when === "click") this.#offer();
    else this.#startWhenSeen();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listen);
    this.#frame?.remove();
    this.#frame = null;
    this.#channel = null;
  }

  /** One step forward, or back. */
  step(by = 1) {
    this.#tell({ command: by < 0 ? "back" : "forward" });
  }

  /** To a moment: `3.12`, `start` or `end`. */
  seek(at) {
    this.#tell({ command: "seek", at: String(at) });
  }

  /** Plays, or pauses. */
  play() {
    this.#tell({ command: "play" });
  }

  /** Another script. */
  load(code) {
    this.#tell({ command: "load", code: String(code) });
  }

  #startWhenSeen() {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        if (this.isConnected) this.#start();
      },
      { rootMargin: "300px" },
    );
    watcher.observe(this);
  }

  #offer() {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Step through this program" });
    button.addEventListener("click", () => {
      button.remove();
      this.#start();
    });
    this.prepend(button);
  }

  async #start() {
    if (this.#frame) return;
    const frame = (this.#frame = document.createElement("iframe"));
    let code;
    try {
      code = await this.#script();
    } catch (problem) {
      this.#frame = null;
      this.dispatchEvent(new CustomEvent("error", { detail: { message: String(problem.message ?? problem) } }));
      return;
    }
    const link = { by: this.getAttribute("granularity") };
    for (const name of PASSED) if (this.hasAttribute(name)) link[name] = this.getAttribute(name) || "1";
    if (code !== null) link.code = code;
    frame.title = this.getAttribute("title") ?? "Loopglass: a program stepped through";
    // Only scripts: no origin of ours, no storage, no forms, no windows.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("allow", "");
    frame.src = new URL("embed.html", HERE) + (await encode(link, Infinity));
    Object.assign(frame.style, { border: "0", width: "100%", height: `${Number(this.getAttribute("height")) || HEIGHT}px`, display: "block" });
    for (const child of this.children) child.hidden = true;
    this.append(frame);
  }

  /** The script that the page gives, or null where it names a scenario. */
  async #script() {
    const source = this.getAttribute("src");
    if (source) {
      const answer = await fetch(new URL(source, document.baseURI));
      if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
      return answer.text();
    }
    const child = this.querySelector('pre, script[type="text/x-python"]');
    return child ? dedented(child.textContent) : null;
  }

  #tell(message) {
    // Nothing that is said before the frame listens is lost.
    if (this.#channel) this.#channel.postMessage(message);
    else this.#waiting.push(message);
  }

  #hear({ source, data, ports }) {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.protocol !== PROTOCOL || !ports[0]) return;
    this.#channel = ports[0];
    this.#channel.onmessage = ({ data }) => this.#report(data);
    for (const message of this.#waiting.splice(0)) this.#channel.postMessage(message);
  }

  #report({ event, ...detail }) {
    if (["ready", "step", "end", "error"].includes(event)) this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

/** A text without its first empty lines and without the indentation that all lines share. */
function dedented(text) {
  const lines = text.replace(/^(?:[ \t]*\r?\n)+/, "").replace(/\s+$/, "").split(/\r?\n/);
  const depths = lines.filter((line) => line.trim()).map((line) => line.match(/^[ \t]*/)[0].length);
  const shared = Math.min(...depths, 1000);
  return `${lines.map((line) => line.slice(shared)).join("\n")}\n`;
}

if (!customElements.get("loop-glass")) customElements.define("loop-glass", LoopGlass);
