// The design system: space, sizes, strokes, type, colour and motion come from the tokens of `web/styles/tokens.css`, and from nowhere
// else. This reads the styles as they are in the repository; no browser is needed.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const here = (path) => new URL(`../../${path}`, import.meta.url);
const TOKENS = "tokens.css";

/** A length, wherever it stands; what is a share of something else (%, em, vh) is none. */
const LENGTH = /(?<![\w.])\d*\.?\d+(px|rem|pt|cm|mm|in)\b/;
const COLOUR = /#[0-9a-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|oklch|lab|lch)\(/i;
const MOTION = /(?<![\w.-])\d*\.?\d+m?s\b|cubic-bezier\(/;

/** The declarations of a style sheet, without comments and strings. */
function declarations(text) {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/url\([^)]*\)|"[^"]*"/g, "");
  return [...bare.matchAll(/(?<=[{;]\s*)([a-z0-9-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, name, value]) => [name, value]);
}

/** The declarations that the editor's theme makes in JavaScript. */
function themed(text) {
  const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return [...text.matchAll(/(\w+): "([^"]*)"/g)].map(([, name, value]) => [dashed(name), value]);
}

function strays(all) {
  return all
    .filter(
      ([name, value]) =>
        LENGTH.test(value) || COLOUR.test(value) || (/^(transition|animation)/.test(name) && MOTION.test(value)),
    )
    .map(([name, value]) => `${name}: ${value}`);
}

test("a stray value is seen", () => {
  const sheet =
    ".a { padding: 3px var(--space-1); color: #fff; width: 50% } /* margin: 1px */ .b { font: 600 12px/1 x; transition: all 0.2s; } .c { top: -4px; border: 1.5px solid var(--ink); box-shadow: inset 3px 0 red; }";
  assert.deepEqual(strays(declarations(sheet)), [
    "padding: 3px var(--space-1)",
    "color: #fff",
    "font: 600 12px/1 x",
    "transition: all 0.2s",
    "top: -4px",
    "border: 1.5px solid var(--ink)",
    "box-shadow: inset 3px 0 red",
  ]);
  assert.deepEqual(strays(themed('".x": { paddingLeft: "2px", width: "var(--size-1)", color: "var(--ink)" }')), ["padding-left: 2px"]);
});

for (const name of readdirSync(here("web/styles")).filter((name) => name !== TOKENS)) {
  test(`only tokens in ${name}`, () => {
    const all = declarations(readFileSync(here(`web/styles/${name}`), "utf8"));
    assert.ok(all.length > 3, "the declarations are found");
    assert.deepEqual(strays(all), []);
  });
}

test("only tokens in the editor's theme", () => {
  const all = themed(readFileSync(here("web/js/editor/theme.mjs"), "utf8"));
  assert.ok(all.length > 40, "the declarations are found");
  assert.deepEqual(strays(all), []);
});

test("no token is defined twice for the same case", () => {
  const sheet = readFileSync(here(`web/styles/${TOKENS}`), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
  const blocks = [...sheet.matchAll(/\{([^{}]*)\}/g)].map(([, block]) => [...block.matchAll(/(--[a-z0-9-]+)\s*:/g)].map(([, name]) => name));
  assert.ok(blocks.some((names) => names.length > 50), "the tokens are found");
  assert.deepEqual(blocks.flatMap((names) => names.filter((name, place) => names.indexOf(name) < place)), []);
});

test("each token that is asked for is there", () => {
  const known = new Set(declarations(readFileSync(here(`web/styles/${TOKENS}`), "utf8")).map(([name]) => name));
  const given = new Set(["--done", "--rows", "--before", "--after", "--hue", "--chip-line"]);
  const texts = readdirSync(here("web/styles")).map((name) => readFileSync(here(`web/styles/${name}`), "utf8"));
  texts.push(readFileSync(here("web/js/editor/theme.mjs"), "utf8"));
  const asked = new Set(texts.flatMap((text) => [...text.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name)));
  assert.deepEqual([...asked].filter((name) => !known.has(name) && !given.has(name) && !name.endsWith("-")), []);
});

/** A colour as light that is there, red, green and blue. */
const light = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, part, at) => sum + part * vector[at], 0));

/** A colour where distances are as large as they look: Oklab. */
function seen(rgb) {
  const cones = times([[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.63]], rgb).map(Math.cbrt);
  return times([[0.2105, 0.7936, -0.0041], [1.978, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]], cones);
}

/** What is left of a colour for eyes that lack one kind of cones (Machado, Oliveira and Fernandes 2009), and how far hues must be apart for them. */
const EYES = {
  normal: [0.14, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]],
  protan: [0.085, [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.052]]],
  deutan: [0.085, [[0.3673, 0.8606, -0.228], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.969]]],
  tritan: [0.06, [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]]],
};

const brightness = (hex) => times([[0.2126, 0.7152, 0.0722]], light(hex))[0];
const contrast = (one, other) => (Math.max(brightness(one), brightness(other)) + 0.05) / (Math.min(brightness(one), brightness(other)) + 0.05);

for (const [theme, place] of [["light", 0], ["dark", 1]]) {
  const sheet = readFileSync(here(`web/styles/${TOKENS}`), "utf8");
  const block = [...sheet.matchAll(/^:root[^{]*\{([^}]*)\}/gm)][place][1];
  const token = (name) => block.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))[1];
  const hues = [1, 2, 3, 4, 5, 6, 7, 8].map((hue) => token(`hue-${hue}`));

  for (const [eyes, [least, matrix]] of Object.entries(EYES)) {
    test(`the eight hues keep apart, ${theme}, for ${eyes} eyes`, () => {
      const all = hues.map((hue) => seen(times(matrix, light(hue)).map((part) => Math.min(1, Math.max(0, part)))));
      const near = all.flatMap((one, at) => all.slice(0, at).map((other, with_) => ({ hues: `${with_ + 1} and ${at + 1}`, apart: Math.hypot(...one.map((part, axis) => part - other[axis])) })));
      assert.deepEqual(near.filter(({ apart }) => apart < least), []);
    });
  }

  test(`the eight hues can be read on every surface, ${theme}`, () => {
    const weak = hues.flatMap((hue) => ["paper", "sheet", "wash"].map((ground) => [hue, ground, contrast(hue, token(ground))])).filter(([, , it]) => it < 4.5);
    assert.deepEqual(weak, []);
  });
}
