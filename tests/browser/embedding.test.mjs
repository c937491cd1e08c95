// The dialog that makes snippets for other pages: what it shows beside them, and that each of them works where it is
// put.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { idle, paste, start } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const MINE = "import asyncio\n\nasync def main():\n    print('</pre><b>&amp;</b>')\n\nasyncio.run(main())\n";

let site;
let folder;
before(async () => {
  site = await start();
  folder = await mkdtemp(join(tmpdir(), "loopglass-snippets-"));
});
after(async () => {
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function open(options) {
  const page = await site.open(options);
  await page.getByRole("button", { name: "Embed", exact: true }).click();
  await page.getByRole("dialog", { name: "Embed this moment" }).waitFor();
  await page.waitForFunction(() => document.querySelector(".embedding textarea").value);
  return page;
}

const snippet = (page) => page.getByRole("textbox", { name: "Snippet" }).inputValue();

/** The frame of the preview, once it shows what it is to. */
async function preview(page, part) {
  const frame = await page.waitForFunction((part) => document.querySelector(".embedding iframe").src.includes(part), part);
  await frame.dispose();
  const inside = await page.locator(".embedding iframe").contentFrame();
  await inside.locator("html[data-idle=true]").waitFor({ state: "attached" });
  return inside;
}

test("the element of a scenario, with what is chosen for it, and what comes of it beside", async () => {
  const page = await open({ path: "#scenario=gather&at=2.0" });
  assert.match(await snippet(page), /^<script src="http[^"]*\/embed\.js"><\/script>\n\n<loop-glass scenario="gather" at="2\.\d+"><\/loop-glass>\n$/);
  await preview(page, "scenario=gather");
  await page.getByRole("checkbox", { name: "code", exact: true }).uncheck();
  await page.getByRole("checkbox", { name: "not to be edited" }).check();
  await page.getByRole("combobox", { name: "theme" }).selectOption("dark");
  await page.waitForFunction(() => document.querySelector(".embedding textarea").value.includes("dark"));
  assert.match(await snippet(page), / panels="stage, explanation, transport" theme="dark" readonly>/);
  const inside = await preview(page, "theme=dark");
  assert.equal(await inside.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await inside.locator(".code-panel").isVisible(), false);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Embed");
  assert.deepEqual(page.mistakes, []);
});

test("the preview leaves what the page remembers as it is", async () => {
  const page = await open({ path: "#scenario=gather" });
  const remembered = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  const before = await remembered();
  const inside = await preview(page, "scenario=gather");
  await inside.locator(".shell").focus();
  await page.keyboard.press("End");
  await inside.locator("html[data-idle=true]:not([data-cursor='0'])").waitFor({ state: "attached" });
  assert.equal(await remembered(), before);
  assert.deepEqual(page.mistakes, []);
});

test("the snippets work in another page", async () => {
  const page = await site.open();
  await paste(page, MINE);
  await idle(page);
  await page.getByRole("button", { name: "Embed", exact: true }).click();
  await page.waitForFunction(() => document.querySelector(".embedding textarea")?.value);
  await page.getByRole("combobox", { name: "starts" }).selectOption("eager");
  await page.waitForFunction(() => document.querySelector(".embedding textarea").value.includes("eager"));
  const element = await snippet(page);
  await page.getByRole("button", { name: "Plain frame" }).click();
  await page.waitForFunction(() => document.querySelector(".embedding textarea").value.startsWith("<iframe"));
  const frame = await snippet(page);
  await page.getByRole("button", { name: "Sphinx" }).click();
  await page.waitForFunction(() => document.querySelector(".embedding textarea").value.startsWith(".."));
  const body = MINE.trimEnd().split("\n").map((line) => line && `   ${line}`);
  assert.ok((await snippet(page)).endsWith(`\n\n${body.join("\n")}\n`));
  assert.match(await snippet(page), /^\.\. loopglass::\n   :at: \d+\.\d+\n   :loading: eager\n\n/);
  // Pages of course sites: the plain element, among what Markdown and notebooks make of the rest.
  await writeFile(join(folder, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><article class="md-content"><p>Text</p>${element}</article>`);
  await writeFile(join(folder, "frame.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><div class="cell quarto-layout-cell">${frame}</div>`);
  const course = await serve({ folder, prefix: "/", policy: "default-src * 'unsafe-inline'" });
  for (const path of ["", "frame.html"]) {
    const other = await site.browser.newPage();
    await other.goto(course.address + path);
    const inside = await other.locator("iframe").contentFrame();
    await inside.locator("html[data-idle=true]").waitFor({ state: "attached" });
    const lines = await inside.locator(".code-host .cm-line").allTextContents();
    assert.equal(lines[3].replace(/\s*$/, ""), "    print('</pre><b>&amp;</b>')");
    await other.close();
  }
  await course.close();
  assert.deepEqual(page.mistakes, []);
});
