// The timeline: stretches that repeat themselves are folded, it is scrubbed, scrolled, zoomed and panned by mouse, touch
// and keys, what the pointer is at is lit everywhere, and one may run to what comes next.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, start } from "./support/page.mjs";

const POLL = `import asyncio

async def poll():
    for _ in range(20_000):
        await asyncio.sleep(0)
    print("polled")
    await asyncio.sleep(1)
    print("slept")

asyncio.run(poll())
`;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const cursor = (page) => page.locator("html").getAttribute("data-cursor").then(Number);

/** What is said under the pointer, from left to right. */
async function tips(page, count = 40) {
  const box = await page.locator(".timeline").boundingBox();
  const said = [];
  for (let place = 0; place < count; place += 1) {
    const x = box.x + 122 + ((box.width - 126) * place) / (count - 1);
    await page.mouse.move(x, box.y + 10);
    said.push({ x, text: await page.locator(".timeline-tip").textContent() });
  }
  return said;
}

test("what repeats itself is folded, and the rest keeps its room", async () => {
  const page = await site.open();
  await paste(page, POLL);
  await idle(page);
  const events = Number(await page.locator("html").getAttribute("data-events"));
  const said = await tips(page);
  const folded = said.filter(({ text }) => /: [\d,]+ events folded, [\d,]+ times the same$/.test(text));
  assert.ok(folded.length > 0 && folded.length < said.length / 2, said.map(({ text }) => text).join("\n"));
  assert.ok(said.some(({ text }) => /waiting on/.test(text)));
  // After the strip a small way on the axis is a few events, not thousands.
  const after = said.find(({ x }) => x > folded.at(-1).x);
  await page.mouse.click(after.x, (await page.locator(".timeline").boundingBox()).y + 10);
  await idle(page);
  assert.ok(events - (await cursor(page)) < 1000, `${await cursor(page)} of ${events}`);
  // By virtual time it lies where the clock was: polling came first, and the sleep after it.
  await page.locator(".timeline-axis button", { hasText: "time" }).click();
  await idle(page);
  const timed = (await tips(page)).map(({ text }) => text);
  assert.match(timed[1], /events folded/, timed.join("\n"));
  assert.doesNotMatch(timed.at(-2), /events folded/, timed.join("\n"));
  assert.deepEqual(page.mistakes, []);
});

test("two fingers zoom into the timeline", async () => {
  const page = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.locator(".tab-timeline").click();
  const box = await page.locator(".timeline").boundingBox();
  const look = () => page.locator(".timeline").evaluate((canvas) => canvas.toDataURL());
  const before = await look();
  const client = await page.context().newCDPSession(page);
  const touch = (type, xs) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((x, id) => ({ x: box.x + x, y: box.y + 12, id })) });
  await touch("touchStart", [200]);
  await touch("touchStart", [200, 240]);
  for (const by of [10, 20, 30, 40]) await touch("touchMove", [200 - by, 240 + by]);
  await touch("touchEnd", []);
  await idle(page);
  const moved = await cursor(page);
  assert.notEqual(await look(), before);
  // The second finger and the pinch move the window, not the cursor.
  await touch("touchStart", [200]);
  await touch("touchEnd", []);
  await idle(page);
  assert.ok(Math.abs((await cursor(page)) - moved) <= 3, `${moved} ${await cursor(page)}`);
});

const MANY = `import asyncio

async def worker(number):
    print("worker", number)
    await asyncio.sleep(number)

async def main():
    await asyncio.gather(*(asyncio.create_task(worker(number), name=f"worker-{number}") for number in range(40)))

asyncio.run(main())
`;

/** Waits until the lane under a place is this one; the pointer comes there again and again, as long as it is not. */
async function lane(page, box, y, name) {
  let said;
  for (let look = 0; look < 200; look += 1) {
    await page.mouse.move(box.x + 40 + (look % 2), box.y + y);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    said = await page.locator(".timeline-tip").textContent();
    if (said.split(/[: ]/)[0] === name) return;
  }
  assert.equal(said, name);
}

/** Draws one finger over the timeline, from place to place. */
async function finger(page, box, places) {
  const client = await page.context().newCDPSession(page);
  const touch = (type, places) => client.send("Input.dispatchTouchEvent", { type, touchPoints: places.map(([x, y]) => ({ x: box.x + x, y: box.y + y, id: 0 })) });
  await touch("touchStart", [places[0]]);
  for (const place of places.slice(1)) await touch("touchMove", [place]);
  await touch("touchEnd", []);
}

/** The height of a lane, from how far apart two names are. */
async function pitch(page, box) {
  await lane(page, box, 8, "Task-1");
  for (let y = 9; y < 60; y += 1) {
    await page.mouse.move(box.x + 40, box.y + y);
    if (/^worker-0/.test(await page.locator(".timeline-tip").textContent())) return y - 0.5;
  }
  throw new Error("there is no second lane");
}

