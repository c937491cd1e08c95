// Ways in and out: links, paste, drop, the history of scripts, and what can be saved.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { idle, paste, press, script, start, write } from "./support/page.mjs";

const MINE = "import asyncio\n\nasync def main():\n    print('größer ✓')\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n";
const encoded = (text) => deflateRawSync(Buffer.from(text)).toString("base64url");

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const data = (page, name) => page.locator("html").getAttribute(`data-${name}`);

/** The link that the page offers. */
async function link(page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const address = await page.getByRole("textbox", { name: "Link to this moment" }).inputValue();
  await page.keyboard.press("Escape");
  return address;
}

test("a link opens the same script at the same step, and nothing of it reaches the server", async () => {
  const page = await site.open();
  await paste(page, MINE);
  await idle(page);
  await page.getByRole("button", { name: "line", exact: true }).click();
  await page.getByRole("button", { name: "Exact", exact: true }).first().click();
  await press(page, "ArrowRight", 7);
  const cursor = await data(page, "cursor");
  const address = await link(page);
  assert.match(address, /#v=1&code=[\w-]+&at=\d+\.\d+&by=line&view=exact$/);
  const other = await site.open({ path: new URL(address).hash });
  assert.equal(await script(other), MINE);
  assert.equal(await data(other, "cursor"), cursor);
  assert.equal(await other.getByRole("button", { name: "line", exact: true }).getAttribute("aria-pressed"), "true");
  assert.deepEqual(other.mistakes, []);
});

test("a scenario's link is short", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 4);
  const address = await link(page);
  assert.match(address, /#v=1&scenario=triple&at=1\.\d+&by=handoff&view=essentials$/);
  const other = await site.open({ path: "#scenario=gather" });
  assert.match(await other.locator(".scenario-button b").textContent(), /gather/i);
});

test("links of version 1 keep working", async () => {
  // Made when links were new. It opens as long as there is a Loopglass.
  const code = "y8wtyC8qUUgsrsxLzszn4gIzFFJS0xRyEzPzNDStuBQUFBQKijLzSjSU8nNSlDShajLz9YpK8zQgqjS5AA";
  const page = await site.open({ path: `#v=1&code=${code}&at=1.9999&by=line&view=exact` });
  assert.match(await script(page), /^import asyncio\n\nasync def main\(\):\n    print\("old"\)\n/);
  assert.equal(await page.getByRole("button", { name: "line", exact: true }).getAttribute("aria-pressed"), "true");
  // An event that the first iteration does not have is its last.
  assert.match(await page.locator(".loop-facts").textContent(), /^iteration 1 /);
});

for (const [name, fragment, words] of [
  ["a broken code", "#v=1&code=!!!", /link is broken/],
  ["a code cut short", `#v=1&code=${encoded(MINE).slice(0, -12)}`, /link is broken/],
  ["a code that is no text", `#v=1&code=${deflateRawSync(Buffer.from([0xff, 0xfe, 0xfd])).toString("base64url")}`, /link is broken/],
  ["an oversized code", `#v=1&code=${encoded("x = 1\n".repeat(200_000))}`, /too long/],
  ["a later version", `#v=2&code=${encoded(MINE)}`, /newer Loopglass/],
  ["no such scenario", "#scenario=nothing", /no scenario/],
]) {
  test(`a link with ${name} gets a clear message and changes nothing`, async () => {
    const page = await site.open({ path: fragment });
    assert.match(await page.getByRole("alert").textContent(), words);
    assert.match(await script(page), /async def triple/);
    await press(page, "ArrowRight", 2);
    await page.getByRole("button", { name: "OK", exact: true }).click();
    assert.equal(await page.getByRole("alert").count(), 0);
    assert.deepEqual(page.mistakes, []);
  });
}

test("a link put into the address of an open page is followed", async () => {
  const page = await site.open();
  await page.evaluate((code) => {
    document.documentElement.dataset.idle = "false";
    location.hash = `#v=1&code=${code}`;
  }, encoded("print('followed')\n"));
  await idle(page);
  assert.equal(await script(page), "print('followed')\n");
  await write(page, "print('edited')\n");
  assert.equal(new URL(page.url()).hash, "");
});

test("a script too long for a link is offered as a file", async () => {
  const page = await site.open();
  const long = Array.from({ length: 900 }, (_, index) => `name_${index} = ${index * 7919}\n`).join("");
  await paste(page, long);
  await idle(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  assert.match(await page.locator(".share").textContent(), /too long for a link/);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: /^The script/ }).click();
  assert.equal(await readFile(await (await saving).path(), "utf8"), long);
});

test("a script pasted anywhere runs; the one before is kept and can be had back", async () => {
  const page = await site.open();
  await write(page, "print('unsaved')\n");
  await paste(page, "# Second\r\nprint('second')\r\n");
  await idle(page);
  assert.equal(await script(page), "# Second\nprint('second')\n");
  await press(page, "End");
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["second"]);
  await page.reload();
  await idle(page);
  await page.locator(".scenario-button").click();
  await page.locator(".scenario-item", { hasText: "print('unsaved')" }).click();
  await idle(page);
  assert.equal(await script(page), "print('unsaved')\n");
  await page.locator(".scenario-button").click();
  assert.equal(await page.locator(".scenario-item", { hasText: /^Second/ }).count(), 1);
});

test("the last twenty scripts are kept", async () => {
  const page = await site.open();
  for (let number = 0; number < 23; number += 1) {
    await paste(page, `# Number ${number}\n`);
    await idle(page);
  }
  await page.locator(".scenario-button").click();
  const names = await page.locator(".scenario-item", { hasText: /^Number/ }).allTextContents();
  assert.equal(names.length, 19);
  assert.match(names[0], /^Number 21/);
});

