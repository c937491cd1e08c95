// The console of a script that prints much: the last lines are in the page, earlier ones once someone scrolls back, and
// what is in view stays where it is meanwhile.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, start } from "./support/page.mjs";

const LINES = 1500;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`only the lines around those in view are in the page, at ${viewport.width} px`, async () => {
    const page = await site.open({ viewport, reducedMotion: "reduce" });
    await paste(page, `for number in range(${LINES}):\n    print("line", number)\n`);
    await idle(page);
    await page.locator(".shell").focus();
    await page.keyboard.press("End");
    await idle(page);
    if (viewport.width < 1200) {
      await page.locator(".tab-console").click();
      await idle(page);
    }
    const lines = page.locator(".console-line .console-text");
    const count = () => lines.count();
    assert.ok((await count()) <= 60, `${await count()} lines`);
    assert.equal(await lines.last().textContent(), `line ${LINES - 1}`);
    assert.match(await page.locator(".console-lines .console-empty").textContent(), /earlier lines$/);
    // A line in the middle of what is shown is at the same place on the screen when earlier ones have come.
    const kept = await page.evaluate(async () => {
      const list = document.querySelector(".console-lines");
      const all = () => [...list.querySelectorAll(".console-line")];
      const before = all().length;
      list.scrollTop = -(list.scrollHeight - list.clientHeight) + 4;
      const text = all()[2].textContent;
      const place = () => Math.round(all().find((line) => line.textContent === text).getBoundingClientRect().y);
      const there = place();
      while (all().length === before) await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return [there, place()];
    });
    assert.ok(Math.abs(kept[0] - kept[1]) <= 1, String(kept));
    // All can be come to, in the end.
    await page.waitForFunction(() => {
      const list = document.querySelector(".console-lines");
      list.scrollTop = -list.scrollHeight;
      return list.querySelector(".console-text")?.textContent === "line 0";
    });
    // The next step shows the last line, and no more than it needs.
    await page.locator(".shell").focus();
    await page.keyboard.press("ArrowLeft");
    await idle(page);
    assert.ok((await count()) <= 60, `${await count()} lines after a step`);
    assert.equal(await page.locator(".console-lines").evaluate((it) => it.scrollTop), 0);
    assert.deepEqual(page.mistakes, []);
  });
}
