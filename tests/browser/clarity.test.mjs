// What makes the page clear: who waits for several is joined to each, a worker has a card and a lane, time that passes is
// seen, what is over is marked so, scenarios are found by typing, and a moving picture can be given up.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "./support/axe.mjs";
import { idle, paste, press, start } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** A page that runs a script, and that stands where `selector` is there for the first time. */
async function at(source, selector, options = {}) {
  const page = await site.open({ reducedMotion: "reduce", ...options });
  await paste(page, source);
  await idle(page);
  await page.locator(".shell").focus();
  for (let step = 0; step < 200 && (await page.locator(selector).count()) === 0; step += 1) await press(page, "ArrowRight");
  assert.ok(await page.locator(selector).count(), `${selector} is there`);
  return page;
}

const gather = (count) => `import asyncio

async def fetch(number):
    await asyncio.sleep(number)

async def main():
    await asyncio.gather(*(fetch(number) for number in range(${count})))

asyncio.run(main())
`;

/** Lines that pass under a card: none may. */
const crossings = (page) =>
  page.evaluate(() => {
    const origin = document.querySelector(".stage-content").getBoundingClientRect();
    const cards = [...document.querySelectorAll(".cards .card")].map((card) => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      return { key: card.dataset.card, left: left - origin.left + 3, top: top - origin.top + 3, right: right - origin.left - 3, bottom: bottom - origin.top - 3 };
    });
    const crossed = [];
    for (const line of document.querySelectorAll(".child .wire[d]:not([d=''])")) {
      const length = line.getTotalLength();
      for (let way = 0; way < length; way += 4) {
        const { x, y } = line.getPointAtLength(way);
        const card = cards.find((card) => x > card.left && x < card.right && y > card.top && y < card.bottom);
        if (card) crossed.push(`${line.dataset.from} to ${line.dataset.to} crosses ${card.key}`);
      }
    }
    return [...new Set(crossed)];
  });

for (const width of [1440, 1000, 390]) {
  test(`a gather is joined to its children by lines that cover no card, at ${width} px`, async () => {
    const page = await at(gather(4), ".wires .child:nth-of-type(4)", { viewport: { width, height: 900 } });
    const ends = await page.locator(".child .wire").evaluateAll((lines) => lines.map((line) => `${line.dataset.from} ${line.dataset.to}`));
    assert.equal(new Set(ends).size, 4);
    assert.equal(new Set(ends.map((end) => end.split(" ")[0])).size, 1);
    assert.deepEqual(await crossings(page), []);
    assert.match(await page.locator('.card[data-label="gather-1"] .links').textContent(), /^Task-2, Task-3, Task-4, Task-5$/);
    assert.equal(await page.locator(".wire-count").count(), 0);
    assert.deepEqual(page.mistakes, []);
  });
}

test("lines to a hundred children run together, with a count, and come from out of view", async () => {
  const page = await at(gather(100), '.card[data-label="gather-1"]');
  assert.equal(await page.locator(".wire-count").textContent(), "100");
  assert.match(await page.locator('.card[data-label="gather-1"] .links').textContent(), /and 95 more$/);
  const trunks = await page.locator(".child .wire[d]:not([d=''])").evaluateAll((lines) => new Set(lines.map((line) => line.getAttribute("d").split(/[LQ ]/)[0])).size);
  assert.equal(trunks, 1, "they leave as one");
  await page.locator(".stage-scroll").evaluate((it) => (it.scrollTop = it.scrollHeight / 2));
  await page.waitForFunction(() => document.querySelector('.card[data-label="gather-1"]') === null && document.querySelector(".child .wire[d]:not([d=''])"));
  assert.deepEqual(await crossings(page), []);
});

const WORKER = `import asyncio, time

def compute(n):
    time.sleep(0.3)
    return n * n

async def main():
    print(await asyncio.to_thread(compute, 7))

asyncio.run(main())
`;

test("a worker has a card of its own, and a lane", async () => {
  const page = await at(WORKER, '.card[data-label="asyncio_0"]');
  assert.match(await page.locator('.card[data-label="asyncio_0"]').textContent(), /worker thread.*runs until 0\.300 s.*compute\(\)/);
  assert.equal(await page.locator('.child .wire[data-to^="worker-"]').count(), 1);
  assert.deepEqual(await findings(page), []);
  const says = async (share, y, words) => {
    const box = await page.locator(".timeline").boundingBox();
    await page.mouse.move(box.x + 20 + share * box.width, box.y + y);
    await page.locator(".timeline-tip", { hasText: words }).waitFor();
  };
  await says(0, 34, /^asyncio_0/);
  await page.getByRole("button", { name: "time", exact: true }).click();
  await says(0.5, 34, /^asyncio_0: running$/);
  await says(0.5, 12, /^Task-1: waiting on/);
});

