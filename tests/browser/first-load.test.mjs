// The first load: everything that is needed to step through the scenario that the page opens with, and nothing more.
// What is loaded is what Chromium asked for; the executor, the editor, the page's own type, pictures and the style of dialogs are refused, so
// they are not needed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { idle, paste, start } from "./support/page.mjs";

/** How many bytes the first load may take, compressed as a host would (brotli, its best). */
const BUDGET = 350_000;

const LATER = /_executor\.wasm$|\/(editor|picture)\.mjs$|\/later-\w+\.css$|\.woff2$/;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const compressed = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

/** A page whose later parts cannot be loaded, and what it loaded. */
async function open(refused) {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const problems = [];
  const loaded = new Map();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfinished", async (request) => {
    const body = request.response().then((response) => response.body());
    loaded.set(request.url().split("/").at(-1) || "index.html", body);
  });
  let refuses = true;
  await page.route(refused, (route) => (refuses ? route.abort() : route.continue()));
  await page.goto(site.address);
  await idle(page);
  return { page, problems, loaded, allow: () => (refuses = false) };
}

async function press(page, key) {
  await page.evaluate(() => (document.documentElement.dataset.idle = "false"));
  await page.keyboard.press(key);
  await idle(page);
}

const cursor = (page) => page.evaluate(() => Number(document.documentElement.dataset.cursor));

test("the first scenario is stepped through with what is loaded first, and that is within the budget", async () => {
  const { page, problems, loaded } = await open(LATER);
  for (const detail of ["Essentials", "Exact"]) {
    await page.getByRole("button", { name: detail }).click();
    await idle(page);
    await page.locator(".shell").focus();
    for (let granularity = 0; granularity < 4; granularity += 1) {
      for (let more = 0; more < 3; more += 1) await press(page, "[");
      for (let more = 0; more < granularity; more += 1) await press(page, "]");
      await press(page, "Home");
      let steps = 0;
      for (let before = -1; before !== (await cursor(page)); steps += 1) {
        before = await cursor(page);
        await press(page, "ArrowRight");
      }
      assert.ok(steps > 4, `${steps} steps of ${detail}`);
      await press(page, "ArrowLeft");
    }
  }
  assert.deepEqual(problems, []);
  const sizes = [];
  for (const [name, body] of loaded) sizes.push([name, compressed(await body)]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const table = sizes.sort((a, b) => b[1] - a[1]).map(([name, size]) => `${String(size).padStart(8)}  ${name}`);
  console.log(`the first load, in bytes of brotli:\n${table.join("\n")}\n${String(total).padStart(8)}  together`);
  assert.ok(sizes.some(([name]) => name === "recorded.bin"), "the recorded run was not loaded");
  assert.ok(!sizes.some(([name]) => LATER.test(`/${name}`)), "something was loaded that was refused");
  assert.ok(total <= BUDGET, `the first load takes ${total} bytes, ${total - BUDGET} more than it may`);
  await page.close();
});

test("a script is not run without the executor, which is asked for again", async () => {
  const { page, allow } = await open(/_executor\.wasm$/);
  await paste(page, "print('here')");
  await idle(page);
  await page.getByText("could not be loaded").waitFor();
  allow();
  await page.getByRole("button", { name: "OK" }).click();
  await page.locator(".shell").focus();
  await press(page, "Control+Enter");
  await press(page, "End");
  assert.equal(await page.locator(".console-text").textContent(), "here");
  await page.close();
});

test("the chosen theme is there before the page is", async () => {
  const context = await site.browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(site.address);
  await idle(page);
  await page.evaluate(() => localStorage.setItem("loopglass.theme", "dark"));
  await page.route(/_bg\.wasm$/, () => {});
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => document.documentElement?.dataset.theme === "dark");
  assert.equal(await page.locator(".shell").count(), 0);
  await page.evaluate(() => (location.hash = "theme=light"));
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => document.documentElement?.dataset.theme === "light");
  await context.close();
});
