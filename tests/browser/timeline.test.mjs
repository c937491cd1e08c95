// The timeline: stretches that repeat themselves are folded, two fingers zoom, and one may run to what comes next.

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