for (const [by, options] of Object.entries({ mouse: {}, touch: { viewport: { width: 390, height: 844 }, hasTouch: true } })) {
  test(`the lanes are dragged by their names, and the run by its lanes: ${by}`, async () => {
    const page = await site.open(options);
    await paste(page, MANY);
    await idle(page);
    if (by === "touch") await page.locator(".tab-timeline").click();
    const box = await page.locator(".timeline").boundingBox();
    const each = await pitch(page, box);
    const before = await cursor(page);
    // Up by three lanes and a bit: what was the fourth is the first.
    const way = [box.height - 12, box.height - 20, box.height - 12 - each, box.height - 12 - 3 * each - 2].map((y) => [40, y]);
    const along = [[200, 12], [220, 12], [300, 40]];
    const draw = async (places) => {
      if (by === "touch") return finger(page, box, places);
      await page.mouse.move(box.x + places[0][0], box.y + places[0][1]);
      await page.mouse.down();
      for (const [x, y] of places.slice(1)) await page.mouse.move(box.x + x, box.y + y);
      await page.mouse.up();
    };
    await draw(way);
    await lane(page, box, 8, "worker-2");
    assert.equal(await cursor(page), before, "to scroll is not to scrub");
    // Beside the names one scrubs, and the lanes stay where they are if what runs is among them.
    await draw(along);
    await idle(page);
    const there = await cursor(page);
    assert.ok(there > before);
    await draw([along[2], along[1], along[0]]);
    await idle(page);
    assert.ok((await cursor(page)) < there);
    assert.deepEqual(page.mistakes, []);
  });
}

test("wheel and keys zoom and pan, and the cursor stays", async () => {
  const page = await site.open({ path: "#v=1&scenario=gather" });
  const canvas = page.locator(".timeline");
  const look = () => canvas.evaluate((it) => it.toDataURL());
  const changes = async (does, act) => {
    const before = await look();
    await act();
    await page.waitForFunction((before) => document.querySelector(".timeline").toDataURL() !== before, before);
    return does;
  };
  await page.getByRole("slider", { name: "Position" }).fill("20");
  await idle(page);
  const at = await cursor(page);
  const box = await canvas.boundingBox();
  // The lane that the pointer is at is lit, from the start.
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.locator(".timeline-tip").waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const whole = await look();
  await changes("zoom", () => page.mouse.wheel(0, -200));
  await changes("pan", () => page.mouse.wheel(120, 0));
  await canvas.focus();
  for (const key of ["w", "a", "d", "s"]) await changes(key, () => page.keyboard.press(key));
  for (let press = 0; press < 30; press += 1) await page.keyboard.press("s");
  await page.waitForFunction((whole) => document.querySelector(".timeline").toDataURL() === whole, whole);
  assert.equal(await cursor(page), at);
});

test("what the pointer is at on the timeline is named, and lit as card, chip, row, line of the code and of the console", async () => {
  const page = await site.open({ reducedMotion: "reduce", path: "#v=1&scenario=gather" });
  await page.getByRole("slider", { name: "Position" }).fill("30");
  await idle(page);
  const box = await page.locator(".timeline").boundingBox();
  const lit = () =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const roots = [document, document.querySelector(".code-host").shadowRoot];
      return [...new Set(roots.flatMap((root) => [...root.querySelectorAll("[data-lit]")]).map((it) => `${it.classList[0]} ${it.dataset.task}`))].sort();
    });
  // A waiting task has its wakeup in a callback list, and its mark where it waits.
  await page.mouse.move(box.x + box.width * 0.45, box.y + 32);
  assert.match(await page.locator(".timeline-tip").textContent(), /^Task-2: waiting on future-1$|^Task-2: waiting on a future$/);
  const there = await lit();
  const kinds = there.map((it) => it.split(" ")[0]);
  for (const kind of ["card", "chip", "console-line", "ladder-row", "mark", "seat"]) assert.ok(kinds.includes(kind), `${kind} of ${there}`);
  assert.equal(new Set(there.map((it) => it.split(" ")[1])).size, 1, "and of no other task");
  await page.mouse.move(box.x + box.width * 0.45, box.y + 12);
  assert.match(await page.locator(".timeline-tip").textContent(), /^Task-1: waiting on /);
  assert.ok(!(await lit()).some((it) => there.includes(it)));
});

test("one may run to the next print, without keys", async () => {
  const page = await site.open({ path: "#v=1&scenario=await_task" });
  const goals = page.getByRole("combobox", { name: "Run to" });
  for (let print = 1; print <= 3; print += 1) {
    await goals.selectOption({ label: "next print (n)" });
    await idle(page);
    assert.equal(await page.locator(".console-line").count(), print);
  }
  await goals.selectOption({ label: "previous print (Shift n)" });
  await idle(page);
  assert.equal(await page.locator(".console-line").count(), 2);
});

test("after eight tasks a hue comes again with a letter", async () => {
  // So high that all the cards are in view.
  const page = await site.open({ viewport: { width: 1440, height: 1600 } });
  await paste(page, "import asyncio\n\nasync def nap():\n    await asyncio.sleep(1)\n\nasync def main():\n    await asyncio.gather(*(nap() for _ in range(9)))\n\nasyncio.run(main())\n");
  await idle(page);
  await page.getByRole("combobox", { name: "Run to" }).selectOption({ label: "the end (End)" });
  await idle(page);
  await page.getByRole("slider", { name: "Position" }).fill("30");
  await idle(page);
  const letters = await page.locator(".card .letter, .shelf-item .letter").allTextContents();
  assert.deepEqual(letters, ["b", "b"]);
});
