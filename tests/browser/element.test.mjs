// The element's attributes, methods and events, one by one: each does what docs/embedding.md says of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { change, during, heard, inside } from "./support/course.mjs";

const TWO = `import asyncio

async def greet(name):
    await asyncio.sleep(1)
    print(f"hello, {name}")

async def main():
    await asyncio.gather(greet("one"), greet("two"))

asyncio.run(main())
`;

const PAGES = {
  "index.html": `<loop-glass id="it" loading="eager"><pre>${TWO}</pre></loop-glass>`,
  "source.html": `
    <loop-glass id="it" loading="eager" src="two.py"></loop-glass>
    <loop-glass id="beside" loading="eager" src="imports.py"><script type="text/x-python" data-file="helper.py">word = "beside"</script></loop-glass>
    <loop-glass id="missing" loading="eager" src="nowhere.py"></loop-glass>
    <loop-glass id="named" loading="eager"><pre>import a</pre><pre data-file="../a.py">x = 1</pre></loop-glass>`,
  "markdown.html": `
    <p><loop-glass id="it" loading="eager"></p>
    <script type="text/x-python">import helper\n\nprint("<b>", helper.word)</script>
    <script type="text/x-python" data-file="helper.py">word = "behind"</script>
    <p></loop-glass></p>
    <pre>stays</pre>
    <p><loop-glass id="plain" loading="eager"></p><pre>print(1)</pre><p></loop-glass></p>
    <p><loop-glass id="bare" loading="eager"></loop-glass></p>
    <p>Text</p>
    <pre>stays, too</pre>`,
  "two.py": TWO,
  "imports.py": "import helper\nprint(helper.word)\n",
};

const PANELS = {
  code: ".code-panel",
  stage: ".stage",
  explanation: ".what-panel",
  transport: ".transport-bar",
  console: ".console-panel",
  control: ".control-panel",
  hood: ".hood-panel",
  timeline: ".timeline-panel",
};

const pages = during(PAGES);

const printed = (page, id) => inside(page, id).locator(".console-text").allTextContents();

test("src: the script is read from a file, with other files beside it", async () => {
  const page = await pages.open("source.html");
  await heard(page, "it", "ready");
  assert.match(await inside(page, "it").locator(".code-host .cm-content").textContent(), /async def greet\(name\):/);
  await heard(page, "beside", "ready");
  await change(page, "beside", "seek", "end", "end");
  assert.deepEqual(await printed(page, "beside"), ["beside"]);
  assert.equal((await heard(page, "missing", "error")).message, "nowhere.py: 404");
  assert.match((await heard(page, "named", "error")).message, /"\.\.\/a\.py": a file has the name of a module/);
  await change(page, "it", "src", "imports.py", "ready");
  assert.match(await inside(page, "it").locator(".code-host .cm-content").textContent(), /^import helper/);
  await page.close();
});

test("a script that Markdown has put behind its element is taken", async () => {
  const page = await pages.open("markdown.html");
  await heard(page, "it", "ready");
  await change(page, "it", "seek", "end", "end");
  assert.deepEqual(await printed(page, "it"), ["<b> behind"]);
  assert.match((await heard(page, "bare", "error")).message, /needs a script/);
  assert.deepEqual(await page.locator("body > pre").allTextContents(), ["stays", "stays, too"]);
  await heard(page, "plain", "ready");
  const shown = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("pre { display: flow-root; }");
    document.adoptedStyleSheets.push(sheet);
    return [...document.querySelectorAll("pre")].map((pre) => getComputedStyle(pre).display);
  });
  assert.deepEqual(shown, ["flow-root", "none", "flow-root"]);
  await page.close();
});

