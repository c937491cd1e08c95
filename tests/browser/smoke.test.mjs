// The built site loads from a sub-path, under a strict content security policy, and asks nobody else for anything.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./support/page.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

test("the page loads, comes to rest and makes no mistakes", async () => {
  const page = await site.open();
  assert.match(await page.title(), /Loopglass/);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(page.mistakes, []);
});

test("every file is loaded once", async () => {
  const page = await site.open();
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  assert.deepEqual(loaded, [...new Set(loaded)]);
  assert.ok(loaded.some((name) => name.endsWith(".wasm")));
});

test("the page brings its own policy, for hosts that send none", async () => {
  const page = await site.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src 'none'/);
});
