// Scripts of a visitor's own: pasted, wrong, endless, brought back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { idle, paste, press, script, start, write } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const printed = (page) => page.locator(".console-text").allTextContents();

test("a pasted script runs, and what it prints leads back to where it printed it", async () => {
  const page = await site.open();
  await paste(page, "x = 1\nprint('one')\nprint('two', x + 1)\n");
  await idle(page);
  await press(page, "n");
  assert.deepEqual(await printed(page), ["one"]);
  await press(page, "n");
  assert.deepEqual(await printed(page), ["one", "two 2"]);
  await page.locator(".console-line").first().click();
  await idle(page);
  assert.deepEqual(await printed(page), ["one"]);
  assert.deepEqual(page.mistakes, []);
});

test("editing dims the stage until the script is run again", async () => {
  const page = await site.open();
  await write(page, "print(1)\n");
  assert.equal(await page.locator(".stage.stale").count(), 1);
  await page.getByRole("button", { name: "Run it" }).click();
  await idle(page);
  assert.equal(await page.locator(".stage.stale").count(), 0);
});

test("a syntax error is shown under its line, and the page goes on", async () => {
  const page = await site.open();
  await paste(page, "import asyncio\n\nasync def main()\n    pass\n");
  await idle(page);
  const error = page.locator(".code-error");
  assert.equal(await error.getAttribute("data-error-line"), "3");
  assert.match(await error.textContent(), /expected [`']:/i);
  // Also where the code is not in view, as on a phone.
  assert.match(await page.locator(".what").textContent(), /Line 3: SyntaxError: expected ':'/);
  await paste(page, "print('mended')\n");
  await idle(page);
  assert.equal(await error.count(), 0);
  await press(page, "End");
  assert.deepEqual(await printed(page), ["mended"]);
  assert.deepEqual(page.mistakes, []);
});

test("that a script of one's own ends with an exception is said before one steps there", async () => {
  const page = await site.open();
  await paste(page, "import aiohttp\n");
  await idle(page);
  assert.match(await page.locator(".notice").textContent(), /ModuleNotFoundError: No module named 'aiohttp'.* Line 1 raises it\./);
  await page.getByRole("button", { name: "Go there" }).evaluate((it) => it.click());
  await idle(page);
  assert.match(await page.locator(".what .lead").textContent(), /ends with ModuleNotFoundError/);
  // The innermost line, not the one that ran the loop.
  await paste(page, "import asyncio\n\nasync def main():\n    await asyncio.sleep(0)\n    raise ValueError\n\nasyncio.run(main())\n");
  await idle(page);
  assert.match(await page.locator(".notice").textContent(), /ValueError\. Line 5 raises it\./);
  // Of a group it is what it says, not what it was made of.
  await paste(page, "raise ExceptionGroup('both', [ValueError(1), KeyError(2)])\n");
  await idle(page);
  assert.match(await page.locator(".notice").textContent(), /ExceptionGroup: both \(2 sub-exceptions\)/);
  await paste(page, "raise SystemExit(3)\n");
  await idle(page);
  assert.equal(await page.locator(".notice").count(), 0);
  assert.deepEqual(page.mistakes, []);
});

test("a sleep's timer says whose sleep it is, and is lit with that task", async () => {
  const page = await site.open();
  await paste(page, "import asyncio\n\nasync def main():\n    async with asyncio.timeout(9):\n        await asyncio.sleep(1)\n\nasyncio.run(main())\n");
  await idle(page);
  await press(page, "Shift+ArrowRight", 2);
  const timers = page.locator('.chip[data-place="timers"]');
  const named = async () => (await timers.allTextContents()).sort();
  assert.deepEqual(await named(), ["Task-1's sleep", "Task-1's timeout"]);
  const task = await page.locator('.card[data-label="Task-1"]').getAttribute("data-task");
  assert.equal(await timers.first().getAttribute("data-task"), task);
  await page.getByRole("button", { name: "Exact", exact: true }).click();
  await idle(page);
  assert.deepEqual(await named(), ["Timeout._on_timeout", "_set_result_unless_cancelled"]);
});

test("long names stay inside their cards", async () => {
  const page = await site.open();
  const name = "n".repeat(300);
  await paste(page, `import asyncio\n\nasync def ${name}():\n    await asyncio.sleep(1)\n\nasync def main():\n    t = asyncio.create_task(${name}(), name="${name}")\n    await t\n\nasyncio.run(main())\n`);
  await idle(page);
  await press(page, "Shift+ArrowRight", 2);
  // The name that the script gave it comes before the variable.
  await page.locator(`.card[data-label="${name}"]`).waitFor();
  const beyond = () => [...document.querySelectorAll(".card")].filter((it) => it.scrollWidth > it.clientWidth).length;
  assert.equal(await page.evaluate(beyond), 0);
});

test("text of a script is never markup", async () => {
  const page = await site.open();
  const markup = "<img src=x onerror=alert(1)><b>bold</b>";
  await paste(page, `def f():\n    text = '${markup}'\n    print(text)\n    return text\nf()\n`);
  await idle(page);
  await press(page, "n");
  assert.deepEqual(await printed(page), [markup]);
  await press(page, ".");
  assert.equal(await page.locator("img:not(.cm-widgetBuffer), .console-text b, .cm-line b, .what b").count(), 0);
  assert.deepEqual(page.mistakes, []);
});

const ENDLESS = {
  "while True: pass": "while True:\n    pass\n",
  "a loop of asyncio.sleep(0)":
    "import asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n\nasyncio.run(main())\n",
};

for (const [name, source] of Object.entries(ENDLESS)) {
  test(`${name} ends at the limit, with the trace usable and the page responsive throughout`, async () => {
    const page = await site.open();
    await page.evaluate(() => {
      window.longest = 0;
      let last = performance.now();
      const beat = () => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(beat);
      };
      requestAnimationFrame(beat);
    });
    await paste(page, source);
    assert.equal(await page.locator("html").getAttribute("data-idle"), "false");
    // The limit lies millions of events ahead: a busy machine needs a while.
    await idle(page, 180_000);
    const longest = await page.evaluate(() => window.longest);
    assert.ok(longest < 1000, `the page stood still for ${longest} ms`);
    const notice = await page.getByRole("alert").textContent();
    assert.match(notice, /Limit reached\..* at line \d/);
    await press(page, "ArrowRight");
    await press(page, "End");
    const events = Number(await page.locator("html").getAttribute("data-events"));
    assert.equal(Number(await page.locator("html").getAttribute("data-cursor")), events - 1);
    await press(page, "ArrowLeft");
    assert.ok(Number(await page.locator("html").getAttribute("data-cursor")) < events - 1);
    assert.deepEqual(page.mistakes, []);
  });
}

test("a watcher that polls for three seconds at default costs gets to its end", async () => {
  const page = await site.open();
  const program = new URL("../conformance/programs/article/homemade_sleep_default_costs.py", import.meta.url);
  await paste(page, readFileSync(program, "utf8"));
  await idle(page, 180_000);
  assert.equal(await page.getByRole("alert").count(), 0);
  await press(page, "End");
  assert.deepEqual(await printed(page), ["awake 3.0"]);
  await page.getByRole("button", { name: "line", exact: true }).click();
  await press(page, "ArrowLeft");
  assert.deepEqual(await printed(page), [], "one line back the print is still to come");
  assert.deepEqual(page.mistakes, []);
});

test("a script that fills the memory stops there, and the page goes on", async () => {
  const page = await site.open();
  await paste(page, "kept = []\nwhile True:\n    kept.append('x' * 100_000 + str(len(kept)))\n");
  await idle(page, 180_000);
  assert.match(await page.getByRole("alert").textContent(), /Limit reached\..*memory.* at line [23]/i);
  await press(page, "ArrowRight");
  assert.notEqual(await page.locator("html").getAttribute("data-cursor"), "0");
  await paste(page, "print('still here')\n");
  await idle(page);
  await press(page, "n");
  assert.deepEqual(await printed(page), ["still here"]);
  assert.deepEqual(page.mistakes, []);
});

test("where a run repeats itself the page says how often, and goes past it", async () => {
  const page = await site.open();
  const source = "total = 0\nfor number in range(5000):\n    total += 1\nprint(total)\n";
  await paste(page, source);
  await idle(page);
  await page.getByRole("button", { name: "line", exact: true }).click();
  await press(page, "ArrowRight");
  for (let step = 0; step < 40 && (await page.locator(".repeats").count()) === 0; step += 1) await press(page, "ArrowRight");
  assert.match(await page.locator(".repeats").textContent(), /× [\d,]+ more/);
  await page.getByRole("button", { name: "Go past it" }).click();
  await press(page, "n");
  assert.deepEqual(await printed(page), ["5000"]);
});

test("an endless run can be stopped", async () => {
  const page = await site.open();
  await page.evaluate(() => {
    const stop = () => [...document.querySelectorAll("button")].find((button) => button.textContent === "Stop");
    new MutationObserver(() => stop()?.click()).observe(document.body, { characterData: true, childList: true, subtree: true });
  });
  await paste(page, "while True:\n    pass\n");
  await idle(page);
  assert.match(await page.getByRole("alert").textContent(), /^Stopped\./);
  await press(page, "ArrowRight");
  assert.notEqual(await page.locator("html").getAttribute("data-cursor"), "0");
});

test("after the choice of a scenario the keys are the page's: Space plays it", async () => {
  const page = await site.open();
  await press(page, "/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await idle(page);
  assert.equal(await page.evaluate(() => document.activeElement.className), "shell");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
});

test("a script of one's own outlives a scenario and a reload", async () => {
  const page = await site.open();
  await paste(page, "print('mine')\n");
  await idle(page);
  await page.locator(".scenario-button").click();
  await page.getByRole("button", { name: /Following control/ }).click();
  await idle(page);
  await page.reload();
  await idle(page);
  await page.locator(".scenario-button").click();
  await page.getByRole("button", { name: /Your script/ }).last().click();
  await idle(page);
  assert.equal(await script(page), "print('mine')\n");
});