test("a file dropped anywhere runs, and what is no script is refused", async () => {
  const page = await site.open();
  const drop = (name, bytes) =>
    page.evaluate(
      ([name, bytes]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
        document.documentElement.dataset.idle = "false";
        document.querySelector(".control-panel").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, [...bytes]],
    );
  await drop("mine.py", Buffer.from("print('dropped')\n"));
  await page.waitForFunction(() => document.documentElement.dataset.idle === "true");
  assert.equal(await script(page), "print('dropped')\n");
  await drop("picture.png", [137, 80, 78, 71, 0, 255]);
  assert.match(await page.getByRole("alert").textContent(), /picture\.png is not a text/);
  assert.equal(await script(page), "print('dropped')\n");
});

test("the stage is saved as SVG, PNG and a picture that moves, the trace for other tools", async () => {
  const page = await site.open();
  await press(page, "ArrowRight", 8);
  const cursor = await data(page, "cursor");
  const saved = async (name) => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const download = await saving;
    // The page goes back to where it was.
    await idle(page);
    return [download.suggestedFilename(), await readFile(await download.path())];
  };
  const [svgName, svg] = await saved(/as SVG/);
  assert.equal(svgName, "triple.svg");
  for (const text of ["main_task.wakeup", "waiting on triple_task", "triple_task.step"]) assert.ok(svg.toString().includes(`>${text}<`), text);
  assert.ok(!svg.toString().includes("triple_task = triple_task"), "what is folded away is not drawn");
  // It stands by itself: with the page's own type, and all that the style sheet draws, in colours that any program reads.
  assert.ok(svg.toString().includes('<style>@font-face{font-family:"JetBrains Mono"') || svg.toString().includes("@font-face{font-family:Inter"));
  assert.ok(svg.toString().includes(">› <") || svg.toString().includes(">›<"), "the sign of a frame");
  assert.doesNotMatch(svg.toString(), /color\(|color-mix|var\(/);
  const [drawn] = svg.toString().split("<style>").map((part) => part.split("</style>").at(-1)).slice(-1);
  assert.ok(!/<script|href=|on\w+=/.test(drawn));
  const [, png] = await saved(/as PNG/);
  assert.deepEqual([...png.subarray(1, 4)], [80, 78, 71]);
  assert.ok(png.readUInt32BE(16) > 800);
  const [, moving] = await saved(/moving/);
  const control = moving.indexOf("acTL");
  // The nine rows of the ladder that are left, and the end of the run.
  assert.equal(moving.readUInt32BE(control + 4), 10);
  // Of each step but the first only what is new is in it.
  assert.ok(moving.length < 5 * png.length, `${moving.length} bytes, and ${png.length} of one step`);
  assert.equal(await data(page, "cursor"), cursor);
  const [, lines] = await saved(/^The trace JSON/);
  const events = lines.toString().trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(String(events.length), await data(page, "events"));
  const [, perfetto] = await saved(/Perfetto/);
  assert.ok(JSON.parse(perfetto).traceEvents.some(({ args }) => args?.name === "triple_task"));
  assert.deepEqual(page.mistakes, []);
});

test("a saved trace is opened again, and what is none is refused", async () => {
  const page = await site.open();
  await paste(page, MINE);
  await idle(page);
  const events = await data(page, "events");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: /^The trace JSON/ }).click();
  const trace = await readFile(await (await saving).path(), "utf8");
  const other = await site.open();
  const drop = (name, text) =>
    other.evaluate(
      ([name, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        document.documentElement.dataset.idle = "false";
        document.querySelector(".control-panel").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
  await drop("mine.jsonl", trace);
  await idle(other);
  assert.equal(await script(other), MINE);
  assert.equal(await data(other, "events"), events);
  for (const [text, words] of [
    [trace.replace('"format":1', '"format":2'), /mine\.jsonl was written by a newer Loopglass/],
    ["[1, 2]\n", /mine\.jsonl is no trace/],
    ["not JSON", /mine\.jsonl is no trace/],
  ]) {
    await drop("mine.jsonl", text);
    await other.getByRole("alert").filter({ hasText: words }).waitFor();
    await idle(other);
    assert.equal(await script(other), MINE);
  }
  assert.deepEqual(other.mistakes, []);
});

test("reloading brings back script, step and view", async () => {
  const page = await site.open();
  await paste(page, MINE);
  await idle(page);
  await page.getByRole("button", { name: "line", exact: true }).click();
  await page.getByRole("button", { name: "Exact", exact: true }).first().click();
  await press(page, "ArrowRight", 5);
  const cursor = await data(page, "cursor");
  assert.notEqual(cursor, "0");
  await page.reload();
  await idle(page);
  assert.equal(await script(page), MINE);
  assert.equal(await data(page, "cursor"), cursor);
  for (const name of ["line", "Exact"]) {
    assert.equal(await page.getByRole("button", { name, exact: true }).first().getAttribute("aria-pressed"), "true");
  }
  assert.deepEqual(page.mistakes, []);
});

test("a script that is full of HTML is only ever text", async () => {
  const page = await site.open();
  const hostile = "</script><img src=x onerror=document.title='evil'><b id=evil>";
  await paste(page, `# ${hostile}\nname = """${hostile}"""\nprint(name)\nraise ValueError(name)\n`);
  await idle(page);
  await press(page, "End");
  assert.equal((await page.locator(".console-text").first().textContent()).trim(), hostile);
  await paste(page, "# Another\n");
  await idle(page);
  await page.locator(".scenario-button").click();
  assert.equal(await page.locator(".scenario-item", { hasText: "<img" }).count(), 1);
  assert.equal(await page.locator("#evil, img[src=x]").count(), 0);
  assert.notEqual(await page.title(), "evil");
  assert.deepEqual(page.mistakes, []);
});
