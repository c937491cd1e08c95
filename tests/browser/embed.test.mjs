// Embedding: two elements on a page of another origin, under a strict policy of its own, in sandboxed frames.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { start } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const COURSE = (site) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>A course</title><script src="${site}embed.js"></script></head>
  <body>
    <h1>A course</h1>
    <loop-glass id="mine" loading="eager" granularity="line" readonly>
      <pre>
        import asyncio

        async def main():
            print("<b>hello</b> from a course")

        asyncio.run(main())
      </pre>
    </loop-glass>
    <div style="height: 3000px"></div>
    <loop-glass id="later" scenario="gather" at="2.0" theme="dark" panels="stage, explanation, transport" height="420"></loop-glass>
    <loop-glass id="wrong" loading="click"><pre>def broken(:\n    pass</pre></loop-glass>
    <script src="course.js"></script>
  </body>
</html>
`;

// What a course page may do with an element.
const SCRIPT = `
window.heard = [];
for (const element of document.querySelectorAll("loop-glass"))
  for (const name of ["ready", "step", "end", "error"])
    element.addEventListener(name, ({ detail }) => heard.push({ id: element.id, name, ...detail }));
`;

let site;
let course;
let folder;
before(async () => {
  site = await start();
  const { origin } = new URL(site.address);
  folder = await mkdtemp(join(tmpdir(), "loopglass-course-"));
  await writeFile(join(folder, "index.html"), COURSE(site.address));
  await writeFile(join(folder, "course.js"), SCRIPT);
  const policy = `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}; style-src 'unsafe-inline'`;
  course = await serve({ folder, prefix: "/", policy });
});
after(async () => {
  await course?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

const heard = (page, id, name) =>
  page.waitForFunction(([id, name]) => window.heard.find((it) => it.id === id && it.name === name), [id, name]).then((it) => it.jsonValue());

async function open() {
  const page = await site.browser.newPage({ viewport: { width: 900, height: 700 } });
  page.mistakes = [];
  page.on("pageerror", (error) => page.mistakes.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.mistakes.push(message.text());
  });
  await page.goto(course.address);
  return page;
}

test("an element steps its script, says so, and does what the page asks", async () => {
  const page = await open();
  const { step, count } = await heard(page, "mine", "ready");
  assert.equal(step, 0);
  assert.ok(count > 3);
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"));
  assert.match(await frame.locator(".code-host .cm-content").textContent(), /hello.* from a course/);
  await page.evaluate(() => document.getElementById("mine").step());
  await heard(page, "mine", "step");
  await page.evaluate(() => document.getElementById("mine").seek("end"));
  const end = await heard(page, "mine", "end");
  assert.match(end.at, /^\d+\.\d+$/);
  assert.match(await frame.locator(".what .lead").textContent(), /./);
  await page.evaluate(() => {
    window.heard.length = 0;
    document.getElementById("mine").load("x = (\n");
  });
  assert.match((await heard(page, "mine", "error")).message, /never closed/);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("the second starts when it is scrolled to, in its theme, at its moment, with the panels it asks for", async () => {
  const page = await open();
  await heard(page, "mine", "ready");
  assert.equal(await page.locator("iframe").count(), 1);
  await page.locator("#later").scrollIntoViewIfNeeded();
  const { at } = await heard(page, "later", "ready");
  assert.equal(at, "2.0");
  const frame = page.frames().find((frame) => frame.url().includes("scenario=gather"));
  assert.equal(await frame.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await frame.locator(".code-panel").isVisible(), false);
  assert.equal(await frame.locator(".stage").isVisible(), true);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("the frame has no origin but its own: no storage, no way out", async () => {
  const page = await open();
  await heard(page, "mine", "ready");
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"));
  assert.equal(await frame.evaluate(() => self.origin), "null");
  assert.equal(await page.locator("#mine iframe").getAttribute("sandbox"), "allow-scripts");
  assert.equal(
    await frame.evaluate(() => {
      try {
        return typeof localStorage.length;
      } catch (problem) {
        return problem.name;
      }
    }),
    "SecurityError",
  );
  await page.close();
});

test("keys work only inside, and the page around keeps its own", async () => {
  const page = await open();
  await heard(page, "mine", "ready");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => window.heard.some((it) => it.name === "step")), false);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"));
  await frame.locator(".loop-facts").click();
  await page.keyboard.press("ArrowRight");
  await heard(page, "mine", "step");
  await page.close();
});

test("a message from anyone but the frame is not listened to", async () => {
  const page = await open();
  await heard(page, "mine", "ready");
  await page.evaluate(() => {
    const { port2 } = new MessageChannel();
    window.postMessage({ protocol: "loopglass/1" }, "*", [port2]);
    document.querySelector("#mine iframe").contentWindow.postMessage({ command: "load", code: "print('evil')" }, "*");
  });
  await page.evaluate(() => document.getElementById("mine").step());
  await heard(page, "mine", "step");
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"));
  assert.doesNotMatch(await frame.locator(".code-host .cm-content").textContent(), /evil/);
  await page.close();
});

test("what waits for a click starts with it", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Step through this program" }).click();
  assert.match((await heard(page, "wrong", "error")).message, /syntax|expected|parameter/i);
  await page.close();
});
