// What strangers may send to an embedded program: links that are broken, messages that nobody may send, and commands
// that make no sense. Each is answered with a clear message or with nothing, and changes nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { change, course, heard, inside } from "./support/course.mjs";
import { start } from "./support/page.mjs";

const encoded = (text) => deflateRawSync(Buffer.from(text)).toString("base64url");
const BOMB = encoded("x = 1\n".repeat(200_000));

let site;
let pages;
before(async () => {
  site = await start();
  const element = `<loop-glass id="it" loading="eager"><pre>print("mine")</pre></loop-glass>`;
  const markup = `</pre><img src=x onerror="parent.document.title='evil'"><b id=evil>`;
  const text = markup.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  pages = await course(site, {
    "index.html": `${element}<iframe id="other" sandbox="allow-scripts" src="other.html"></iframe>`,
    "other.html": `<script src="other.js"></script>`,
    // A frame of the same page, which greets the program's frame as if it were the page around.
    "other.js": `onmessage = () => { for (let at = 0; at < parent.length; at += 1) parent[at].postMessage({ protocol: "loopglass/1", hello: true }, "*"); parent.postMessage("greeted", "*"); };`,
    "markup.html": `<loop-glass id="it" loading="eager" at="end" panels="code, stage, explanation, console"><pre># ${text}\nprint("""${text}""")\nname = """${text}"""</pre></loop-glass>`,
    "frames.html": ["#v=1&code=!!!", `#v=1&code=${BOMB}`, `#v=9&code=${encoded("x")}`, "#scenario=nothing&at=1e9&panels=%3Cb%3E&theme=evil"]
      .map((fragment, index) => `<iframe id="frame${index}" sandbox="allow-scripts" width="900" height="500" src="${site.address}embed.html${fragment.replaceAll("&", "&amp;")}"></iframe>`)
      .join(""),
  });
});
after(async () => {
  await pages?.close();
  await site?.close();
});

const code = (page) => inside(page, "it").locator(".code-host .cm-content").textContent();

test("links that cannot be opened say so in their frames, which show the usual program", async () => {
  const page = await pages.open("frames.html");
  for (const [index, words] of [/link is broken/, /too long/, /newer Loopglass/, /no scenario/].entries()) {
    const frame = page.locator(`#frame${index}`).contentFrame();
    await frame.locator("html[data-idle=true]").waitFor({ state: "attached" });
    assert.match(await frame.getByRole("alert").textContent(), words);
    assert.match(await frame.locator(".code-host .cm-content").textContent(), /async def triple/);
  }
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("a frame listens to nobody but the page around it", async () => {
  const page = await pages.open("index.html");
  await heard(page, "it", "ready");
  await page.evaluate(async () => {
    window.greetings = 0;
    const frame = document.querySelector("#it iframe").contentWindow;
    addEventListener("message", ({ source }) => (window.greetings += source === frame));
    const done = new Promise((done) => addEventListener("message", ({ data }) => data === "greeted" && done()));
    document.getElementById("other").contentWindow.postMessage("greet", "*");
    await done;
  });
  // What the frame does after that it has heard after that.
  await change(page, "it", "step", 1, "step");
  await inside(page, "it").locator("body").evaluate(() => new Promise((done) => setTimeout(done)));
  assert.equal(await page.evaluate(() => window.greetings), 0);
  await page.close();
});

test("commands that make no sense are passed over", async () => {
  const page = await pages.open("index.html");
  await heard(page, "it", "ready");
  await page.evaluate(async (address) => {
    const frame = Object.assign(document.createElement("iframe"), { id: "plain", src: `${address}embed.html#v=1&scenario=triple` });
    frame.sandbox = "allow-scripts";
    const greeted = new Promise((done) => addEventListener("message", ({ source, ports }) => source === frame.contentWindow && done(ports[0])));
    document.body.append(frame);
    const port = await greeted;
    const said = (name) => new Promise((done) => port.addEventListener("message", ({ data }) => data.event === name && done(data)));
    const ready = said("ready");
    port.start();
    await ready;
    const nonsense = [null, 7, "load", [], {}, { command: 7 }, { command: "load" }, { command: "load", code: 7 }, { command: "seek" }, { command: "seek", at: {} }, { command: "seek", at: "soon" }, { command: "stop" }, { command: "__proto__" }];
    const step = said("step");
    for (const message of nonsense) port.postMessage(message);
    port.postMessage({ command: "forward" });
    window.stepped = await step;
  }, site.address);
  assert.equal((await page.evaluate(() => window.stepped)).step, 2);
  assert.match(await page.locator("#plain").contentFrame().locator(".code-host .cm-content").textContent(), /async def triple/);
  assert.deepEqual(page.mistakes, []);
  await page.close();
});

test("a script full of markup is only ever text", async () => {
  const page = await pages.open("markup.html");
  await heard(page, "it", "end");
  assert.match(await code(page), /<\/pre><img src=x onerror/);
  assert.match(await inside(page, "it").locator(".console-text").first().textContent(), /<\/pre><img src=x/);
  assert.equal(await inside(page, "it").locator("#evil, img:not(.cm-widgetBuffer)").count(), 0);
  assert.equal(await page.locator("#evil, body img").count(), 0);
  assert.equal(await page.title(), "A course");
  assert.deepEqual(page.mistakes, []);
  await page.close();
});
