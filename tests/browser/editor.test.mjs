// The editor: there before its own script is, and without it; breakpoints; what a run adds to the text.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { SETTINGS } from "../../web/js/editor/settings.mjs";
import { idle, paste, press, script, start, write } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const cursor = async (page) => Number(await page.locator("html").getAttribute("data-cursor"));

test("the code is there before the editor is, and typing goes on in the editor", async () => {
  const page = await site.open({ path: "#hold=1" });
  await page.goto("about:blank");
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/editor.mjs", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.address);
  const plain = page.locator("textarea.code-input");
  await plain.waitFor();
  assert.match(await page.locator(".code-sheet").textContent(), /async def triple/);
  assert.equal(await page.locator(".code-sheet .code-number").first().textContent(), "1");
  await plain.focus();
  await plain.fill("x = 1\nprint(x)\n");
  release();
  await page.locator(".code-host .cm-content").waitFor();
  await idle(page);
  assert.equal(await script(page), "x = 1\nprint(x)\n");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  await press(page, "End");
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["1"]);
});

test("without the editor's script the plain editor does", async () => {
  const page = await site.open({ path: "#hold=1" });
  await page.route("**/editor.mjs", (route) => route.abort());
  await page.goto("about:blank");
  await page.goto(site.address);
  await idle(page);
  const plain = page.locator("textarea.code-input");
  await plain.fill("print('plain')\n");
  await plain.press("Control+Enter");
  await idle(page);
  await press(page, "End");
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["plain"]);
});

test("the running line, the marks of who waits and the values of locals are drawn in the text", async () => {
  const page = await site.open();
  for (let step = 1; step < 8; step += 1) await press(page, "ArrowRight");
  assert.equal(await page.locator(".code-host .mark.hue-1").count(), 1);
  assert.equal(await page.locator(".code-host .mark").getAttribute("title"), "main_task waits here");
  await press(page, "Home");
  await page.getByRole("button", { name: "line", exact: true }).click();
  await press(page, "ArrowRight");
  await press(page, "ArrowRight");
  assert.match(await page.locator(".code-host .cm-line.running").textContent(), /^async def triple/);
  assert.deepEqual(page.mistakes, []);
});

test("a click beside a line sets a breakpoint, and playing stops there", async () => {
  const page = await site.open();
  await paste(page, "for number in range(3):\n    print(number)\n    double = number * 2\n");
  await idle(page);
  await page.locator(".breakpoints .cm-gutterElement").nth(2).click();
  assert.equal(await page.locator(".code-host .breakpoint").count(), 1);
  await press(page, "c");
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["0"]);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("16×");
  await page.getByRole("button", { name: "Play" }).click();
  await idle(page);
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["0", "1"]);
  const there = await cursor(page);
  await press(page, "c");
  await press(page, "Shift+C");
  assert.equal(await cursor(page), there);
  await press(page, "b");
  await press(page, "c");
  assert.equal(await cursor(page), there);
});

test("a breakpoint moves with its line, and comes back with the page", async () => {
  const page = await site.open();
  await paste(page, "x = 1\ny = 2\n");
  await idle(page);
  await page.locator(".breakpoints .cm-gutterElement").nth(1).click();
  await page.getByRole("textbox", { name: "Python script" }).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  await page.reload();
  await idle(page);
  assert.equal(await script(page), "\nx = 1\ny = 2\n");
  await press(page, "c");
  assert.match(await page.locator(".code-host .cm-line.running").textContent(), /^y = 2/);
});

test("what is wrong is underlined and said under its line, and goes when it is mended", async () => {
  const page = await site.open();
  await paste(page, "x = 1\nif x = 2:\n    pass\n");
  await idle(page);
  assert.equal(await page.locator(".code-host .squiggle").count(), 1);
  assert.match(await page.locator(".code-error").textContent(), /^Line 2: /);
  await write(page, "x = 2\n");
  assert.equal(await page.locator(".code-error").count(), 0);
});

test("Escape leaves the editor, and the keys work again", async () => {
  const page = await site.open();
  await page.getByRole("textbox", { name: "Python script" }).click();
  await page.keyboard.press("n");
  assert.equal(await cursor(page), 0);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await idle(page);
  assert.ok((await cursor(page)) > 0);
});

test("the settings of a run are completed in their comment", async () => {
  const page = await site.open();
  await write(page, "# loopglass: line_cost=1us ");
  await page.keyboard.type("se");
  const options = page.locator(".code-host .cm-tooltip-autocomplete li");
  await options.first().waitFor();
  assert.match(await options.first().textContent(), /^seed/);
  await page.keyboard.press("Enter");
  assert.equal(await script(page), "# loopglass: line_cost=1us seed=");
  assert.deepEqual(page.mistakes, []);
  const reads = await readFile(new URL("../../crates/python/src/comments.rs", import.meta.url), "utf8");
  const [, names] = /is not a setting; there are ([\w, ]+)"/.exec(reads);
  assert.deepEqual(Object.keys(SETTINGS), names.split(", "));
});

test("while nobody edits, a step does not ask the browser where the text is selected", async () => {
  const page = await site.open();
  /** Whether the editor has the focus, and is told of a place in the text. */
  const selected = () =>
    page.evaluate(() => {
      const root = document.querySelector(".code-host").shadowRoot;
      return [root.activeElement !== null, root.getSelection().anchorNode !== null];
    });
  await press(page, "ArrowRight", 3);
  // A press in the text leaves a selection there, also when the focus goes elsewhere.
  await page.getByRole("textbox", { name: "Python script" }).click();
  assert.deepEqual(await selected(), [true, true]);
  await press(page, "ArrowRight", 3);
  assert.deepEqual(await selected(), [false, false]);
  await page.getByRole("textbox", { name: "Python script" }).click();
  assert.deepEqual(await selected(), [true, true]);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("x = 1\n");
  assert.equal(await script(page), "x = 1\n");
});
