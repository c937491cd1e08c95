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
