// The element `<loop-glass>`: a script and one moment of its run, inside another page. It holds a frame with its own
// origin (`sandbox="allow-scripts"`), which can reach nothing of the page around it, and talks to it in messages;
// docs/embedding.md describes both. What the element holds (its script, a picture) is shown until the frame has
// started, and stays where it cannot.

import { encode } from "./link.mjs";

const HERE = new URL(".", document.currentScript.src);
const PROTOCOL = "loopglass/1";
/** The attributes that are passed on as they are; without a value they mean yes. */
const PASSED = ["scenario", "at", "view", "theme", "panels", "predict", "readonly"];
/** What a frame cannot be opened without another address for. */
const RESTARTS = ["scenario", "src", "view", "granularity", "theme", "panels", "predict", "readonly"];
/** The height of a frame that has not yet said how much it needs, in pixels. */
const HEIGHT = 440;
/** The longest script that a frame takes, in bytes. */
const LONGEST = 200_000;
/** How long a frame that is loaded may take to say something, in ms. */
const PATIENCE = 20_000;

class LoopGlass extends HTMLElement {
  static observedAttributes = ["at", "height", ...RESTARTS];

  #frame = null;
  #channel = null;
  #waiting = [];
  #watcher = null;
  #restarting = false;
  #hidden = [];
  #listen = (event) => this.#hear(event);

  connectedCallback() {
    // The script is a child, and children are there once the page has been read.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
    else this.#begin();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listen);
    this.#watcher?.disconnect();
    this.#close();
  }

  attributeChangedCallback(name, _, value) {
    if (!this.#frame) return;
    if (name === "at") this.seek(value ?? "start");
    else if (name === "height") this.#resize();
    else if (!this.#restarting) {
      // Several that are set together are one change.
      this.#restarting = true;
      queueMicrotask(() => {
        this.#restarting = false;
        if (!this.#frame) return;
        this.#close();
        this.#start();
      });
    }
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

  #begin() {
    if (!this.isConnected || this.#frame) return;
    this.style.display ||= "block";
    addEventListener("message", this.#listen);
    const when = this.getAttribute("loading") ?? "lazy";
    if (when === "eager") this.#start();
    else if (when === "click") this.#offer();
    else this.#startWhenSeen();
  }

  #startWhenSeen() {
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#watcher.disconnect();
        if (this.isConnected) this.#start();
      },
      { rootMargin: "300px" },
    );
    this.#watcher.observe(this);
  }

  #offer() {
    if (this.querySelector("button[data-start]")) return;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Step through this program" });
    button.dataset.start = "";
    button.addEventListener("click", () => {
      button.remove();
      this.#start();
    });
    this.prepend(button);
  }

  async #start() {
    if (this.#frame) return;
    const frame = (this.#frame = document.createElement("iframe"));
    let address;
    try {
      address = await this.#address();
    } catch (problem) {
      this.#fail(String(problem.message ?? problem));
      return;
    }
    if (this.#frame !== frame) return;
    frame.title = this.getAttribute("title") ?? "Loopglass: a program stepped through";
    // Only scripts: no origin of ours, no storage, no forms, no windows.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("allow", "");
    frame.src = address;
    frame.addEventListener("load", () => setTimeout(() => this.#giveUp(frame), PATIENCE));
    // It starts behind what the element holds, as large as it will be.
    this.style.position ||= "relative";
    Object.assign(frame.style, { border: "0", width: "100%", display: "block", position: "absolute", top: "0", left: "0", opacity: "0" });
    this.#resize(HEIGHT);
    this.append(frame);
  }

  /** The frame's address: all that it is to show is in the fragment. */
  async #address() {
    const link = { by: this.getAttribute("granularity") };
    for (const name of PASSED) if (this.hasAttribute(name)) link[name] = this.getAttribute(name) || "1";
    if (this.#fits()) link.fit = "1";
    const code = await this.#script();
    if (code !== null) link.code = code;
    else if (!link.scenario) throw new Error("<loop-glass> needs a script: a <pre> inside it, src or scenario");
    const fragment = await encode(link, LONGEST);
    if (fragment === null) throw new Error(`The script is longer than ${LONGEST} bytes`);
    return new URL("embed.html", HERE) + fragment;
  }

  /** The script that the page gives, with its other files, or null where it names a scenario. */
  async #script() {
    const source = this.getAttribute("src");
    const scripts = (where) => [...this.querySelectorAll(`${where}pre, ${where}script[type="text/x-python"]`)];
    // A site may wrap the code it shows; what stands directly in the element is meant first.
    const own = scripts(":scope > ");
    const found = (own.length ? own : scripts("").slice(0, 1)).map((it) => [it.dataset.file, dedented(it.textContent)]);
    if (source) {
      const answer = await fetch(new URL(source, document.baseURI));
      if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
      found.unshift([undefined, await answer.text()]);
    }
    if (found.length === 0) return null;
    // A file after the first one begins with a comment that names it.
    return found.map(([name, text], index) => (name || index ? `# loopglass: file=${name ?? `file${index}.py`}\n${text}` : text)).join("");
  }

  #fits() {
    return (this.getAttribute("height") ?? "auto") === "auto";
  }

  #resize(wanted) {
    const height = this.#fits() ? wanted : Number.parseInt(this.getAttribute("height"), 10) || HEIGHT;
    if (height) this.#frame.style.height = `${height}px`;
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
    for (const child of this.children) {
      if (child === this.#frame || child.hidden) continue;
      child.hidden = true;
      this.#hidden.push(child);
    }
    Object.assign(this.#frame.style, { position: "static", opacity: "1" });
  }

  #report({ event, ...detail }) {
    if (event === "size") this.#resize(Math.min(Math.max(Number(detail.height) || 0, 120), 2000));
    else if (["ready", "step", "end", "error"].includes(event)) this.dispatchEvent(new CustomEvent(event, { detail }));
  }

  #giveUp(frame) {
    if (this.#frame === frame && !this.#channel) this.#fail("The frame did not start: a policy of this page, or a missing file, keeps it from it");
  }

  #fail(message) {
    this.#close();
    this.dispatchEvent(new CustomEvent("error", { detail: { message } }));
  }

  #close() {
    this.#frame?.remove();
    this.#frame = null;
    this.#channel = null;
    for (const child of this.#hidden.splice(0)) child.hidden = false;
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
