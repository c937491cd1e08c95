// For everyone: axe finds nothing, in light and dark, wide and narrow; every panel is a named landmark; the page
// works at 360 px with a thumb.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "./support/axe.mjs";
import { idle, paste, press, script, start } from "./support/page.mjs";

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

for (const colorScheme of ["light", "dark"]) {
  for (const [name, viewport] of Object.entries({ WIDE, PHONE })) {
    test(`axe finds nothing: ${colorScheme}, ${name.toLowerCase()}`, async () => {
      const page = await site.open({ colorScheme, viewport });
      assert.deepEqual(await findings(page), []);
      await press(page, "ArrowRight", 11);
      assert.deepEqual(await findings(page), []);
      if (viewport === PHONE) {
        for (const tab of ["code", "guide", "control", "console", "timeline"]) {
          await page.locator(`.tab-${tab}`).click();
          if (tab === "guide") await page.locator(".guide-link").first().waitFor();
          assert.deepEqual(await findings(page), [], tab);
        }
      }
      if (viewport === WIDE) {
        await page.getByRole("button", { name: "Guide", exact: true }).click();
        await page.locator(".guide-link").first().waitFor();
        assert.deepEqual(await findings(page), [], "guide");
        await page.locator(".shell").focus();
      }
      await page.keyboard.press("/");
      assert.deepEqual(await findings(page), []);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      assert.deepEqual(await findings(page), []);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Share", exact: true }).click();
      await page.getByRole("textbox", { name: "Link to this moment" }).waitFor();
      assert.deepEqual(await findings(page), [], "share");
      await page.keyboard.press("Escape");
      if (viewport === PHONE) await page.locator(".tab-stage").click();
      await page.getByRole("button", { name: "Table", exact: true }).click();
      await page.getByRole("button", { name: "Predict", exact: true }).click();
      await press(page, "ArrowRight", 6);
      assert.equal(await page.locator(".choice").count(), 2);
      assert.deepEqual(await findings(page), [], "table and question");
    });
  }
}

test("the explanation of each step is what a screen reader hears", async () => {
  const page = await site.open();
  const heard = page.locator('.what-panel [role="status"][aria-live="polite"]');
  const said = new Set();
  for (let step = 0; step < 8; step += 1) {
    said.add(await heard.textContent());
    await press(page, "ArrowRight", 1);
  }
  assert.equal(said.size, 8);
});

test("without a pointer one gets everywhere: through the bar, past the editor, to a card", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 8);
  const before = await script(page);
  const reached = new Set();
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const active = document.activeElement;
      return active.shadowRoot ? "editor" : (active.ariaLabel ?? active.textContent.trim());
    });
    reached.add(name);
  }
  assert.equal(await script(page), before);
  for (const name of ["editor", "Share", "main_task", "triple_task", "Table", "Predict", "Step forward", "Step over", "Position"]) {
    assert.ok(reached.has(name), `${name} is reached`);
  }
});

test("the Tab key indents once someone works in the editor, and Escape leaves it", async () => {
  const page = await site.open();
  const before = await script(page);
  await page.getByRole("textbox", { name: "Python script" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  assert.notEqual(await script(page), before);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await script(page), before);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot), null);
});

test("the keyboard gets back to where it opened a dialog, and out of the preview of one", async () => {
  const page = await site.open();
  const focused = () => page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent.trim());
  const tabTo = async (name) => {
    for (let count = 0; count < 30 && (await focused()) !== name; count += 1) await page.keyboard.press("Tab");
    assert.equal(await focused(), name);
  };
  await tabTo("Share");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.ariaLabel === "Share");
  await tabTo("Embed");
  await page.keyboard.press("Enter");
  const preview = page.getByRole("dialog").locator("iframe");
  await preview.contentFrame().locator("html[data-idle='true']").waitFor({ state: "attached" });
  await preview.contentFrame().locator(".shell").focus();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.textContent === "Embed");
  assert.deepEqual(page.mistakes, []);
});

test("while it plays the steps are not read out", async () => {
  const page = await site.open();
  const live = () => page.locator('.what-panel [role="status"]').getAttribute("aria-live");
  assert.equal(await live(), "polite");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("¼×");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
  assert.equal(await live(), "off");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await idle(page);
  assert.equal(await live(), "polite");
});

test("every panel is a landmark with a name", async () => {
  const page = await site.open();
  for (const name of ["Code", "Console", "Event loop", "Tasks and futures", "What happened", "Control", "Timeline"]) {
    assert.equal(await page.getByRole("region", { name, exact: true }).count(), 1, name);
  }
});

test("at 360 px nothing is cut off and every control is big enough for a thumb", async () => {
  const page = await site.open({ viewport: PHONE, hasTouch: true });
  await press(page, "ArrowRight", 8);
  const tabs = ["code", "stage", "guide", "control", "console", "timeline"];
  for (const tab of tabs) {
    await page.locator(`.tab-${tab}`).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= PHONE.width, `${tab} is ${wide} px wide`);
  }
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".transport button, .transport select, .tabs button, .masthead button")]
      .map((control) => ({ name: control.ariaLabel ?? control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
  );
  assert.deepEqual(small, []);
});

test("the ladder and the console are one stop of the tabulator each, and arrow keys go through them", async () => {
  const page = await site.open();
  await paste(page, "import asyncio\n\nasync def main():\n    print(1)\n    print(2)\n\nasyncio.run(main())\n");
  await idle(page);
  await press(page, "End");
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  for (const [list, item] of [[".console-lines", ".console-line"], [".ladder", ".ladder-row"]]) {
    const items = page.locator(item);
    const count = await items.count();
    assert.ok(count >= 2, item);
    assert.equal(await page.locator(`${list} ${item}:not([tabindex="-1"])`).count(), 1);
    await page.locator(`${list} ${item}:not([tabindex="-1"])`).focus();
    assert.equal(await focused(), (await items.nth(count - 1).textContent()).trim());
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), (await items.nth(count - 2).textContent()).trim());
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), (await items.nth(count - 1).textContent()).trim());
  }
});
