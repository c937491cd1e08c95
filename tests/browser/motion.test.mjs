// Movement: cards go from where they were to where they will be and are never seen elsewhere, and the arrows between
// them stay at them all the way.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, start } from "./support/page.mjs";

const CHAIN = `import asyncio

async def last():
    await asyncio.sleep(1)

async def middle(task):
    await task

async def main():
    first = asyncio.create_task(last())
    second = asyncio.create_task(middle(first))
    third = asyncio.create_task(middle(second))
    await third

asyncio.run(main())
`;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/**
 * Presses a key and holds all movement at these moments, in ms: where each card is then, and where the ends of each arrow
 * are. `null` if nothing moves.
 */
async function held(page, key, moments) {
  return page.evaluate(
    async ([key, moments]) => {
      // In the scrolled content: the stage follows what runs.
      const origin = () => document.querySelector(".stage-content").getBoundingClientRect();
      const round = (box, { x, y } = origin()) => [box.x - x, box.y - y, box.right - x, box.bottom - y].map(Math.round);
      const cards = () => Object.fromEntries([...document.querySelectorAll(".cards .card")].map((card) => [card.dataset.card, round(card.getBoundingClientRect())]));
      const arrows = () =>
        [...document.querySelectorAll(".wire[d]:not([d=''])")].map((wire) => {
          const end = (at) => [Math.round(at.x), Math.round(at.y)];
          return {
            from: wire.dataset.from,
            to: wire.dataset.to,
            start: end(wire.getPointAtLength(0)),
            end: end(wire.getPointAtLength(wire.getTotalLength())),
          };
        });
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const before = cards();
      document.documentElement.dataset.idle = "false";
      // Before there is any frame in which something could have moved.
      const stepped = new Promise((done) => new MutationObserver(done).observe(document.documentElement, { attributeFilter: ["data-cursor"] }));
      document.querySelector(".shell").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await stepped;
      const moving = [...document.querySelectorAll(".cards .card")].flatMap((card) => card.getAnimations());
      for (const animation of moving) animation.pause();
      const seen = [];
      for (const moment of moments) {
        for (const animation of moving) animation.currentTime = moment;
        await frame();
        seen.push({ cards: cards(), arrows: arrows() });
      }
      for (const animation of moving) animation.finish();
      await frame();
      return { count: moving.length, before, seen, after: cards(), arrows: arrows() };
    },
    [key, moments],
  );
}

/** What is wrong with the ends of the arrows: each is at an edge of its card. */
function loose({ cards, arrows }) {
  const isAt = ([x, y], [left, top, right, bottom]) => {
    const inside = x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2;
    const edge = Math.min(Math.abs(x - left), Math.abs(x - right), Math.abs(y - top));
    return inside && edge <= 2;
  };
  return arrows.filter((arrow) => !isAt(arrow.start, cards[arrow.from]) || !isAt(arrow.end, cards[arrow.to]));
}

const isBetween = (a, b, c) => b >= Math.min(a, c) - 1 && b <= Math.max(a, c) + 1;

test("cards are seen between where they were and where they will be, and the arrows stay at them", async () => {
  const page = await site.open();
  await paste(page, CHAIN);
  await idle(page);
  let moves = 0;
  let followed = 0;
  for (const [key, name] of [["ArrowRight", "Step forward"], ["ArrowLeft", "Step back"]]) {
    const button = page.getByRole("button", { name, exact: true });
    for (let step = 0; step < 200 && !(await button.isDisabled()); step += 1) {
      const { count, before, seen, after, arrows } = await held(page, key, [0, 90, 200]);
      await idle(page);
      assert.deepEqual(loose({ cards: after, arrows }), [], "at rest");
      const moved = Object.keys(after).filter((card) => before[card] && String(before[card].slice(0, 2)) !== String(after[card].slice(0, 2)));
      if (count === 0) assert.deepEqual(moved, [], "none jumps");
      for (const moment of seen) {
        assert.deepEqual(loose(moment), [], "on the way");
        for (const card of moved)
          for (const axis of [0, 1]) assert.ok(isBetween(before[card][axis], moment.cards[card][axis], after[card][axis]), `${card}: ${before[card]} ${moment.cards[card]} ${after[card]}`);
      }
      moves += moved.length;
      followed += arrows.filter(({ from, to }) => moved.includes(from) || moved.includes(to)).length;
      const isFar = (card) => Math.hypot(before[card][0] - after[card][0], before[card][1] - after[card][1]) > 12;
      for (const card of moved.filter(isFar)) assert.notDeepEqual(seen[1].cards[card], after[card], `${card} is on its way`);
    }
  }
  assert.ok(moves > 4 && followed > 2, `${moves} cards have moved, and ${followed} arrows with them`);
  assert.deepEqual(page.mistakes, []);
});

test("with reduced motion and while scrubbing the arrows are at their cards at once", async () => {
  for (const options of [{ reducedMotion: "reduce" }, {}]) {
    const page = await site.open(options);
    await paste(page, CHAIN);
    await idle(page);
    const steps = Number(await page.locator(".position").getAttribute("data-count"));
    for (let step = 1; step <= steps; step += 5) {
      await page.getByRole("slider", { name: "Position" }).fill(String(step));
      await idle(page);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    }
  }
});
