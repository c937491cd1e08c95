// Many tasks: only what is in view is in the page, all else can be come to, and what runs comes into view. And movement:
// what changes its place goes there, forward and back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, start } from "./support/page.mjs";

const TASKS = 1000;
const CROWD = `import asyncio

async def worker(number):
    for round in range(3):
        await asyncio.sleep(0.001 * (number % 7))

async def main():
    tasks = [asyncio.create_task(worker(number), name=f"worker-{number}") for number in range(${TASKS})]
    await asyncio.gather(*tasks)

asyncio.run(main())
`;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** A page in the middle of the run of many tasks. */
async function crowd(options) {
  const page = await site.open({ reducedMotion: "reduce", ...options });
  await paste(page, CROWD);
  await idle(page, 120_000);
  const count = Number(await page.locator(".position").getAttribute("data-count"));
  await page.getByRole("slider", { name: "Position" }).fill(String(Math.round(count / 2)));
  await idle(page);
  return page;
}

const count = (page, selector) => page.locator(selector).count();

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`of a thousand tasks only what is in view is in the page, at ${viewport.width} px`, async () => {
    const page = await crowd({ viewport });
    assert.ok(Number(await page.locator(".cards.flow .card").first().getAttribute("aria-setsize")) > TASKS);
    const most = { ".card": 30, ".seat": 70, ".chip": 70, ".ladder-row": 80, ".wire": 30 };
    for (const [selector, limit] of Object.entries(most)) assert.ok((await count(page, selector)) <= limit, `${selector}: ${await count(page, selector)}`);
    // The last card is where the scroll bar says.
    const last = page.locator(".cards.flow .card").last();
    const end = () =>
      page.waitForFunction(() => {
        const scroller = document.querySelector(".stage-scroll");
        scroller.scrollTop = scroller.scrollHeight;
        const card = [...document.querySelectorAll(".cards.flow .card")].at(-1);
        return card?.getAttribute("aria-posinset") === card?.getAttribute("aria-setsize");
      });
    await end();
    assert.equal(await last.getAttribute("aria-posinset"), await last.getAttribute("aria-setsize"));
    for (const [selector, limit] of Object.entries(most)) assert.ok((await count(page, selector)) <= limit, `${selector} at the end`);
    // And the first one is there again.
    await page.locator(".stage-scroll").evaluate((it) => (it.scrollTop = 0));
    await page.locator('.cards.flow .card[aria-posinset="1"]').waitFor();
    assert.deepEqual(page.mistakes, []);
  });
}

test("the card of the running task is shown, wherever its place is", async () => {
  const page = await crowd();
  const running = async () => {
    await page.locator(".shell").focus();
    for (let step = 0; step < 12; step += 1) {
      const chip = page.locator('.chip[data-place="running"]');
      if ((await chip.count()) > 0) return (await chip.getAttribute("data-label")).split(".")[0];
      await page.keyboard.press("ArrowRight");
      await idle(page);
    }
    return null;
  };
  const task = await running();
  assert.match(task ?? "", /^worker-\d+$/);
  assert.equal(await page.locator(".card.acting").getAttribute("data-label"), task);
  assert.equal(await page.locator(".cards-apart .card").getAttribute("data-label"), task);
});

test("the ladder goes back to its first row", async () => {
  const page = await crowd();
  const first = page.locator('.ladder-row[data-row="1"]');
  // With each look the page has had two frames to show what has come into view.
  for (let look = 0; look < 20 && (await first.count()) === 0; look += 1) {
    await page.evaluate(async () => {
      const ladder = document.querySelector(".ladder");
      ladder.scrollTop = -ladder.scrollHeight;
      for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    });
  }
  await first.waitFor();
  assert.ok((await count(page, ".ladder-row")) <= 80);
  assert.equal(await page.locator('.ladder-row[data-row="1"]').getAttribute("data-text"), "program");
  // A step shows the last row again.
  await page.locator(".shell").focus();
  await page.keyboard.press("ArrowRight");
  await idle(page);
  await page.locator('.ladder-row[aria-current="step"]').waitFor();
});

