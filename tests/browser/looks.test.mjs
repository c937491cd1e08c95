// What the page looks like, at three widths, light and dark, compared with pictures that are checked in. After a change
// that is meant: `LOOPGLASS_BLESS=1 node --test tests/browser/looks.test.mjs`, and look at the pictures.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, start } from "./support/page.mjs";
import { differs } from "./support/pictures.mjs";

const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
};

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** A page at the step of that number, from 1. */
async function at(step, { scenario, ...options }) {
  const page = await site.open({ path: `#v=1&scenario=${scenario}`, reducedMotion: "reduce", ...options });
  await page.getByRole("slider", { name: "Position" }).fill(String(step));
  await idle(page);
  // The pointer lights what it is at.
  await page.mouse.move(0, 0);
  return page;
}

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the stage: ${size}, ${colorScheme}`, async () => {
      const page = await at(9, { scenario: "triple", viewport, colorScheme });
      assert.equal(await differs(page, `triple-${size}-${colorScheme}`), null);
    });
  }
}

test("timers, finished tasks and the guide", async () => {
  const page = await at(40, { scenario: "gather", viewport: SIZES.desktop });
  await page.getByRole("button", { name: "Guide", exact: true }).click();
  await page.locator(".guide-link").first().waitFor();
  await page.mouse.move(0, 0);
  await idle(page);
  assert.equal(await differs(page, "gather-guide"), null);
});

test("a waiting queue, exactly", async () => {
  const page = await at(60, { scenario: "queue", viewport: SIZES.desktop, colorScheme: "dark" });
  await page.getByRole("button", { name: "Exact", exact: true }).click();
  await page.mouse.move(0, 0);
  await idle(page);
  assert.equal(await differs(page, "queue-exact"), null);
});

for (const tab of ["guide", "control", "timeline"]) {
  test(`on the phone: ${tab}`, async () => {
    const page = await at(12, { scenario: "await_task", viewport: SIZES.phone, hasTouch: true });
    await page.locator(`.tab-${tab}`).click();
    await page.mouse.move(0, 0);
    if (tab === "guide") await page.locator(".guide-link").first().waitFor();
    await idle(page);
    assert.equal(await differs(page, `phone-${tab}`), null);
  });
}
