// axe finds nothing in what opens over the page or inside it: dialogs, menus, lists, questions and their answers, opened
// cards, the shelf, what is said of a mistake, and the veil; in both themes, wide and on a phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "./support/axe.mjs";
import { idle, paste, press, start } from "./support/page.mjs";

const SIZES = { wide: { viewport: { width: 1440, height: 900 } }, phone: { viewport: { width: 390, height: 844 }, hasTouch: true } };

const CROWD = `import asyncio

async def worker(number):
    await asyncio.sleep(1 + number / 100)

async def main():
    await asyncio.gather(*(worker(number) for number in range(60)))

asyncio.run(main())
`;
const WRONG = "import asyncio\n\nasync def main(:\n    pass\n";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const click = async (page, locator) => {
  await locator.evaluate((it) => it.click());
  await idle(page);
};

const button = (page, name) => page.getByRole("button", { name, exact: true });

for (const colorScheme of ["light", "dark"]) {
  for (const [size, options] of Object.entries(SIZES)) {
    const opened = (path = "") => site.open({ ...options, colorScheme, path });
    const isPhone = size === "phone";

    test(`dialogs and menus: ${colorScheme}, ${size}`, async () => {
      const page = await opened();
      await press(page, "ArrowRight", 8);
      await press(page, "/");
      await page.locator(".scenario-menu").waitFor();
      assert.deepEqual(await findings(page), [], "scenarios");
      await page.keyboard.press("Escape");
      await press(page, "?");
      assert.equal(await page.getByRole("dialog").count(), 1);
      assert.deepEqual(await findings(page), [], "keys");
      await page.keyboard.press("Escape");
      await click(page, button(page, "Share"));
      await page.getByRole("textbox", { name: "Link to this moment" }).waitFor();
      await button(page, "Copy link").waitFor();
      assert.deepEqual(await findings(page), [], "share, with the pictures to save");
      await page.keyboard.press("Escape");
      if (!isPhone) {
        await click(page, button(page, "Embed"));
        const preview = page.getByRole("dialog").locator("iframe").contentFrame();
        await preview.locator("html[data-idle='true']").waitFor({ state: "attached" });
        assert.deepEqual(await findings(page), [], "embed");
        await page.keyboard.press("Escape");
      }
      assert.deepEqual(page.mistakes, []);
    });

    test(`a term, a question, its answer and the score: ${colorScheme}, ${size}`, async () => {
      const page = await opened("#v=1&scenario=await_task");
      await press(page, "ArrowRight", 3);
      await click(page, page.locator(".what .term").first());
      await page.locator(".what .definition").waitFor();
      assert.deepEqual(await findings(page), [], "glossary");
      await click(page, button(page, "Predict"));
      let answers = 0;
      for (let step = 0; step < 60 && answers < 2; step += 1) {
        await press(page, "ArrowRight");
        const choices = page.locator(".choice:not(:disabled)");
        if ((await choices.count()) === 0) continue;
        assert.deepEqual(await findings(page), [], "a question");
        await click(page, choices.nth(answers));
        answers += 1;
        await page.locator(".choice.right").waitFor();
        assert.deepEqual(await findings(page), [], "an answer");
      }
      assert.equal(answers, 2);
      await press(page, "End");
      assert.deepEqual(await findings(page), [], "the end");
    });

    test(`opened lists, cards and the shelf: ${colorScheme}, ${size}`, async () => {
      const page = await opened();
      await paste(page, CROWD);
      await idle(page);
      if (isPhone) await click(page, page.locator(".tab-stage"));
      const rest = page.locator('[data-row="ready"] .rest');
      for (let step = 0; step < 60 && (await rest.count()) === 0; step += 1) await press(page, "ArrowRight");
      await click(page, rest.locator("summary"));
      await rest.locator("li").first().waitFor();
      assert.deepEqual(await findings(page), [], "the list of the queue");
      await press(page, "t", 3);
      const frame = page.locator("details.frame").first();
      await frame.evaluate((it) => (it.open = true));
      await idle(page);
      assert.deepEqual(await findings(page), [], "an opened card");
      await press(page, "End");
      await page.locator(".shelf-item").first().waitFor();
      assert.deepEqual(await findings(page), [], "the shelf");
    });

    test(`a mistake, and the veil over a picture that is no longer true: ${colorScheme}, ${size}`, async () => {
      const page = await opened();
      if (isPhone) await click(page, page.locator(".tab-code"));
      await page.getByRole("textbox", { name: "Python script" }).click();
      await page.keyboard.press("Control+End");
      await page.keyboard.insertText("print(1)\n");
      await idle(page);
      if (isPhone) await click(page, page.locator(".tab-stage"));
      await page.locator(".stage-veil").waitFor();
      assert.deepEqual(await findings(page), [], "the veil");
      await paste(page, WRONG);
      await idle(page);
      if (isPhone) await click(page, page.locator(".tab-code"));
      await page.locator(".code-host .code-error").waitFor();
      assert.deepEqual(await findings(page), [], "a mistake");
    });
  }
}
