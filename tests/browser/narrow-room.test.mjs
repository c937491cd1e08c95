// Where there is little room, and where there is much: no name is cut that has room on its card, the code keeps its
// lines under large letters, a phone shows the line in focus, and a high window shows more lanes, each of them whole.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "./support/axe.mjs";
import { idle, paste, press, start } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** A page that shows a scenario at one of its steps. */
async function at(scenario, step, options = {}) {
  const page = await site.open({ reducedMotion: "reduce", path: `#v=1&scenario=${scenario}`, ...options });
  await seek(page, step);
  return page;
}

async function seek(page, step) {
  await page.getByRole("slider", { name: "Position" }).fill(String(step));
  await idle(page);
}

const sleepers = (count) => `import asyncio

async def nap(number):
    await asyncio.sleep(number)

async def main():
    await asyncio.gather(*(nap(number) for number in range(${count})))

asyncio.run(main())
`;

/** What is in view of an element within what scrolls it, in CSS pixels. */
const inView = (page, selector, scroller) =>
  page.evaluate(
    ([selector, scroller]) => {
      const [it, view] = [selector, scroller].map((one) => document.querySelector(one).getBoundingClientRect());
      return Math.min(it.bottom, view.bottom) - Math.max(it.top, view.top);
    },
    [selector, scroller],
  );

for (const width of [1300, 1440, 1920]) {
  test(`no name is cut on a card, at ${width} px`, async () => {
    for (const [scenario, step] of [["triple", 9], ["queue", 31]]) {
      const page = await at(scenario, step, { viewport: { width, height: 900 } });
      const cut = await page
        .locator(".card .frame, .card .frame > summary, .card .seat")
        .evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth + 1).map((name) => name.textContent));
      assert.deepEqual(cut, []);
      await page.close();
    }
  });
}

for (const [width, height] of [[867, 467], [1040, 560]]) {
  test(`with large letters, at ${width} by ${height}, the code has lines and the loop is in view`, async () => {
    const page = await at("triple", 9, { viewport: { width, height } });
    assert.ok((await inView(page, ".code-host", ".columns")) > 100);
    assert.ok((await inView(page, ".loop", ".stage-scroll")) > 100);
    assert.ok(!(await page.locator("canvas.timeline").isVisible()));
    await page.locator(".tab-timeline").click();
    await idle(page);
    assert.ok(await page.locator("canvas.timeline").isVisible());
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(page.mistakes, []);
  });
}

