// Embedding: two elements on a page of another origin, under a strict policy of its own, in sandboxed frames.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { after, before, test } from "node:test";
import { idle, start } from "./support/page.mjs";
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
    <div id="far"></div>
    <loop-glass id="later" scenario="gather" at="2.0" theme="dark" panels="stage, explanation, transport" height="420"></loop-glass>
    <loop-glass id="wrong" loading="click"><pre>def broken(:\n    pass</pre></loop-glass>
    <loop-glass id="fitting" loading="click" panels="code, transport"><pre>print("short")</pre></loop-glass>
    <loop-glass id="files" loading="click">
      <pre>import helper\nprint(helper.word)</pre>
      <pre data-file="helper.py">word = "from a file beside"</pre>
    </loop-glass>
    <loop-glass id="nothing" loading="click"></loop-glass>
    <script src="course.js"></script>
  </body>
</html>
`;

// What a course page may do with an element.
const SCRIPT = `
document.getElementById("far").style.height = "3000px";
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
  const policy = `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}`;
  course = await serve({ folder, prefix: "/", policy });
});
after(async () => {
  await course?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

/**
 * Starts an element that waits for a click. Not with the mouse: what stands above it starts when it is scrolled to, and
 * takes its room just when a pointer would be over the button.
 */
async function startByClick(page, id) {
  await page.locator(`#${id} button`).evaluate((button) => button.click());
}

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
  await frame.locator(".code-host .cm-content").click();
  await page.keyboard.type("never");
  assert.doesNotMatch(await frame.locator(".code-host .cm-content").textContent(), /never/, "it is readonly");
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

test("the frame has the page's own type", async () => {
  const page = await open();
  await heard(page, "mine", "ready");
  const frame = page.frames().find((frame) => frame.url().includes("embed.html"));
  const fonts = await frame.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map(({ family, status }) => [family, status])));
  assert.deepEqual(fonts, [["Inter", "loaded"], ["JetBrains Mono", "loaded"]]);
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
  assert.equal(await page.locator("#wrong button").textContent(), "Step through this program");
  await startByClick(page, "wrong");
  assert.match((await heard(page, "wrong", "error")).message, /syntax|expected|parameter/i);
  await page.close();
});

test("unless it is given a height, an element is as high as its panels need", async () => {
  const page = await open();
  await startByClick(page, "fitting");
  await heard(page, "fitting", "ready");
  const height = () => page.locator("#fitting iframe").evaluate((frame) => frame.offsetHeight);
  await page.waitForFunction(() => document.querySelector("#fitting iframe").offsetHeight < 400);
  const short = await height();
  assert.ok(short >= 120, `${short}`);
  await page.evaluate(() => document.getElementById("fitting").load(Array.from({ length: 24 }, (_, line) => `x${line} = ${line}\n`).join("")));
  await page.waitForFunction((short) => document.querySelector("#fitting iframe").offsetHeight > short + 200, short);
  // An attribute changes it, and the moment too, without starting anew.
  await page.evaluate(() => {
    const element = document.getElementById("fitting");
    element.setAttribute("height", "333");
    element.setAttribute("at", "end");
  });
  await heard(page, "fitting", "end");
  assert.equal(await height(), 333);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("another theme starts the frame anew, and an element without a script says so", async () => {
  const page = await open();
  await heard(page, "mine", "ready");
  await page.evaluate(() => {
    window.heard.length = 0;
    document.getElementById("mine").setAttribute("theme", "dark");
  });
  await heard(page, "mine", "ready");
  const frame = page.frames().find((frame) => frame.url().includes("theme=dark"));
  assert.equal(await frame.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await page.locator("#mine iframe").count(), 1);
  await startByClick(page, "nothing");
  assert.match((await heard(page, "nothing", "error")).message, /needs a script/);
  await page.close();
});

test("where a policy keeps the frame away, what the element holds stays", async () => {
  const strict = await serve({ folder, prefix: "/", policy: `default-src 'none'; script-src 'self' ${new URL(site.address).origin}` });
  const page = await site.browser.newPage();
  await page.goto(strict.address);
  await page.locator("#mine iframe").waitFor({ state: "attached" });
  assert.equal(await page.locator("#mine pre").isVisible(), true);
  await page.close();
  await strict.close();
});

test("a page that listens late to a plain frame is greeted again, with all that it missed", async () => {
  const page = await site.browser.newPage();
  await page.goto(course.address);
  const said = await page.evaluate(async (site) => {
    const frame = Object.assign(document.createElement("iframe"), { src: `${site}embed.html#scenario=triple&at=1.0` });
    frame.sandbox = "allow-scripts";
    document.body.append(frame);
    // Other frames of the page greet it too.
    const greeting = () => new Promise((done) => addEventListener("message", ({ source, ports }) => source === frame.contentWindow && done(ports[0])));
    const first = await greeting();
    await new Promise((done) => (first.onmessage = done));
    const again = greeting();
    frame.contentWindow.postMessage({ protocol: "loopglass/1", hello: true }, "*");
    const port = await again;
    const said = await new Promise((done) => (port.onmessage = ({ data }) => done(data)));
    port.postMessage({ command: "nonsense" });
    port.postMessage(null);
    port.postMessage({ command: "seek", at: "end" });
    const end = new Promise((done) => (port.onmessage = ({ data }) => data.event === "end" && done(data)));
    return [said, await end];
  }, site.address);
  assert.deepEqual([said[0].event, said[0].at], ["ready", "1.0"]);
  assert.ok(said[1].step > said[0].step);
  await page.close();
});

test("a program of two files imports one from the other", async () => {
  const page = await open();
  await startByClick(page, "files");
  await heard(page, "files", "ready");
  await page.evaluate(() => document.getElementById("files").seek("end"));
  await heard(page, "files", "end");
  const frame = page.locator("#files iframe").contentFrame();
  assert.deepEqual(await frame.locator(".console-text").allTextContents(), ["from a file beside"]);
  assert.equal(await frame.locator(".file-tabs .file-tab").count(), 2);
  await page.close();
});

test("embed.js is small, and its types are beside it", async () => {
  const dist = new URL("../../dist/", import.meta.url);
  const script = await readFile(new URL("embed.js", dist));
  assert.ok(gzipSync(script, { level: 9 }).length < 5000 && brotliCompressSync(script).length < 5000);
  assert.match(await readFile(new URL("embed.d.ts", dist), "utf8"), /"loop-glass": LoopGlassElement/);
});

for (const viewport of [{ width: 640, height: 420 }, { width: 720, height: 420 }]) {
  test(`the smallest useful form, ${viewport.width} by ${viewport.height}, shows who waits for whom`, async () => {
    const page = await site.open({ path: "embed.html#v=1&scenario=triple", viewport, reducedMotion: "reduce" });
    await page.getByRole("slider", { name: "Position" }).fill("9");
    await idle(page);
    const hidden = await page.evaluate(() => {
      const view = document.querySelector(".stage-scroll").getBoundingClientRect();
      const isIn = (box) => box.width > 0 && box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left && box.right <= view.right;
      const all = [".chip.running", '.card[data-label="main_task"] .state', '.card[data-label="triple_task"] .state', ".wire-head"];
      return all.filter((selector) => !isIn(document.querySelector(selector).getBoundingClientRect()));
    });
    assert.deepEqual(hidden, []);
    // And the sentence with its reason is whole, but for what one may scroll to.
    const lead = await page.locator(".what .lead").boundingBox();
    assert.ok(lead.y + lead.height < (await page.locator(".transport").boundingBox()).y);
  });
}