test("what does not fit is a count that opens a list", async () => {
  const page = await crowd();
  const rest = page.locator('[data-row="ready"] .rest');
  assert.equal(await rest.locator("li").count(), 0);
  await rest.locator("summary").evaluate((it) => it.click());
  await rest.locator("li").first().waitFor();
  assert.ok((await rest.locator("li").count()) <= 40);
  assert.match(await rest.locator("li").first().textContent(), /^worker-\d+\.wakeup$/);
});

test("the lanes of many tasks are scrolled, and the running task's lane comes into view", async () => {
  const page = await crowd();
  const canvas = page.locator(".timeline");
  const box = await canvas.boundingBox();
  const named = async (y) => {
    await page.mouse.move(box.x + 40, box.y + y);
    return (await page.locator(".timeline-tip").textContent()).split(":")[0];
  };
  const until = (pattern, y) =>
    assert.doesNotReject(async () => {
      for (let look = 0; look < 50; look += 1) {
        await page.mouse.move(box.x + 41 + (look % 2), box.y + y);
        if (pattern.test(await page.locator(".timeline-tip").textContent())) return;
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      }
      throw new Error(`not ${pattern}: ${await named(y)}`);
    });
  await canvas.focus();
  for (let page_ = 0; page_ < 200; page_ += 1) await page.keyboard.press("PageUp");
  await until(/^Task-1\b/, 8);
  await page.mouse.wheel(0, 1600);
  await until(/^worker-99\b/, 8);
  await page.keyboard.press("ArrowUp");
  await until(/^worker-98\b/, 8);
});

/** The chip with a label, halfway of the movement that has just begun: where it is, and where it was and will be. */
async function halfway(page, label, key) {
  return page.evaluate(
    async ([label, key]) => {
      const find = () => document.querySelector(`.chip[data-label="${label}"]`);
      const place = (it) => [it.getBoundingClientRect().x, it.getBoundingClientRect().y].map(Math.round);
      const before = place(find());
      document.documentElement.dataset.idle = "false";
      document.querySelector(".shell").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      while (find().getAnimations().length === 0) await new Promise((done) => requestAnimationFrame(done));
      const [animation] = find().getAnimations();
      animation.pause();
      const at = (time) => {
        animation.currentTime = time;
        return place(find());
      };
      const seen = { before, start: at(0), middle: at(90), end: at(239.9) };
      animation.play();
      return seen;
    },
    [label, key],
  );
}

test("a chip goes to its place and, stepping back, from there", async () => {
  const page = await site.open();
  await page.locator(".shell").focus();
  const isReady = async () => (await page.locator('.chip[data-label="main_task.wakeup"]').getAttribute("data-place").catch(() => null)) === "ready";
  const wakeup = page.locator('.chip[data-label="main_task.wakeup"][data-place="callbacks"]');
  for (let step = 0; step < 12 && (await wakeup.count()) === 0; step += 1) {
    await page.keyboard.press("ArrowRight");
    await idle(page);
  }
  let there;
  for (let step = 0; step < 12; step += 1) {
    const next = await page.evaluate(() => document.querySelector('.chip[data-label="main_task.wakeup"]').dataset.place);
    if (next !== "callbacks") break;
    const moves = await halfwayOrNothing(page, "ArrowRight");
    if (moves) there = moves;
    await idle(page);
  }
  assert.ok(there && (await isReady()), "it went from the callback list to the ready queue");
  const between = (a, b, c) => (b - a) * (c - b) >= 0;
  for (const axis of [0, 1]) assert.ok(between(there.start[axis], there.middle[axis], there.end[axis]), JSON.stringify(there));
  assert.deepEqual(there.start, there.before);
  assert.notDeepEqual(there.middle, there.start);
  assert.notDeepEqual(there.middle, there.end);
  const back = await halfway(page, "main_task.wakeup", "ArrowLeft");
  await idle(page);
  assert.deepEqual(back.start, back.before);
  assert.deepEqual([back.start, back.end], [there.end, there.start]);
  assert.notDeepEqual(back.middle, back.start);
});

