// Pictures of the stage, as it is seen: read off the page's own layout and drawn anew as SVG, which stands by itself
// in a slide or a course page. A PNG is that SVG painted; an animated PNG is a run of steps of them.

import { animated } from "./apng.mjs";
import { toBase64 } from "./base64.mjs";

const MARGIN = 16;
const CAPTION = 24;
const NAMESPACE = "http://www.w3.org/2000/svg";
/** Steps of an animated picture at most, and how long each is shown, in ms. */
const STEPS = 60;
const SHOWN = 1200;
/** What is on the stage to be pressed or heard, not to be looked at. */
const NOT_DRAWN = ".visually-hidden, .cards-head .button";
/** Pixels of a PNG for one of the page's. */
const SHARPNESS = 2;

/** The stage at this step as the text of an SVG file. */
export async function svg() {
  const { width, height, parts } = drawing();
  return file([await type(), ...parts], width, height);
}

/** The stage at this step as a PNG. */
export async function png() {
  const { width, height, parts } = drawing();
  return picture((await painted(file([await type(), ...parts], width, height), width, height)).canvas);
}

let own;

/** The page's own type, which a file that stands by itself must bring along; without it, where it cannot be had. */
function type() {
  own ??= described().catch(() => "");
  return own;
}

async function described() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })));
  const faces = rules.filter(({ rule }) => rule instanceof CSSFontFaceRule && rule.style.getPropertyValue("src").includes("url("));
  const written = faces.map(async ({ rule, base }) => {
    const { style } = rule;
    const [, address] = style.getPropertyValue("src").match(/url\("?([^")]+)"?\)/);
    const response = await fetch(new URL(address, base));
    if (!response.ok) return "";
    const data = toBase64(new Uint8Array(await response.arrayBuffer()));
    const [family, weight] = ["font-family", "font-weight"].map((name) => style.getPropertyValue(name));
    return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  });
  return `<style>${(await Promise.all(written)).join("")}</style>`;
}

/** This step and those after it as one animated PNG; the page steps forward meanwhile. `null` if someone has had enough. */
export async function animation() {
  const progress = shown();
  try {
    return await moving(progress);
  } finally {
    progress.end();
  }
}

/** Says how far the picture has come, and that it can be given up. */
function shown() {
  const box = document.createElement("div");
  box.className = "export-progress popover";
  const bar = Object.assign(document.createElement("progress"), { max: 2 * STEPS, value: 0, ariaLabel: "The moving picture" });
  const words = Object.assign(document.createElement("span"), { role: "status" });
  const cancel = Object.assign(document.createElement("button"), { className: "button small", textContent: "Cancel", type: "button" });
  const state = { cancelled: false };
  cancel.addEventListener("click", () => (state.cancelled = true));
  box.append(words, bar, cancel);
  // Over a dialog that is open nothing else can be pressed.
  (document.querySelector("dialog[open]") ?? document.querySelector(".shell")).append(box);
  cancel.focus();
  return {
    /** So many of so many are done; says whether to go on. */
    at(done, all, what) {
      words.textContent = `${what} ${done} of ${all}`;
      bar.max = all;
      bar.value = done;
      return !state.cancelled;
    },
    end: () => box.remove(),
  };
}

async function moving(progress) {
  const frames = [];
  const left = Number(document.querySelector(".position").dataset.count) - Number(document.querySelector(".scrubber").value) + 1;
  const all = Math.max(1, Math.min(STEPS, left || STEPS));
  do {
    if (!progress.at(frames.length, all, "Drawing step")) return null;
    await rest();
    frames.push(drawing());
  } while (frames.length < STEPS && forward());
  const width = Math.max(...frames.map((frame) => frame.width));
  const height = Math.max(...frames.map((frame) => frame.height));
  const pictures = [];
  let before = null;
  for (const { parts } of frames) {
    if (!progress.at(pictures.length, frames.length, "Painting step")) return null;
    const now = await painted(file([await type(), ...parts], width, height), width, height);
    const { x, y, canvas } = changed(before, now);
    pictures.push({ x, y, file: await (await picture(canvas)).arrayBuffer() });
    before = now;
  }
  return animated(pictures, SHOWN);
}

/** What of a frame is not as in the one before, and where: that is little, and so is the file. */
function changed(before, { canvas, pixels }) {
  const [all, wide] = [{ x: 0, y: 0, canvas }, canvas.width];
  if (!before) return all;
  let [left, top, right, bottom] = [wide, -1, 0, 0];
  for (let y = 0; y < canvas.height; y += 1) {
    const row = y * wide;
    let first = 0;
    while (first < wide && pixels[row + first] === before.pixels[row + first]) first += 1;
    if (first === wide) continue;
    let last = wide - 1;
    while (pixels[row + last] === before.pixels[row + last]) last -= 1;
    if (top < 0) top = y;
    [left, right, bottom] = [Math.min(left, first), Math.max(right, last + 1), y + 1];
  }
  // A frame has a size, even if nothing of it is new.
  if (top < 0) [left, top, right, bottom] = [0, 0, 1, 1];
  const part = Object.assign(document.createElement("canvas"), { width: right - left, height: bottom - top });
  part.getContext("2d").drawImage(canvas, -left, -top);
  return { x: left, y: top, canvas: part };
}

