// The room of an element on its page: kept free from the start, so that nothing moves when the program starts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { during, heard } from "./support/course.mjs";

const program = (id) => readFileSync(new URL(`../../crates/scenarios/programs/${id}.py`, import.meta.url), "utf8");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const element = (id, attributes, inside) => `<loop-glass id="${id}" ${attributes}>${inside}</loop-glass><p class="below">Below ${id}</p>`;
const script = (id) => `<pre>${escaped(program(id))}</pre>`;

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900"></svg>`;

const PAGES = {
  "index.html": [
    element("short", "", script("hello_printer")),
    element("usual", "", script("triple")),
    element("long", "", script("uniform_sum")),
    element("lines", 'panels="code, transport"', script("gather")),
    element("stage", 'panels="stage, explanation"', script("await_task")),
    element("more", 'panels="code, stage, explanation, transport, console, control"', script("hello_printer")),
    element("rest", 'panels="code, hood, timeline"', script("hello_printer")),
    element("bundled", 'scenario="deadlock"', ""),
    element("read", 'src="two.py"', ""),
    element("files", 'panels="code"', `<pre>import a</pre><pre data-file="a.py">x = 1\ny = 2\nz = 3</pre>`),
    element("drawn", "", `<pre hidden>${escaped(program("triple"))}</pre><img src="picture.svg" alt="A moment" />`),
    element("fixed", 'height="333"', script("triple")),
    element("asked", 'loading="click"', script("triple")),
  ].join("\n"),
  "two.py": program("gather"),
  "picture.svg": PICTURE,
  // Frames come late there, so that what was observed before the program failed is told of after.
  "late.js": "{ const soon = requestAnimationFrame; window.requestAnimationFrame = (then) => setTimeout(() => soon((now) => { then(now); window.late = true; }), 200); }",
  "wrong.html": `<script src="late.js"></script>` + element("wrong", 'src="nowhere.py" panels="code"', `<pre>${"x = 1\n".repeat(100)}</pre>`),
};

const pages = during(PAGES);

const places = (page) => page.locator(".below").evaluateAll((all) => all.map((it) => [it.textContent, it.offsetTop]));

for (const width of [1000, 700, 390]) {
  test(`nothing below a program moves when it starts, at ${width} pixels`, async () => {
    const page = await pages.open("index.html", { viewport: { width, height: 700 } });
    await page.locator("#drawn img").evaluate((image) => image.decode());
    await page.evaluate(() => {
      window.shifted = [];
      new PerformanceObserver((list) => window.shifted.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift" });
    });
    const before = await places(page);
    const ids = await page.locator("loop-glass").evaluateAll((all) => all.map(({ id }) => id));
    for (const id of ids) {
      await page.locator(`#${id}`).evaluate((it) => it.scrollIntoView({ block: "start" }));
      if (id === "asked") await page.locator("#asked button").evaluate((button) => button.click());
      await heard(page, id, "ready");
      assert.deepEqual(await places(page), before, `${id} has moved what is below it`);
    }
    assert.deepEqual(await page.evaluate(() => window.shifted), []);
    // Once it has started it may grow while it is stepped through, and is never lower.
    const height = () => page.locator("#short").evaluate((it) => it.offsetHeight);
    const first = await height();
    await page.evaluate(() => document.getElementById("short").seek("end"));
    await heard(page, "short", "end");
    assert.ok((await height()) >= first);
    assert.deepEqual(page.mistakes, []);
    await page.close();
  });
}

test("what an element holds can be read in full where its frame cannot start", async () => {
  const page = await pages.open("wrong.html");
  const height = () => page.locator("#wrong").evaluate((it) => it.offsetHeight);
  await heard(page, "wrong", "error");
  await page.waitForFunction(() => window.late && document.getElementById("wrong").offsetHeight > 1000, null, { polling: 50 });
  assert.equal(await page.locator("#wrong pre").isVisible(), true);
  assert.ok((await height()) >= 1000);
  await page.close();
});