/** Like `halfway`, where the next step moves the wakeup; else only the step. */
async function halfwayOrNothing(page, key) {
  const before = await page.evaluate(() => document.querySelector('.chip[data-label="main_task.wakeup"]').dataset.place);
  const cursor = await page.locator("html").getAttribute("data-cursor");
  // What the step does is looked at first, and undone.
  await page.keyboard.press(key);
  await idle(page);
  const after = await page.evaluate(() => document.querySelector('.chip[data-label="main_task.wakeup"]')?.dataset.place);
  if (after === before) return null;
  await page.keyboard.press(key === "ArrowRight" ? "ArrowLeft" : "ArrowRight");
  await idle(page);
  assert.equal(await page.locator("html").getAttribute("data-cursor"), cursor);
  return halfway(page, "main_task.wakeup", key);
}

const LOCK = `import asyncio

async def work(lock):
    async with lock:
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    ann = asyncio.create_task(work(lock))
    bob = asyncio.create_task(work(lock))
    await asyncio.gather(ann, bob)

asyncio.run(main())
`;

test("who waits for a lock says who holds it, and the pointer lights both", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  await paste(page, LOCK);
  await idle(page);
  await page.locator(".shell").focus();
  const waits = page.locator('.card[data-label="bob"] .state', { hasText: "waiting for lock, held by ann" });
  for (let step = 0; step < 60 && (await waits.count()) === 0; step += 1) {
    await page.keyboard.press("ArrowRight");
    await idle(page);
  }
  assert.equal(await waits.count(), 1);
  assert.equal(await page.locator('.card[data-label="lock"] .state').textContent(), "held by ann");
  const lit = () =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return [...document.querySelectorAll(".card[data-lit]")].map((card) => card.dataset.label).sort();
    });
  await waits.locator(".named").hover();
  assert.deepEqual(await lit(), ["ann", "lock"]);
  await page.locator('.card[data-label="lock"] dd .named').hover();
  assert.deepEqual(await lit(), ["bob"]);
});

test("the stage follows what runs, and leaves who scrolls by hand alone", async () => {
  const page = await site.open({ path: "#v=1&scenario=gather", reducedMotion: "reduce" });
  const beyond = page.locator(".stage-beyond");
  const position = page.getByRole("slider", { name: "Position" });
  const to = async (step) => {
    await position.fill(String(step));
    await idle(page);
  };
  // In view is what lies below the event loop, which stays at the top, with its chips.
  const isIn = () =>
    page.evaluate(() => {
      const view = document.querySelector(".stage-scroll").getBoundingClientRect();
      const loop = document.querySelector(".loop").getBoundingClientRect();
      const chip = document.querySelector(".chip.running").getBoundingClientRect();
      const card = document.querySelector(".card.acting").getBoundingClientRect();
      const loopStays = loop.top >= view.top && chip.top > loop.top && chip.bottom < loop.bottom;
      return loopStays && card.top >= loop.bottom && card.bottom <= view.bottom;
    });
  const count = Number(await page.locator(".position").getAttribute("data-count"));
  let moved = 0;
  for (let step = 1; step <= count; step += 1) {
    await to(step);
    if ((await page.locator(".card.acting").count()) === 0 || (await page.locator(".chip.running").count()) === 0) continue;
    assert.ok(await isIn(), `step ${step}`);
    moved = Math.max(moved, await page.locator(".stage-scroll").evaluate((it) => it.scrollTop));
  }
  assert.ok(moved > 50, "it had to be scrolled");
  // By hand: it stays there, and what runs elsewhere is named.
  await to(30);
  await page.locator(".cards-head").hover();
  await page.mouse.wheel(0, -2000);
  await page.waitForFunction(() => document.querySelector(".stage-scroll").scrollTop === 0);
  await page.keyboard.press("Escape");
  await to(31);
  assert.equal(await page.locator(".stage-scroll").evaluate((it) => it.scrollTop), 0);
  assert.equal(await beyond.textContent(), "Task-4 runs, below");
  await beyond.evaluate((it) => it.click());
  await beyond.waitFor({ state: "detached" });
  assert.ok(await isIn());
  // And it follows again.
  await to(3);
  assert.ok(await isIn());
  assert.equal(await beyond.count(), 0);
  assert.deepEqual(page.mistakes, []);
});