/** Takes a step, and says whether there was one. */
function forward() {
  const button = document.querySelector(".icon-button.forward");
  if (button.disabled) return false;
  button.click();
  return true;
}

/** Waits until the page is at rest. */
async function rest() {
  do await new Promise((done) => requestAnimationFrame(done));
  while (document.documentElement.dataset.idle !== "true");
}

/** The stage as it is with nothing pointed at, from its top, where the loop is in its place over the cards. */
function drawing() {
  const stage = document.querySelector(".stage-content");
  const { scrollTop } = stage.parentElement;
  const lit = [...stage.querySelectorAll("[data-lit]")];
  stage.parentElement.scrollTop = 0;
  for (const element of lit) delete element.dataset.lit;
  try {
    return drawn(stage);
  } finally {
    for (const element of lit) element.dataset.lit = "";
    stage.parentElement.scrollTop = scrollTop;
  }
}

function drawn(stage) {
  const { left, top, width } = stage.getBoundingClientRect();
  const origin = { left, top: top - MARGIN };
  const parts = [];
  for (const child of stage.children) draw(child, origin, parts);
  const bottoms = [...stage.querySelectorAll(".loop, .card, .shelf-item, table, .cards-head")].map((it) => it.getBoundingClientRect().bottom);
  const below = Math.max(120, ...bottoms.map((bottom) => bottom - origin.top)) + MARGIN;
  const caption = captionLines(width);
  caption.forEach((line, index) => parts.push(text(line, MARGIN, below + 22 + index * 20, tokens("--ink", "--sans"), 14)));
  return { width: Math.ceil(width), height: Math.ceil(below + caption.length * 20 + CAPTION), parts };
}

function file(parts, width, height) {
  const { colour } = tokens("--wash");
  const ground = `<rect width="${width}" height="${height}" fill="${colour}"/>`;
  const drawn = parts.join("").replace(MIXED, (_, ...mixed) => `="${plain(mixed)}"`);
  return `<svg xmlns="${NAMESPACE}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground}${drawn}</svg>\n`;
}

/** A mixed colour as browsers write it, which other programs cannot read. */
const MIXED = /="color\(srgb ([^ )]+) ([^ )]+) ([^ )]+)(?: \/ ([^ )]+))?\)"/g;

function plain([red, green, blue, opacity]) {
  const parts = [red, green, blue].map((share) => Math.round(share * 255));
  return opacity === undefined ? `rgb(${parts.join(", ")})` : `rgba(${parts.join(", ")}, ${opacity})`;
}

/** What is said of the step, in lines that fit. */
function captionLines(width) {
  const words = (document.querySelector(".what .lead")?.textContent ?? "").split(/\s+/);
  const lines = [""];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length * 7.6 > width - 2 * MARGIN) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.filter(Boolean);
}

function tokens(colour, font = "--sans") {
  const style = getComputedStyle(document.documentElement);
  return { colour: style.getPropertyValue(colour).trim(), font: style.getPropertyValue(font).trim(), weight: 400 };
}

function draw(element, origin, parts) {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || element.matches(NOT_DRAWN)) return;
  if (element.namespaceURI === NAMESPACE) {
    drawShapes(element, origin, parts);
    return;
  }
  box(element, style, origin, parts);
  before(element, style, origin, parts);
  const closed = element.localName === "details" && !element.open;
  for (const child of element.childNodes) {
    if (closed && child.localName !== "summary") continue;
    if (child.nodeType === Node.ELEMENT_NODE) draw(child, origin, parts);
    else if (child.nodeType === Node.TEXT_NODE) words(child, style, origin, parts);
  }
}

/** What the style sheet writes before an element's words: the mark of a chip, the bar of the queue, the sign of a frame. */
function before(element, style, origin, parts) {
  const it = getComputedStyle(element, "::before");
  if (it.display === "none" || ["none", "normal"].includes(it.content)) return;
  const { left, top, height } = element.getBoundingClientRect();
  const x = left - origin.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
  const said = it.content.replace(/^"|"$/g, "");
  const size = parseFloat(it.fontSize);
  if (said) {
    const look = { colour: it.color, font: it.fontFamily, weight: it.fontWeight };
    const line = Math.min(height, parseFloat(it.lineHeight) || height);
    parts.push(text(said, x, top - origin.top + line / 2 + size * 0.36, look, size));
    return;
  }
  // In the middle of the first thing behind it, or of the words.
  const first = element.firstElementChild?.getBoundingClientRect() ?? { top, height };
  const [wide, high] = [parseFloat(it.width), parseFloat(it.height)];
  const line = parseFloat(it.borderTopWidth) || 0;
  const filled = isClear(it.backgroundColor) ? "none" : it.backgroundColor;
  if (!(wide > 0 && high > 0) || (filled === "none" && line === 0)) return;
  const y = first.top + first.height / 2 - high / 2 - origin.top;
  const radius = it.borderTopLeftRadius.endsWith("%") ? high / 2 : Math.min(parseFloat(it.borderTopLeftRadius) || 0, high / 2);
  parts.push(
    `<rect x="${round(x + line / 2)}" y="${round(y + line / 2)}" width="${round(wide - line)}" height="${round(high - line)}" ` +
      `rx="${round(Math.max(0, radius - line / 2))}" fill="${filled}" ${line ? stroke(it, line) : ""}/>`,
  );
}