test("granularity and view: what a step is, and how much is shown", async () => {
  const page = await pages.open("index.html");
  const { count } = await heard(page, "it", "ready");
  const pressed = () => inside(page, "it").locator(".transport-bar .segments [aria-pressed=true]").first().textContent();
  assert.equal(await pressed(), "handoff");
  const counts = { handoff: count };
  for (const granularity of ["line", "task step", "iteration"]) {
    counts[granularity] = (await change(page, "it", "granularity", granularity)).count;
    assert.equal(await pressed(), granularity);
  }
  assert.equal(new Set(Object.values(counts)).size, 4, JSON.stringify(counts));
  const essential = (await change(page, "it", "granularity", null)).count;
  assert.equal(essential, count);
  // asyncio.run's own shutdown is left out of the one, and not of the other.
  const exact = (await change(page, "it", "view", "exact")).count;
  assert.ok(exact > essential, `${exact} steps, and ${essential}`);
  assert.equal((await change(page, "it", "view", "essentials")).count, essential);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("panels: each is shown when it is named, and no other", async () => {
  const page = await pages.open("index.html");
  await heard(page, "it", "ready");
  const shown = async () => {
    const found = [];
    for (const [name, selector] of Object.entries(PANELS)) if (await inside(page, "it").locator(selector).isVisible()) found.push(name);
    return found;
  };
  assert.deepEqual(await shown(), ["code", "stage", "explanation", "transport"]);
  for (const name of Object.keys(PANELS)) {
    await change(page, "it", "panels", name);
    assert.deepEqual(await shown(), [name]);
  }
  await change(page, "it", "panels", "console,hood timeline");
  assert.deepEqual(await shown(), ["console", "hood", "timeline"]);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("panels: in a narrow frame none lies over another", async () => {
  const page = await pages.open("index.html", { viewport: { width: 400, height: 800 } });
  await heard(page, "it", "ready");
  await change(page, "it", "panels", Object.keys(PANELS).join(" "));
  const end = await inside(page, "it").locator(".position").evaluate((it) => it.getBoundingClientRect().right - innerWidth);
  assert.ok(end <= 0, `the count of steps is cut off by ${end}`);
  const boxes = [];
  for (const selector of Object.values(PANELS)) boxes.push(await inside(page, "it").locator(selector).boundingBox());
  boxes.sort((a, b) => a.y - b.y);
  for (const [index, { y, height }] of boxes.slice(0, -1).entries()) {
    assert.ok(y + height <= boxes[index + 1].y + 1, JSON.stringify(boxes));
  }
  await page.close();
});

test("theme: light, dark, and the reader's own", async () => {
  const page = await pages.open("index.html", { colorScheme: "dark" });
  await heard(page, "it", "ready");
  const paper = () => inside(page, "it").locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const own = await paper();
  await change(page, "it", "theme", "light");
  const light = await paper();
  await change(page, "it", "theme", "dark");
  assert.equal(await paper(), own);
  assert.notEqual(light, own);
  await page.close();
});

test("predict: what comes next is asked before it is shown", async () => {
  const page = await pages.open("index.html");
  await heard(page, "it", "ready");
  await change(page, "it", "predict", "");
  const question = inside(page, "it").locator(".choice").first();
  for (let step = 0; step < 30 && !(await question.isVisible()); step += 1) {
    await page.evaluate(() => (window.heard = []));
    await page.evaluate(() => document.getElementById("it").step());
    await Promise.race([heard(page, "it", "step"), question.waitFor()]);
  }
  await question.evaluate((button) => button.click());
  await inside(page, "it").locator(".ask-text", { hasText: /Right\.|No, it is/ }).waitFor();
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("readonly: the script can be stepped through, and not be edited", async () => {
  const page = await pages.open("index.html");
  await heard(page, "it", "ready");
  const editable = () => inside(page, "it").locator(".code-host .cm-content").getAttribute("aria-readonly");
  assert.equal(await editable(), null);
  assert.equal(await inside(page, "it").getByRole("button", { name: "Run", exact: true }).isVisible(), true);
  await change(page, "it", "readonly", "");
  assert.equal(await editable(), "true");
  assert.equal(await inside(page, "it").getByRole("button", { name: "Run", exact: true }).isVisible(), false);
  await change(page, "it", "step", 1, "step");
  await page.close();
});

test("step, seek, play and load, and what is reported of them", async () => {
  const page = await pages.open("index.html");
  const { step, count, at } = await heard(page, "it", "ready");
  // The first row of the ladder is there from the start.
  assert.deepEqual([step, at], [1, "0.0"]);
  assert.equal((await change(page, "it", "step", 1, "step")).step, 2);
  assert.equal((await change(page, "it", "step", 1, "step")).step, 3);
  assert.equal((await change(page, "it", "step", -1, "step")).step, 2);
  const there = await change(page, "it", "seek", "2.0", "step");
  assert.equal(there.at, "2.0");
  const end = await change(page, "it", "seek", "end", "end");
  assert.deepEqual([end.step, end.count], [count, count]);
  assert.equal((await change(page, "it", "seek", "start", "step")).step, 1);
  // Playing goes on by itself, until it is asked to pause.
  await page.evaluate(() => {
    let steps = 0;
    const pause = () => {
      steps += 1;
      if (steps === 2) document.getElementById("it").play();
    };
    document.getElementById("it").addEventListener("step", pause);
  });
  await change(page, "it", "play", undefined, "step");
  await page.waitForFunction(() => window.heard.filter(({ name }) => name === "step").length >= 2);
  await inside(page, "it").getByRole("button", { name: "Play", exact: true }).waitFor();
  assert.equal(await page.evaluate(() => window.heard.some(({ name }) => name === "end")), false);
  // Another script is told of as the first one is: where it stands, and its end, or what is wrong with it.
  const loaded = await change(page, "it", "load", "print('loaded')\n", "step");
  assert.ok(loaded.count < count);
  await change(page, "it", "seek", "end", "end");
  assert.deepEqual(await printed(page, "it"), ["loaded"]);
  const wrong = await change(page, "it", "load", "import a\n# loopglass: file=a.py\nx = 1\ny = (\n", "error");
  assert.deepEqual([wrong.line, wrong.file], [2, "a.py"]);
  assert.match(wrong.message, /never closed/);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("what is asked before the frame listens is done once it does", async () => {
  const page = await pages.open("index.html");
  await page.evaluate(() => {
    const element = document.getElementById("it");
    const other = Object.assign(document.createElement("loop-glass"), { id: "it" });
    other.setAttribute("loading", "eager");
    other.append(element.querySelector("pre").cloneNode(true));
    other.firstChild.hidden = false;
    window.heard = [];
    element.replaceWith(other);
    other.seek("end");
  });
  await heard(page, "it", "end");
  assert.deepEqual(await printed(page, "it"), ["hello, one", "hello, two"]);
  await page.close();
});
