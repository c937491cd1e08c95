// A script of several files: tabs, one importing another, in links, in embeds, and when several are dropped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, press, script, start, write } from "./support/page.mjs";

const MAIN = "import asyncio\nimport server\n\nasync def main():\n    print(await server.answer())\n\nasyncio.run(main())\n";
const SERVER = "import asyncio\n\nasync def answer():\n    await asyncio.sleep(1)\n    return 42\n";
const BOTH = `${MAIN}# loopglass: file=server.py\n${SERVER}`;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const tab = (page, name) => page.getByRole("group", { name: "Files" }).getByRole("button", { name, exact: true });
const printed = (page) => page.locator(".console-text").allTextContents();

test("one file imports another, and the file of the line that runs is shown", async () => {
  const page = await site.open();
  await paste(page, BOTH);
  await idle(page);
  await press(page, "End");
  assert.deepEqual(await printed(page), ["42"]);
  await press(page, "Home");
  await page.getByRole("button", { name: "line", exact: true }).click();
  const seen = new Set();
  for (let step = 0; step < 9; step += 1) {
    await press(page, "ArrowRight");
    seen.add(await script(page));
  }
  assert.ok(seen.has(MAIN) && seen.has(SERVER));
  await tab(page, "program.py").click();
  assert.equal(await script(page), MAIN);
  assert.deepEqual(page.mistakes, []);
});

test("a file is edited, added, named and removed", async () => {
  const page = await site.open();
  await paste(page, BOTH);
  await idle(page);
  await tab(page, "server.py").click();
  const editor = page.getByRole("textbox", { name: "Python script" });
  await write(page, "async def answer():\n    return 'edited'\n");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  await press(page, "End");
  assert.deepEqual(await printed(page), ["edited"]);
  await page.getByRole("button", { name: "Add a file" }).click();
  const name = page.getByRole("textbox", { name: "Name of the file" });
  assert.equal(await name.inputValue(), "module.py");
  await name.fill("../evil.py");
  await name.press("Tab");
  assert.equal(await name.inputValue(), "module.py");
  await name.fill("client.py");
  await name.press("Tab");
  await tab(page, "program.py").click();
  await tab(page, "client.py").click();
  await page.getByRole("button", { name: "Remove this file" }).click();
  await tab(page, "program.py").click();
  assert.equal(await page.locator(".file-tab").count(), 2);
  assert.equal(await script(page), MAIN);
  // Nothing of one file is undone into another.
  await tab(page, "server.py").click();
  await editor.click();
  await page.keyboard.press("Control+Z");
  assert.equal(await script(page), "async def answer():\n    return 'edited'\n");
  assert.deepEqual(page.mistakes, []);
});

test("what is wrong with a file is said in it, and a breakpoint stops there", async () => {
  const page = await site.open();
  await paste(page, `${MAIN}# loopglass: file=server.py\nasync def answer(:\n`);
  await idle(page);
  assert.equal(await script(page), "async def answer(:\n");
  await paste(page, BOTH);
  await idle(page);
  await tab(page, "server.py").click();
  await page.locator(".breakpoints .cm-gutterElement").nth(4).click();
  await press(page, "c");
  assert.equal(await script(page), SERVER);
  assert.match(await page.locator(".what .lead").textContent(), /^Line 5 of server\.py, in answer\(\), is next/);
});

test("every line is told by its file, and breakpoints stay with their lines", async () => {
  const page = await site.open();
  const failing = `${MAIN}# loopglass: file=server.py\n${SERVER.replace("return 42", "raise ValueError(42)")}`;
  await paste(page, failing);
  await idle(page);
  await tab(page, "server.py").click();
  await page.locator(".breakpoints .cm-gutterElement").nth(4).click();
  await tab(page, "program.py").click();
  assert.equal(await page.locator(".breakpoint").count(), 0);
  await page.locator(".breakpoints .cm-gutterElement").nth(4).click();
  // Two more lines before all that is there.
  await page.getByRole("textbox", { name: "Python script" }).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("# one\n# two\n");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  await press(page, "c");
  assert.match(await page.locator(".what .lead").textContent(), /^Line 7 of program\.py, in main\(\), is next/);
  assert.match(await page.locator(".frame-at").first().textContent(), /^ : program\.py:7$/);
  await press(page, "c");
  assert.match(await page.locator(".what .lead").textContent(), /^Line 5 of server\.py, in answer\(\), is next/);
  assert.deepEqual(await page.locator(".frame-at").allTextContents(), [" : program.py:7", " : server.py:5"]);
  assert.equal(await page.locator(".breakpoint").count(), 1);
  assert.match(await script(page), /raise ValueError/);
  await press(page, "End");
  const told = (await printed(page)).join("\n");
  assert.match(told, /File "program\.py", line 7, in main/);
  assert.match(told, /File "server\.py", line 5, in answer/);
  assert.deepEqual(page.mistakes, []);
});

test("a link holds all files", async () => {
  const page = await site.open();
  await paste(page, BOTH);
  await idle(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const address = await page.getByRole("textbox", { name: "Link to this moment" }).inputValue();
  const other = await site.open({ path: new URL(address).hash });
  assert.equal(await script(other), MAIN);
  await press(other, "End");
  assert.deepEqual(await printed(other), ["42"]);
});

test("several files that are dropped together are one script", async () => {
  const page = await site.open();
  await page.evaluate(
    ([main, server]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([server], "server.py"));
      dataTransfer.items.add(new File([main], "start.py"));
      document.documentElement.dataset.idle = "false";
      document.querySelector(".control-panel").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [MAIN, SERVER],
  );
  await idle(page);
  await press(page, "End");
  assert.deepEqual(await printed(page), ["42"]);
  assert.deepEqual(await page.locator(".file-tabs .file-tab").allTextContents(), ["start.py", "server.py"]);
  assert.equal(await script(page), MAIN);
});

test("a dropped file that nothing could import is refused", async () => {
  const page = await site.open();
  await page.evaluate((main) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([main], "start.py"));
    dataTransfer.items.add(new File(["x = 1"], "my notes.txt"));
    document.querySelector(".control-panel").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, MAIN);
  assert.match(await page.getByRole("alert").textContent(), /my notes\.txt cannot be imported: .*like helper\.py/);
  assert.match(await script(page), /async def triple/);
});