test("time that is blocked and time that is waited for are seen at the clock, and told in full", async () => {
  const source = "import asyncio, time\n\nasync def main():\n    time.sleep(0.5)\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n";
  const page = await at(source, ".clock-jump.blocked");
  assert.equal(await page.locator(".clock-jump").textContent(), "+0.500 s blocked by time.sleep");
  const told = page.locator(".weighty");
  assert.match(await told.textContent(), /^time\.sleep blocks everything for 500 ms\. The clock moves and nothing else does/);
  const size = (selector) => page.locator(selector).first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  assert.ok((await size(".weighty button")) >= (await size(".what .why")), "it is as large as the rest");
  assert.deepEqual(await findings(page), []);
  for (let step = 0; step < 40 && !/waited/.test((await page.locator(".loop-facts").textContent()) ?? ""); step += 1) await press(page, "ArrowRight");
  assert.equal(await page.locator(".clock-jump:not(.blocked)").textContent(), "+1.000 s waited for a timer");
  assert.match((await told.allTextContents()).join(" "), /waits for 1 s\. .*is due/);
});

test("the legend says what the timeline's bars and marks are", async () => {
  const page = await site.open();
  assert.deepEqual(await page.locator(".timeline-legend li").allTextContents(), ["running", "ready", "waiting", "created", "prints", "asked to end", "fails"]);
  await paste(page, "import asyncio\n\nasync def poll():\n    for _ in range(5000):\n        await asyncio.sleep(0)\n\nasyncio.run(poll())\n");
  await idle(page);
  assert.ok((await page.locator(".timeline-legend li").allTextContents()).includes("repeats, folded"));
});

test("scenarios are found by typing", async () => {
  const page = await site.open();
  await press(page, "/");
  const items = page.locator(".scenario-item");
  const all = await items.count();
  await page.keyboard.type("semaphore");
  await page.waitForFunction(() => document.querySelector(".menu-search").value === "semaphore" && document.querySelectorAll(".scenario-item").length < 12);
  const some = await items.count();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.deepEqual(await findings(page), []);
  await page.keyboard.type(" xyzzy");
  await page.locator(".menu-none").waitFor();
  await page.getByRole("searchbox").fill("greedy");
  await items.first().waitFor();
  const title = await items.first().getAttribute("data-title");
  await page.keyboard.press("Enter");
  await page.locator(".scenario-menu").waitFor({ state: "detached" });
  await idle(page);
  assert.equal(await page.locator(".scenario-button b").textContent(), title);
  assert.deepEqual(page.mistakes, []);
});

test("what asyncio did before is marked as past", async () => {
  const page = await site.open({ path: "#v=1&scenario=gather", reducedMotion: "reduce" });
  const seen = new Set();
  for (let step = 0; step < 24; step += 1) {
    await press(page, "ArrowRight");
    if ((await page.locator(".hood").count()) === 0) continue;
    const past = (await page.locator(".hood.past").count()) === 1;
    const lit = (await page.locator(".hood-line.running").count()) === 1;
    assert.equal(past, !lit);
    assert.equal(past, (await page.locator(".hood-panel .panel-note").textContent()).startsWith("before: "));
    seen.add(past);
  }
  assert.equal(seen.size, 2, "there are both");
});

test("a line of code that goes on to the right fades there, until one is at its end", async () => {
  const page = await site.open();
  const mask = () => page.evaluate(() => getComputedStyle(document.querySelector(".code-host").shadowRoot.querySelector(".cm-scroller")).maskImage);
  assert.equal(await mask(), "none");
  await paste(page, `import asyncio\n\nnames = [${Array.from({ length: 40 }, (_, at) => `"name-${at}"`).join(", ")}]\nprint(names)\n`);
  await idle(page);
  await page.waitForFunction(() => getComputedStyle(document.querySelector(".code-host").shadowRoot.querySelector(".cm-scroller")).maskImage.startsWith("linear-gradient"));
  await page.evaluate(() => {
    const scroller = document.querySelector(".code-host").shadowRoot.querySelector(".cm-scroller");
    scroller.scrollLeft = scroller.scrollWidth;
  });
  await page.waitForFunction(() => getComputedStyle(document.querySelector(".code-host").shadowRoot.querySelector(".cm-scroller")).maskImage === "none");
});

