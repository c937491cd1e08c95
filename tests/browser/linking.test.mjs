// What belongs together is lit together; the stage as tables; the timeline's axes; stepping over and into.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, press, start } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** The kinds of what is lit, sorted. */
async function lit(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => {
    const roots = [document, document.querySelector(".code-host").shadowRoot];
    const found = roots.flatMap((root) => [...root.querySelectorAll("[data-lit]")]);
    return [...new Set(found.map((it) => it.classList[0]))].sort();
  });
}

test("a task pointed at is lit as card, chip, row of the ladder and mark in the code", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 8);
  await page.locator('.card[data-label="main_task"] .state').hover();
  assert.deepEqual(await lit(page), ["card", "chip", "ladder-row", "mark", "seat"]);
  await page.locator(".loop-facts").hover();
  assert.deepEqual(await lit(page), []);
  await page.locator(".code-host .mark").hover();
  assert.deepEqual(await lit(page), ["card", "chip", "ladder-row", "mark", "seat"]);
});

test("a task chosen by its name stays lit, by keyboard too, and so it is on the timeline", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 8);
  const name = page.getByRole("button", { name: "triple_task", exact: true });
  await name.focus();
  await page.keyboard.press("Enter");
  await idle(page);
  assert.equal(await name.getAttribute("aria-pressed"), "true");
  assert.ok((await lit(page)).includes("card"));
  await press(page, "ArrowLeft");
  assert.ok((await lit(page)).includes("card"));
  await name.click();
  await page.locator(".loop-facts").hover();
  assert.deepEqual(await lit(page), []);
});

test("the timeline names what is under the pointer and lights it", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 8);
  const box = await page.locator(".timeline").boundingBox();
  await page.mouse.move(box.x + box.width * 0.72, box.y + 10);
  assert.match(await page.locator(".timeline-tip").textContent(), /^main_task: waiting on triple_task$/);
  assert.ok((await lit(page)).includes("card"));
  await page.mouse.move(10, 10);
  assert.equal(await page.locator(".timeline-tip").count(), 0);
});

test("the timeline's axis may be virtual time", async () => {
  const page = await site.open();
  await paste(page, "import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n");
  await idle(page);
  await page.getByRole("button", { name: "time", exact: true }).click();
  const box = await page.locator(".timeline").boundingBox();
  const middle = box.x + 118 + ((box.width - 118) * 2.5) / 3;
  await page.mouse.click(middle, box.y + 10);
  await idle(page);
  assert.match(await page.locator(".loop-facts").textContent(), /clock 2\.000 s/);
  assert.match(await page.locator(".timeline-tip").textContent(), /: waiting on /);
});

test("the stage has the form of tables, with the same content", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 8);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await idle(page);
  const rows = (name) => page.getByRole("table", { name }).getByRole("row").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.deepEqual((await rows("Event loop")).slice(0, 3), [
    ["running", "triple_task.step"],
    ["ready queue, next first", "none"],
    ["timers, soonest first", "none"],
  ]);
  assert.deepEqual((await rows("Tasks and futures")).slice(1), [
    ["main_task", "Task-1", "waiting on triple_task", "main() at line 8, triple_task.__await__", "none"],
    ["triple_task", "Task-2", "running", "triple()", "main_task.wakeup"],
  ]);
  await press(page, "End");
  assert.equal((await rows("Finished")).length, 2);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await idle(page);
  assert.equal(await page.locator(".loop").count(), 1);
  assert.deepEqual(page.mistakes, []);
});

test("stepping over stays in the coroutine, stepping into goes through asyncio", async () => {
  const page = await site.open();
  const line = () => page.locator(".code-host .cm-line.running").textContent();
  await press(page, ".", 7);
  assert.match(await line(), /triple_task = asyncio/);
  await press(page, "o");
  assert.match(await line(), /tripled = await/);
  await press(page, "o");
  assert.match(await line(), /return tripled/);
  await press(page, "Home");
  await press(page, ".", 8);
  const titles = new Set();
  for (let step = 0; step < 12; step += 1) {
    await press(page, "i");
    if ((await page.locator(".hood-line.running").count()) === 1) titles.add(await page.locator(".hood-panel .panel-note").textContent());
  }
  for (const title of ["Future.__await__", "Task.step"]) assert.ok(titles.has(title), `${title} in ${[...titles]}`);
});