function isClear(colour) {
  return colour === "transparent" || /rgba\(.*, 0\)$/.test(colour);
}

/** An element's ground and border. */
function box(element, style, origin, parts) {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const [x, y] = [left - origin.left, top - origin.top];
  const line = parseFloat(style.borderTopWidth) || 0;
  const bordered = line > 0 && !isClear(style.borderTopColor);
  const filled = !isClear(style.backgroundColor);
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  const onlyTop = bordered && !(parseFloat(style.borderBottomWidth) > 0);
  if (onlyTop) {
    parts.push(`<path d="M${round(x)} ${round(y)}h${round(width)}" ${stroke(style, line)}/>`);
  } else if (bordered || filled) {
    const inset = bordered ? line / 2 : 0;
    parts.push(
      `<rect x="${round(x + inset)}" y="${round(y + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" ` +
        `rx="${round(Math.max(0, radius - inset))}" fill="${filled ? style.backgroundColor : "none"}" ${bordered ? stroke(style, line) : ""}/>`,
    );
  }
  const bar = parseFloat(style.borderLeftWidth) || 0;
  if (bar > line) {
    parts.push(`<rect x="${round(x)}" y="${round(y)}" width="${bar}" height="${round(height)}" rx="2" fill="${style.borderLeftColor}"/>`);
  }
}

function stroke(style, line) {
  const dashes = style.borderTopStyle === "dashed" ? ` stroke-dasharray="4 3"` : "";
  return `stroke="${style.borderTopColor}" stroke-width="${line}"${dashes}`;
}

/** The text of a node, a line at a time. */
function words(node, style, origin, parts) {
  if (!node.data.trim() || isClear(style.color)) return;
  const range = document.createRange();
  const lines = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rect = range.getClientRects()[0];
    if (!rect) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 3) last.text += word;
    else lines.push({ text: word, rect });
  }
  const size = parseFloat(style.fontSize);
  const look = { colour: style.color, font: style.fontFamily, weight: style.fontWeight };
  const shown = style.textTransform === "uppercase" ? (line) => line.toUpperCase() : (line) => line;
  for (const line of lines) {
    const baseline = line.rect.top + line.rect.height / 2 + size * 0.36;
    parts.push(text(shown(line.text.trimEnd()), line.rect.left - origin.left, baseline - origin.top, look, size));
  }
}

function text(content, x, y, { colour, font, weight }, size) {
  return (
    `<text x="${round(x)}" y="${round(y)}" font-family="${escaped(font)}" font-size="${size}" font-weight="${weight}" ` +
    `fill="${colour}" xml:space="preserve">${escaped(content)}</text>`
  );
}

/** An icon, or the layer of arrows, with its colours written out. */
function drawShapes(element, origin, parts) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const copy = element.cloneNode(true);
  const [from, to] = [[...element.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  from.forEach((shape, index) => {
    const { fill, stroke, strokeWidth, strokeDasharray } = getComputedStyle(shape);
    Object.entries({ fill, stroke, "stroke-width": strokeWidth, "stroke-dasharray": strokeDasharray }).forEach(([name, value]) =>
      to[index].setAttribute(name, value),
    );
    if (shape.localName === "text") {
      const { fontFamily, fontSize, fontWeight, textAnchor } = getComputedStyle(shape);
      Object.entries({ "font-family": fontFamily, "font-size": fontSize, "font-weight": fontWeight, "text-anchor": textAnchor, "paint-order": "stroke" }).forEach(([name, value]) =>
        to[index].setAttribute(name, value),
      );
    }
    to[index].removeAttribute("class");
  });
  const at = { x: left - origin.left, y: top - origin.top, width, height };
  const view = element.getAttribute("viewBox");
  const frame = Object.entries(at).map(([name, value]) => `${name}="${round(value)}"`).join(" ");
  parts.push(`<svg ${frame}${view ? ` viewBox="${view}"` : ""} overflow="visible">${copy.innerHTML}</svg>`);
}

async function painted(source, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SHARPNESS, height: height * SHARPNESS });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { canvas, pixels: new Uint32Array(data.buffer) };
}

function picture(canvas) {
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

function round(value) {
  return Math.round(value * 100) / 100;
}

function escaped(content) {
  return content.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
