// Stepping through the article's program: the rows of control, the way of a chip, the scrubber, the keys.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, start } from "./support/page.mjs";

const ROWS = `\
program
  event-loop
    main_task.step
      main()
        triple_task.__await__
      main()
    main_task.step
  event-loop
    triple_task.step
      triple()
    triple_task.step
  event-loop
    main_task.step
      triple_task.__await__
        main()
    main_task.step
  event-loop`.split("\n");

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

async function press(page, key) {
  await page.keyboard.press(key);
  await idle(page);
}

/** The rows of the ladder as text; the last one has control. */
function ladder(page) {
  return page
    .locator(".ladder-row")
    .evaluateAll((rows) => rows.map((row) => "  ".repeat(Number(row.dataset.depth)) + row.dataset.text));
}

/** Where the chip of that label is, and which element it is. */
async function chip(page, label) {
  return page.evaluate((label) => {
    const found = [...document.querySelectorAll(".chip:not([data-leaving])")].filter((it) => it.dataset.label === label);
    if (found.length !== 1) return found.length === 0 ? null : "more than one";
    window.marked ??= found[0];
    return { place: found[0].dataset.place, same: window.marked === found[0] };
  }, label);
}

test("the seventeen rows of control appear in order", async () => {
  const page = await site.open();
  for (let number = 1; number <= ROWS.length; number += 1) {
    assert.deepEqual(await ladder(page), ROWS.slice(0, number));
    if (number < ROWS.length) await press(page, "ArrowRight");
  }
  for (let number = ROWS.length - 1; number >= 1; number -= 1) {
    await press(page, "ArrowLeft");
    assert.deepEqual(await ladder(page), ROWS.slice(0, number));
  }
  assert.deepEqual(page.mistakes, []);
});

test("main_task.wakeup goes from the callbacks to the queue to the slot, as one element, and back", async () => {
  const page = await site.open();
  const way = [];
  const look = async () => {
    const now = await chip(page, "main_task.wakeup");
    if (JSON.stringify(now) !== JSON.stringify(way.at(-1))) way.push(now);
  };
  const steps = 17;
  for (let step = 1; step < steps; step += 1) {
    await press(page, "ArrowRight");
    await look();
  }
  assert.deepEqual(way, [
    null,
    { place: "callbacks", same: true },
    { place: "ready", same: true },
    { place: "running", same: true },
    null,
  ]);
  way.length = 0;
  for (let step = 1; step < steps; step += 1) {
    await look();
    await press(page, "ArrowLeft");
  }
  await look();
  assert.deepEqual(
    way.map((it) => it?.place ?? null),
    [null, "running", "ready", "callbacks", null],
  );
  assert.deepEqual(page.mistakes, []);
});

test("a chip lies where its place is", async () => {
  const page = await site.open();
  for (let step = 1; step < 9; step += 1) await press(page, "ArrowRight");
  const apart = await page.evaluate(() =>
    [...document.querySelectorAll(".chip")].map((chip) => {
      const seat = document.querySelector(`[data-seat="${chip.dataset.handle}"]`).getBoundingClientRect();
      const own = chip.getBoundingClientRect();
      return Math.max(Math.abs(own.x - seat.x), Math.abs(own.y - seat.y));
    }),
  );
  assert.equal(apart.length, 2);
  for (const distance of apart) assert.ok(distance < 1.5, `${distance} px apart`);
});

test("the scrubber reaches any step, without movement", async () => {
  const page = await site.open();
  const scrubber = page.getByRole("slider", { name: "Position" });
  for (const step of [17, 5, 12, 1, 9]) {
    await scrubber.fill(String(step));
    await idle(page);
    assert.equal(await page.locator(".position").textContent(), `${step} / 17`);
    assert.deepEqual(await ladder(page), ROWS.slice(0, step));
  }
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});

test("each granularity goes to the end and back to the start", async () => {
  const page = await site.open();
  const events = Number(await page.locator("html").getAttribute("data-events"));
  for (const name of ["handoff", "line", "task step", "iteration"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.locator(".shell").focus();
    await press(page, "Home");
    const forward = [];
    for (let cursor = 0; cursor < events - 1; ) {
      forward.push(cursor);
      await press(page, "ArrowRight");
      const next = Number(await page.locator("html").getAttribute("data-cursor"));
      assert.ok(next > cursor, `${name} goes on after ${cursor}`);
      cursor = next;
    }
    for (const expected of forward.reverse()) {
      await press(page, "ArrowLeft");
      assert.equal(await page.locator("html").getAttribute("data-cursor"), String(expected));
    }
  }
});

test("it plays to the end and rests", async () => {
  const page = await site.open();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("16×");
  await page.getByRole("button", { name: "Play" }).click();
  await idle(page);
  assert.equal((await ladder(page)).length, 17);
});

test("with reduced motion nothing moves", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  for (let step = 1; step < 9; step += 1) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }
  assert.equal(await page.locator(".chip.moved").count(), 1);
});

test("keys do nothing while someone types", async () => {
  const page = await site.open();
  await page.getByRole("textbox", { name: "Python script" }).focus();
  await page.keyboard.press("n");
  await page.keyboard.press("ArrowRight");
  await idle(page);
  assert.equal(await page.locator("html").getAttribute("data-cursor"), "0");
});

test("the page comes back as it was left", async () => {
  const page = await site.open();
  for (let step = 1; step < 6; step += 1) await press(page, "ArrowRight");
  const cursor = await page.locator("html").getAttribute("data-cursor");
  await page.reload();
  await idle(page);
  assert.equal(await page.locator("html").getAttribute("data-cursor"), cursor);
  assert.deepEqual(await ladder(page), ROWS.slice(0, 6));
});
