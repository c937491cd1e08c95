// What is written is read whole: nothing that a learner needs is cut off where there is room for it, and what stands for
// something else says what that is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "./support/axe.mjs";
import { idle, paste, press, start } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

async function run(source, options = {}) {
  const page = await site.open({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce", ...options });
  await paste(page, source);
  await idle(page);
  return page;
}

/** Steps until this is so of the page. */
async function until(page, holds, argument) {
  await page.locator(".shell").focus();
  for (let step = 0; step < 300 && !(await page.evaluate(holds, argument)); step += 1) await press(page, "ArrowRight");
  assert.ok(await page.evaluate(holds, argument), "it comes to that");
}

const SLEEPERS = `import asyncio

async def fetch(number):
    await asyncio.sleep(number)

async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(1, 13):
            group.create_task(fetch(number))

asyncio.run(main())
`;

for (const [width, scheme] of [[1400, "light"], [390, "dark"]]) {
  test(`chips with a letter are as wide as what they say, at ${width} px`, async () => {
    const page = await run(SLEEPERS, { viewport: { width, height: 900 }, colorScheme: scheme });
    await until(page, (selector) => document.querySelectorAll(selector).length > 0, '.chip.lettered[data-place="callbacks"]');
    await press(page, "ArrowRight", 3);
    const chips = await page.locator(".chip").evaluateAll((chips) =>
      chips.map((chip) => {
        const letter = chip.querySelector("i");
        const style = letter && getComputedStyle(letter);
        return {
          label: chip.dataset.label,
          cut: chip.scrollWidth > chip.clientWidth,
          unseen: Boolean(style) && style.color === (style.backgroundColor === "rgba(0, 0, 0, 0)" ? getComputedStyle(chip).getPropertyValue("--sheet") : style.backgroundColor),
          // What has no background has the letter in the colour of its edge.
          hollow: Boolean(style) && style.backgroundColor === "rgba(0, 0, 0, 0)" && style.color !== style.borderTopColor,
        };
      }),
    );
    assert.ok(chips.some(({ label }) => /sleep/.test(label)), "there are timers");
    assert.deepEqual(chips.filter(({ cut, unseen, hollow }) => cut || unseen || hollow), []);
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(page.mistakes, []);
  });
}

test("marks beside the code fit into its gutter, however many wait there", async () => {
  const page = await run(SLEEPERS);
  await page.getByRole("button", { name: "iteration", exact: true }).click();
  const seen = new Set();
  for (let step = 0; step < 26; step += 1) {
    for (const words of await page.locator(".code-host .mark-count").allTextContents()) seen.add(words);
    const cut = await page.locator(".code-host .marks .cm-gutterElement").evaluateAll((rows) =>
      rows.flatMap((row) => {
        const outer = row.getBoundingClientRect();
        return [...row.querySelectorAll(".mark, .mark-count")].map((it) => it.getBoundingClientRect()).filter((it) => it.left < outer.left - 0.5 || it.right > outer.right + 0.5).map((it) => [it.left - outer.left, it.right - outer.right]);
      }),
    );
    assert.deepEqual(cut, []);
    await press(page, "ArrowRight");
  }
  assert.ok(seen.has("12") && seen.has("+8"), [...seen].join(" "));
});

test("twelve tasks all have their cards in their places, and none has a room of its own", async () => {
  const page = await run(SLEEPERS);
  await until(page, (selector) => document.querySelectorAll(selector).length > 0, '.card[data-label="Task-13"]');
  assert.equal(await page.locator(".cards-apart").count(), 0);
  assert.equal(await page.locator('.card[data-label^="Task-"]').count(), 13);
});

test("a card says that its task sleeps and until when, and whose callbacks it leaves out", async () => {
  const page = await run(SLEEPERS);
  const card = page.locator('.card[data-label="Task-2"]');
  await until(page, (words) => document.querySelector('.card[data-label="Task-2"] .state')?.textContent.includes(words), "sleeping");
  assert.match(await card.textContent(), /sleeping until 1\.000 s/);
  assert.match(await card.textContent(), /TaskGroup's callback/);
  assert.match(await page.locator('.card[data-label="future-2"]').textContent(), /pending until 1\.000 s/);
});

const CHAT = `import asyncio

async def listen(inbox):
    while True:
        text = await inbox.get()
        print("read:", text)

async def main():
    inbox = asyncio.Queue(maxsize=1)
    listener = asyncio.create_task(listen(inbox))
    for text in ["hello", "how are you?", "good bye"]:
        await inbox.put(text)
    listener.cancel()

asyncio.run(main())
`;

test("what is said of a step is read whole, while there is room beside it", async () => {
  const page = await run(CHAT, { viewport: { width: 1400, height: 820 } });
  await page.locator(".shell").focus();
  let most = 0;
  for (let step = 0; step < 45; step += 1) {
    const [said, shown, room] = await page.evaluate(() => {
      const panel = document.querySelector(".what-panel");
      return [panel.scrollHeight, panel.clientHeight, panel.parentElement.clientHeight];
    });
    most = Math.max(most, said / room);
    assert.ok(said <= shown || shown >= 0.6 * room, `step ${step}: ${said} of ${shown}, beside ${room}`);
    assert.ok(await page.locator(".ladder-row[aria-current]").evaluate((row) => {
      const [inner, outer] = [row, row.closest(".ladder")].map((it) => it.getBoundingClientRect());
      return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    }), "the row that is current is in view");
    await press(page, "ArrowRight");
  }
  assert.ok(most > 0.4, `some explanations are long: ${most}`);
});

test("a script that cannot run is not said to run", async () => {
  const page = await run("async def main()\n    pass\n");
  await page.locator(".code-error").waitFor();
  assert.doesNotMatch(await page.locator(".hood-panel").textContent(), /runs/);
});

test("over a phone's timeline the event loop is seen from its head, and back on the stage what runs is", async () => {
  const page = await run(SLEEPERS, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await until(page, (name) => document.querySelector('.card[data-label="Task-9"] .state')?.textContent.includes(name), "running");
  const top = () => page.locator(".stage-scroll").evaluate((it) => it.scrollTop);
  assert.ok((await top()) > 200, "the card is far down");
  await page.locator(".tab-timeline").tap();
  await page.waitForFunction(() => document.querySelector(".stage-scroll").scrollTop === 0);
  await page.locator(".tab-stage").tap();
  await page.waitForFunction(() => document.querySelector(".stage-scroll").scrollTop > 200);
  // From another tab, too, and where two lanes leave the stage more room, but not enough for the loop and a card.
  await paste(page, SLEEPERS.replace("13", "3"));
  await idle(page);
  await until(page, (name) => document.querySelector('.card[data-label="Task-3"] .state')?.textContent.includes(name), "running");
  await page.locator(".tab-code").tap();
  await page.locator(".tab-timeline").tap();
  await idle(page);
  const loop = await page.locator(".loop").evaluate((it) => it.getBoundingClientRect().top - document.querySelector(".stage-scroll").getBoundingClientRect().top);
  assert.ok(loop >= 0, `the loop begins ${-loop} px above the view`);
  assert.deepEqual(page.mistakes, []);
});