test("on a phone the line in focus stands over what is said of it, but beside the code", async () => {
  const page = await at("triple", 6, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const line = page.locator(".line-now");
  assert.equal(await line.locator("code").textContent(), "tripled = await triple_task");
  assert.equal(await line.locator(".line-now-number").textContent(), "8");
  assert.ok(await line.isVisible());
  await page.locator(".tab-control").tap();
  await idle(page);
  assert.ok(await line.isVisible());
  assert.deepEqual(await findings(page), []);
  await page.locator(".tab-code").tap();
  await idle(page);
  assert.ok(!(await line.isVisible()));
});

test("a name with a hyphen stays on one line", async () => {
  const page = await at("queue", 31, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (let step = 32; step < 44; step += 1) {
    await seek(page, step);
    const broken = await page.locator(".what code.exact").evaluateAll((names) => names.filter((name) => name.getClientRects().length > 1).map((name) => name.textContent));
    assert.deepEqual(broken, [], `step ${step}`);
  }
});

test("in a high window nine lanes are whole, and in one less high those that are shown are", async () => {
  for (const [height, seen] of [[1080, 9 * 21], [900, 8 * 16]]) {
    const page = await site.open({ reducedMotion: "reduce", viewport: { width: 1440, height } });
    await paste(page, sleepers(8));
    await idle(page);
    assert.equal(await page.locator("canvas.timeline").evaluate((it) => it.getBoundingClientRect().height), seen + 4);
    await page.close();
  }
});

test("at the end of a run the stage is seen from its head, with nothing above the shelf to be set apart", async () => {
  const page = await site.open({ reducedMotion: "reduce", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await paste(page, sleepers(6));
  await idle(page);
  await page.locator(".tab-stage").tap();
  await press(page, "End");
  assert.equal(await page.locator(".stage-scroll").evaluate((it) => it.scrollTop), 0);
  assert.equal(await page.locator(".shelf").evaluate((it) => getComputedStyle(it).borderTopStyle), "none");
});

test("of many tasks that are finished it is said how many came before", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  await paste(page, sleepers(100));
  await idle(page);
  await press(page, "End");
  // One more than those that sleep; the last two dozen are shown.
  assert.equal(await page.locator(".shelf .panel-note").textContent(), "finished, after 77 others");
});

test("values at the end of a line are left out where only two letters of them would be seen", async () => {
  const page = await site.open({ reducedMotion: "reduce", viewport: { width: 1300, height: 700 } });
  await paste(page, `long = "a line that is as long as the room beside it"\nshort = 1\nprint(long)\n`);
  await idle(page);
  await press(page, ".", 3);
  const shown = await page.locator(".code-host .locals").allTextContents();
  assert.deepEqual(shown, ["short = 1"]);
});

test("a phone's timeline is painted when it comes into view", async () => {
  const page = await at("triple", 6, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.locator(".tab-timeline").tap();
  await idle(page);
  const painted = await page.locator("canvas.timeline").evaluate((it) => it.getContext("2d").getImageData(0, 0, it.width, it.height).data.filter((part) => part > 0).length);
  assert.ok(painted > 1000, `${painted}`);
});

/** What is seen of the rows in a list that is only partly seen, in shares of a row. */
const cutRows = (page, list, row) =>
  page.locator(list).evaluate((it, row) => {
    const view = it.getBoundingClientRect();
    return [...it.querySelectorAll(row)].flatMap((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      const seen = (Math.min(bottom, view.bottom) - Math.max(top, view.top)) / height;
      return seen > 0.05 && seen < 0.95 ? [`${Math.round(100 * seen)} % of ${one.textContent}`] : [];
    });
  }, row);

for (const [name, options, tabs] of [
  ["on a desktop", { viewport: { width: 1400, height: 900 } }, []],
  ["in a low window", { viewport: { width: 1400, height: 733 } }, []],
  ["on a tablet", { viewport: { width: 820, height: 1100 } }, ["control", "console"]],
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, ["control", "console"]],
]) {
  test(`${name} no row of the ladder, the console and the hood is cut`, async () => {
    const page = await at("queue", 1, options);
    for (const step of [9, 44, 62, 90]) {
      await seek(page, step);
      for (const tab of tabs.length ? tabs : [undefined]) {
        if (tab) await page.locator(`.tab-${tab}`).click();
        await idle(page);
        for (const [list, row] of [[".ladder", ".ladder-row"], [".console-lines", ".console-line"], [".hood", ".hood-line"]]) {
          const cut = (await page.locator(list).isVisible()) ? await cutRows(page, list, row) : [];
          assert.deepEqual(cut, [], `${list} at step ${step}`);
        }
      }
    }
  });
}

test("the buttons of a phone's axis lie beside the legend, over nothing else", async () => {
  const page = await at("gather", 20, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.locator(".tab-timeline").tap();
  await idle(page);
  const boxes = await page.evaluate(() => {
    const box = (it) => it.getBoundingClientRect().toJSON();
    const [axis, legend, panel, canvas] = [".timeline-axis", ".timeline-legend", ".timeline-panel", "canvas.timeline"].map((it) => box(document.querySelector(it)));
    return { axis, legend, panel, canvas, words: [...document.querySelectorAll(".timeline-legend li")].map(box) };
  });
  const { axis, legend, panel, canvas, words } = boxes;
  assert.ok(axis.top >= canvas.bottom && axis.bottom <= panel.bottom, JSON.stringify(boxes));
  assert.ok(Math.min(axis.bottom, legend.bottom) - Math.max(axis.top, legend.top) > 0.6 * axis.height, "it has no row of its own");
  assert.deepEqual(words.filter((word) => word.right > axis.left && word.bottom > axis.top), []);
});

test("on a tablet what must be known of a step is read without scrolling", async () => {
  const page = await at("task_group", 51, { viewport: { width: 820, height: 1100 } });
  const [height] = [await page.locator(".weighty").first().evaluate((it) => it.getBoundingClientRect().height)];
  assert.ok((await inView(page, ".weighty", ".what-panel")) > height - 1);
  // And the code keeps more than half of its lines.
  const code = await page.locator(".code-panel").evaluate((it) => it.getBoundingClientRect().height);
  assert.ok(code > 300, `${code}`);
});
