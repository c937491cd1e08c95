// The element `<loop-glass>`: a script and one moment of its run, inside another page. It holds a frame with its own
// origin (`sandbox="allow-scripts"`), which can reach nothing of the page around it, and talks to it in messages;
// docs/embedding.md describes both. What the element holds (its script, a picture) is shown until the frame has
// started, and stays where it cannot.

import { isName, joined } from "./files.mjs";
import { encode } from "./link.mjs";
import { room } from "./room.mjs";

const HERE = new URL(".", document.currentScript.src);
const PROTOCOL = "loopglass/1";
/** The attributes that are passed on as they are; without a value they mean yes. */
const PASSED = ["scenario", "at", "view", "theme", "panels", "predict", "readonly"];
/** What a frame cannot be opened without another address for. */
const RESTARTS = ["scenario", "src", "view", "granularity", "theme", "panels", "predict", "readonly"];
/** What holds a script. */
const SCRIPT = ':is(pre, script[type="text/x-python"])';
/** The height of a frame whose own height cannot be read, in pixels. */
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
  #failed = false;
  #hidden = [];
  /** The room that is kept for the frame, in pixels; it may need more, and gets no less. */
  #room = 0;
  // In the next frame: what is observed must not change while it is told of.
  #narrowed = new ResizeObserver(() => requestAnimationFrame(() => this.#reserve()));
  #listen = (event) => this.#hear(event);

  connectedCallback() {
    // The script is a child, and children are there once the page has been read.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
    else this.#begin();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listen);
    this.#watcher?.disconnect();
    this.#narrowed.disconnect();
    this.#close();
  }

  attributeChangedCallback(name, _, value) {
    if (!this.#frame) return;
    if (name === "at") this.seek(value ?? "start");
    else if (name === "height") this.#resize(this.#fits() ? this.#needed(this.#files()) : 0);
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
    if (this.#frame) this.#resize(this.#needed([["", String(code)]]));
  }

  #begin() {
    if (!this.isConnected || this.#frame) return;
    this.#failed = false;
    this.style.display ||= "block";
    this.style.position ||= "relative";
    this.#adopt();
    this.#reserve();
    this.#narrowed.observe(this);
    addEventListener("message", this.#listen);
    const when = this.getAttribute("loading") ?? "lazy";
    if (when === "eager") this.#start();
    else if (when === "click") this.#offer();
    else this.#startWhenSeen();
  }

  /**
   * Takes the script that stands right behind the element: what makes pages of Markdown may put the element into a
   * paragraph of its own, which ends before what the element should hold.
   */
  #adopt() {
    if (this.hasAttribute("src") || this.hasAttribute("scenario") || this.#files().length > 0) return;
    const last = this.closest("p") ?? this;
    for (let named = false; last.nextElementSibling?.matches(`${SCRIPT}${named ? "[data-file]" : ""}`); named = true) this.append(last.nextElementSibling);
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
      // It keeps its place, so that what is shown until the frame speaks stays where it is.
      button.style.visibility = "hidden";
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
    this.#reserve();
    Object.assign(frame.style, { border: "0", width: "100%", display: "block", position: "absolute", top: "0", left: "0", opacity: "0" });
    this.#resize(this.#room);
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

  /** The files that the page gives in the element, name and text. */
  #files() {
    // A site may wrap the code it shows; what stands directly in the element is meant first.
    const own = [...this.children].filter((child) => child.matches(SCRIPT));
    return (own.length ? own : [...this.querySelectorAll(SCRIPT)].slice(0, 1)).map((it) => [it.dataset.file, dedented(it.textContent)]);
  }

  /** The script that the page gives, with its other files, or null where it names a scenario. */
  async #script() {
    const source = this.getAttribute("src");
    const found = this.#files();
    if (source) {
      const answer = await fetch(new URL(source, document.baseURI));
      if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
      found.unshift([undefined, await answer.text()]);
    }
    if (found.length === 0) return null;
    const files = found.map(([name, text], index) => [name ?? (index ? `file${index}.py` : ""), text]);
    const wrong = files.find(([name]) => name && !isName(name));
    if (wrong) throw new Error(`data-file="${wrong[0]}": a file has the name of a module, like helper.py`);
    return joined(files);
  }

  #fits() {
    return (this.getAttribute("height") ?? "auto") === "auto";
  }

  /** The height of a frame that shows these files; of those the longest, since the reader may look at it. */
  #needed(files) {
    const lines = files.map(([, text]) => text.trimEnd().split("\n").length);
    const known = lines.length ? { lines: Math.max(...lines), several: lines.length > 1 } : {};
    return room({ panels: this.getAttribute("panels"), width: this.clientWidth, ...known });
  }

  /** Keeps the room of the frame free until it is there; what the element holds is shown in that room meanwhile. */
  #reserve() {
    // What was observed before the frame failed may be told of after.
    if (this.#channel || this.#failed) return;
    this.#room = this.#fits() ? this.#needed(this.hasAttribute("src") ? [] : this.#files()) : this.#height();
    Object.assign(this.style, { minHeight: `${this.#room}px`, maxHeight: `${this.#room}px`, overflow: "auto" });
    if (this.#frame) this.#resize(this.#room);
  }

  #release() {
    Object.assign(this.style, { minHeight: "", maxHeight: "", overflow: "" });
  }

  #height() {
    return Number.parseInt(this.getAttribute("height"), 10) || HEIGHT;
  }

  #resize(wanted) {
    if (this.#fits()) this.#room = Math.max(this.#room, wanted);
    this.#frame.style.height = `${this.#fits() ? this.#room : this.#height()}px`;
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
    this.querySelector("button[data-start]")?.remove();
    for (const child of this.children) {
      if (child === this.#frame || child.hidden) continue;
      child.hidden = true;
      // Many a site's sheet says of `pre` how it is shown, hidden or not.
      child.style.setProperty("display", "none", "important");
      this.#hidden.push(child);
    }
    Object.assign(this.#frame.style, { position: "static", opacity: "1" });
    this.#release();
  }

  #report({ event, ...detail }) {
    if (event === "size") this.#resize(Math.min(Math.max(Number(detail.height) || 0, 120), 2000));
    else if (["ready", "step", "end", "error"].includes(event)) this.dispatchEvent(new CustomEvent(event, { detail }));
  }

  #giveUp(frame) {
    if (this.#frame === frame && !this.#channel) this.#fail("The frame did not start: a policy of this page, or a missing file, keeps it from it");
  }

  #fail(message) {
    this.#failed = true;
    this.#close();
    this.querySelector("button[data-start]")?.remove();
    this.#narrowed.disconnect();
    this.#release();
    this.dispatchEvent(new CustomEvent("error", { detail: { message } }));
  }

  #close() {
    this.#frame?.remove();
    this.#frame = null;
    this.#channel = null;
    for (const child of this.#hidden.splice(0)) {
      child.hidden = false;
      child.style.removeProperty("display");
    }
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