test("a moving picture says how far it has come, and can be given up", async () => {
  const page = await site.open({ path: "#v=1&scenario=gather" });
  const before = await page.locator("html").getAttribute("data-cursor");
  let saved = 0;
  page.on("download", () => (saved += 1));
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: /moving/ }).click();
  const box = page.locator(".export-progress");
  await box.waitFor();
  await page.waitForFunction(() => /^Drawing step [1-9]\d* of \d+$/.test(document.querySelector(".export-progress [role=status]")?.textContent ?? ""));
  await box.getByRole("button", { name: "Cancel" }).click();
  await box.waitFor({ state: "detached" });
  await idle(page);
  assert.equal(await page.locator("html").getAttribute("data-cursor"), before);
  assert.equal(saved, 0);
  assert.deepEqual(page.mistakes, []);
});

test("a picture of the stage has nothing lit, and the loop over the cards however far one has scrolled", async () => {
  const page = await site.open({ path: "#v=1&scenario=gather", reducedMotion: "reduce" });
  await press(page, "ArrowRight", 30);
  const svg = () => page.evaluate(async () => (await window.loopglass.loadPicture?.())?.svg() ?? (await (await import(new URL([...document.scripts].length ? "./picture.mjs" : "./picture.mjs", location.href))).svg()));
  const plain = await svg();
  assert.ok((await page.locator(".stage-scroll").evaluate((it) => it.scrollTop)) > 0, "it is scrolled");
  await page.locator('.card[data-label="Task-4"]').hover();
  await page.waitForFunction(() => document.querySelector(".card[data-lit]"));
  assert.equal(await svg(), plain);
  assert.ok(await page.locator(".card[data-lit]").count(), "what was lit is lit again");
  await page.locator(".stage-scroll").evaluate((it) => (it.scrollTop = 0));
  assert.equal(await svg(), plain);
});

test("on a phone the loop of sixty tasks stays in view, over the card of the one that runs", async () => {
  const source = gather(60).replace("number)\n\nasync def main", "number % 7)\n\nasync def main");
  const page = await site.open({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await paste(page, source);
  await idle(page);
  const count = Number(await page.locator(".position").getAttribute("data-count"));
  let looked = 0;
  for (let step = 5; step < count; step += Math.ceil(count / 25)) {
    await page.getByRole("slider", { name: "Position" }).fill(String(step));
    await idle(page);
    if ((await page.locator(".card.acting").count()) === 0 || (await page.locator(".chip.running").count()) === 0) continue;
    const seen = await page.evaluate(() => {
      const [view, loop, card] = [".stage-scroll", ".loop", ".card.acting"].map((selector) => document.querySelector(selector).getBoundingClientRect());
      return { loop: loop.top >= view.top && loop.bottom < view.bottom, card: card.top >= loop.bottom && card.top + 60 <= view.bottom };
    });
    assert.deepEqual(seen, { loop: true, card: true }, `step ${step}`);
    looked += 1;
  }
  assert.ok(looked > 5, `${looked}`);
});

test("a queue's card says what it holds, what comes out next first, and so does its sentence", async () => {
  const source = `import asyncio

async def main():
    queue = asyncio.Queue()
    for item in ("a", 2, {"url": "/3"}):
        await queue.put(item)
    print(await queue.get())
    await asyncio.sleep(0)

asyncio.run(main())
`;
  const page = await at(source, '.card[data-label="queue"] .item:nth-of-type(3)');
  const items = page.locator('.card[data-label="queue"] .item');
  assert.deepEqual(await items.allTextContents(), ["'a'", "2", "{'url': '/3'}"]);
  assert.match(await page.locator(".what").textContent(), /puts \{'url': '\/3'\} into queue, which holds 3 now/);
  await page.getByRole("button", { name: "Table" }).click();
  await idle(page);
  assert.match(await page.locator(".tables").textContent(), /holds 'a', 2, \{'url': '\/3'\}/);
  await page.getByRole("button", { name: "Table" }).click();
  for (let step = 0; step < 40 && (await items.count()) === 3; step += 1) await press(page, "ArrowRight");
  assert.deepEqual(await items.allTextContents(), ["2", "{'url': '/3'}"]);
});

test("what a scenario's title has is found before what only speaks of it, and Enter takes it", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  await page.locator(".scenario-button").click();
  await idle(page);
  await page.keyboard.type("queue");
  await page.waitForFunction(() => document.querySelector(".scenario-item")?.dataset.title === "A queue");
  assert.equal(await page.locator(".scenario-menu").evaluate((it) => it.scrollTop), 0);
  assert.ok((await page.locator(".scenario-item").count()) > 3);
  await page.keyboard.press("Enter");
  await idle(page);
  assert.match(await page.locator(".scenario-button").textContent(), /A queue/);
});
