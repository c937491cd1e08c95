// A mistake of ours may end the page's WebAssembly in a trap. The script is never lost with it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, script, start, write } from "./support/page.mjs";

const MINE = "# mine\nprint('kept')\n";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** From now on the page's WebAssembly traps as soon as it looks at the clock, as it does in every slice of a run and to draw. */
async function trapSoon(page) {
  await page.evaluate(() => {
    // A module whose only function is `unreachable`: what a panic ends in.
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    window.trap = WebAssembly.instantiate(Uint8Array.from(bytes)).then(({ instance }) => {
      performance.now = instance.exports.f;
    });
    return window.trap;
  });
}

/** Starts the page again; it is the new page that is looked at from then on. */
async function startAgain(page) {
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Start again with this script" }).click();
  await loaded;
}

for (const way of ["typed", "pasted"]) {
  test(`a trap while a ${way} script runs keeps the script, and the page starts again without running it`, async () => {
    const page = await site.open();
    if (way === "typed") await write(page, MINE);
    await trapSoon(page);
    if (way === "typed") await page.keyboard.press("Control+Enter");
    else await paste(page, MINE);
    const dialog = page.getByRole("dialog", { name: "Loopglass has stopped" });
    await dialog.waitFor();
    assert.equal(await dialog.getByRole("textbox").inputValue(), MINE);
    await startAgain(page);
    await page.locator(".stage-veil").waitFor();
    await idle(page);
    assert.equal(await script(page), MINE);
    assert.equal(await page.locator(".console-text").count(), 0);
    await page.getByRole("button", { name: "Run it" }).click();
    await idle(page);
    await page.keyboard.press("End");
    await idle(page);
    assert.deepEqual(await page.locator(".console-text").allTextContents(), ["kept"]);
  });
}

test("a trap loses none of the files of a script", async () => {
  const page = await site.open();
  await paste(page, "import b\n# loopglass: file=b.py\nx = 1\n");
  await idle(page);
  await page.getByRole("group", { name: "Files" }).getByRole("button", { name: "b.py", exact: true }).click();
  await write(page, "x = 2\n");
  await trapSoon(page);
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Loopglass has stopped" });
  await dialog.waitFor();
  assert.equal(await dialog.getByRole("textbox").inputValue(), "import b\n# loopglass: file=b.py\nx = 2\n");
});

test("a trap where nothing can be stored loses nothing either", async () => {
  const page = await site.open();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await trapSoon(page);
  await paste(page, MINE);
  await startAgain(page);
  await page.locator(".stage-veil").waitFor();
  await idle(page);
  assert.equal(await script(page), MINE);
});

test("a page that went away in the middle of a run does not run the script by itself", async () => {
  const page = await site.open();
  await paste(page, MINE);
  await idle(page);
  // As a tab leaves it that was killed: no event of its going away.
  await page.evaluate(() => addEventListener("pagehide", () => localStorage.setItem("loopglass.running", "1")));
  await page.reload();
  await idle(page);
  assert.equal(await script(page), MINE);
  assert.match(await page.locator(".stage-veil").textContent(), /was not run by itself/);
});
