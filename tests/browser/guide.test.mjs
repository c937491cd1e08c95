// The guide beside a run: its links go to moments, the paragraph of the moment is lit, the lessons follow each other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { idle, start, write } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const cursor = (page) => page.locator("html").getAttribute("data-cursor").then(Number);

async function press(page, locator) {
  await locator.click();
  await idle(page);
}

test("its links go to moments, and the paragraph of the moment is lit, also when one steps", async () => {
  const page = await site.open({ path: "#v=1&scenario=await_coroutine" });
  assert.equal(await page.getByRole("region", { name: "Guide", exact: true }).count(), 0);
  await press(page, page.getByRole("button", { name: "Guide", exact: true }));
  const guide = page.getByRole("region", { name: "Guide", exact: true });
  await guide.getByRole("link").first().waitFor();
  const links = await guide.getByRole("link").count();
  assert.ok(links >= 5);
  const lit = guide.locator(".guide-paragraph[aria-current]");
  let before = -1;
  for (let link = 0; link < links; link += 1) {
    await press(page, guide.getByRole("link").nth(link));
    assert.ok((await cursor(page)) > before, `link ${link} is later`);
    before = await cursor(page);
    assert.equal(await lit.count(), 1);
    assert.equal(await lit.locator('.guide-link[aria-current="true"]').count(), 1);
  }
  await page.locator(".shell").focus();
  await page.keyboard.press("Home");
  await idle(page);
  assert.equal(await lit.count(), 0);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await idle(page);
  assert.match(await lit.textContent(), /begins at once/);
  assert.deepEqual(page.mistakes, []);
});

test("from lesson to lesson, and it stays open on the next visit", async () => {
  const page = await site.open({ path: "#v=1&scenario=greedy_task" });
  await press(page, page.getByRole("button", { name: "Guide", exact: true }));
  await press(page, page.getByRole("button", { name: /^Next: / }));
  assert.match(await page.locator(".guide-title").textContent(), /time\.sleep blocks the loop/);
  assert.match(await page.locator(".scenario-button").textContent(), /time\.sleep blocks the loop/);
  await press(page, page.getByRole("button", { name: /^Before: / }));
  assert.match(await page.locator(".guide-title").textContent(), /A greedy task/);
  await page.reload();
  await idle(page);
  await page.locator(".guide-title").waitFor();
  await press(page, page.getByRole("button", { name: "Close the guide" }));
  assert.equal(await page.locator(".guide").count(), 0);
  assert.ok(await page.locator(".control-panel").isVisible());
});

test("a key opens it and puts it away", async () => {
  const page = await site.open();
  for (const count of [1, 0, 1]) {
    await page.locator(".shell").focus();
    await page.keyboard.press("g");
    await idle(page);
    assert.equal(await page.getByRole("region", { name: "Guide", exact: true }).count(), count);
  }
});

test("what it asks to change may be changed: it stays, without links, and leads back", async () => {
  const page = await site.open({ path: "#v=1&scenario=await_task" });
  await press(page, page.getByRole("button", { name: "Guide", exact: true }));
  await page.locator(".guide-link").first().waitFor();
  const original = readFileSync(fileURLToPath(new URL("../../crates/scenarios/programs/await_task.py", import.meta.url)), "utf8");
  await write(page, original.replaceAll("task_b", "another"));
  await page.keyboard.press("Control+Enter");
  await idle(page);
  assert.equal(await page.locator(".guide-link").count(), 0);
  await press(page, page.getByRole("button", { name: "Back to the original" }));
  await page.locator(".guide-link").first().waitFor();
  assert.match(await page.locator(".scenario-button").textContent(), /await task/);
});

test("a script that has nothing of the lesson has no guide", async () => {
  const page = await site.open({ path: "#v=1&scenario=await_task" });
  await press(page, page.getByRole("button", { name: "Guide", exact: true }));
  await page.locator(".guide-link").first().waitFor();
  await write(page, "print('mine')\n");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  assert.equal(await page.getByRole("button", { name: "Guide", exact: true }).count(), 0);
  assert.equal(await page.getByRole("region", { name: "Guide", exact: true }).count(), 0);
});

test("on a phone it is a tab, by touch", async () => {
  const page = await site.open({ path: "#v=1&scenario=cancel_task", viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.locator(".tab-guide").tap();
  await page.locator(".guide-link").first().waitFor();
  await page.locator(".guide-link").nth(1).tap();
  await idle(page);
  assert.ok((await cursor(page)) > 0);
  assert.match(await page.locator(".what .lead").textContent(), /Line 16 of main\(\)/);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
});

test("the first step of all leads to an await that does not yield, and to one that does", async () => {
  const page = await site.open();
  const compare = page.getByRole("navigation", { name: "Or compare" });
  assert.deepEqual(await compare.getByRole("button").allTextContents(), ["1.5 await coroutine", "1.6 await task"]);
  await page.keyboard.press("ArrowRight");
  await idle(page);
  assert.equal(await compare.count(), 0);
  await page.keyboard.press("ArrowLeft");
  await idle(page);
  await press(page, compare.getByRole("button").first());
  assert.match(await page.locator(".scenario-button").textContent(), /await coroutine/);
});

test("at the last step one may go on: from the first program to an await that gives control away and one that does not", async () => {
  const page = await site.open();
  const onward = page.getByRole("navigation", { name: "Go on with" });
  assert.equal(await onward.count(), 0);
  await page.keyboard.press("End");
  await idle(page);
  assert.deepEqual(await onward.getByRole("button").allTextContents(), ["1.5 await coroutine", "1.6 await task"]);
  await onward.getByRole("button").first().evaluate((it) => it.click());
  await idle(page);
  assert.equal(await cursor(page), 0);
  assert.equal(await onward.count(), 0);
  // One of its first handoffs says why no one else gets a turn.
  const why = page.locator(".what .why", { hasText: "Awaiting a coroutine object does not yield to the event loop" });
  for (let step = 0; step < 8 && (await why.count()) === 0; step += 1) {
    await page.locator(".shell").focus();
    await page.keyboard.press("ArrowRight");
    await idle(page);
  }
  assert.match(await why.textContent(), /task_b\.step is in the ready queue and gets no turn/);
  await page.keyboard.press("End");
  await idle(page);
  assert.deepEqual(await onward.getByRole("button").allTextContents(), ["1.6 await task"]);
  assert.deepEqual(page.mistakes, []);
});
