// Sockets: the event loop shows which it watches, what for and which are ready, as chips and in the tables, on any width;
// and who wants to leave the page is told that there is nobody.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, paste, press, start } from "./support/page.mjs";

const ECHO = `import asyncio

async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    await asyncio.sleep(1)
    writer.write(b"hello\\n")
    print(await reader.readline())
    writer.close()
    server.close()

asyncio.run(main())
`;

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** Steps on until the page is as it is wanted. */
async function until(page, wanted) {
  for (let steps = 0; steps < 300; steps += 1) {
    if (await page.evaluate(wanted)) return;
    await press(page, "ArrowRight");
  }
  assert.fail(`nothing is as wanted: ${wanted}`);
}

for (const width of [1440, 360]) {
  test(`the sockets that are watched are there while they are, ${width} px wide`, async () => {
    const page = await site.open({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    await paste(page, ECHO);
    await idle(page);
    if (width < 500) await page.locator(".tab-stage").click();
    await page.locator(".shell").focus();
    await page.keyboard.press("Home");
    await idle(page);
    const sockets = page.getByRole("list", { name: "Sockets being watched" }).getByRole("listitem");
    assert.equal(await sockets.count(), 0);
    await until(page, () => document.querySelectorAll(".socket").length === 3);
    const texts = (await sockets.allInnerTexts()).map((text) => text.replaceAll("\n", ", "));
    assert.deepEqual(texts, ["listening on :8888, to read", ":8888 → :50000, to read", ":50000 → :8888, to read"]);
    const wide = await page.evaluate(() => {
      const box = document.querySelector(".loop-pin").getBoundingClientRect();
      return [...document.querySelectorAll(".socket")].every((socket) => socket.getBoundingClientRect().right <= box.right);
    });
    assert.ok(wide, "a socket reaches beyond the loop");
    // Essentials leaves out asyncio's own callbacks, by which a socket is read.
    await page.getByRole("button", { name: "Exact" }).click();
    await idle(page);
    await page.locator(".shell").focus();
    await until(page, () => document.querySelector(".socket.now")?.textContent.startsWith("127.0.0.1:8888 → "));
    if (width > 500) {
      await page.getByRole("button", { name: "Table" }).click();
      await idle(page);
      const row = page.getByRole("row", { name: /sockets being watched/ });
      assert.match(await row.innerText(), /127.0.0.1:8888 → 127.0.0.1:50000, to read: [\w.]+\(\), ready/);
    }
    await page.close();
  });
}

test("who wants to leave the page is told that there is nobody", async () => {
  const page = await site.open();
  await paste(page, 'import asyncio\nasyncio.run(asyncio.open_connection("example.com", 80))\n');
  await idle(page);
  await page.getByText("Nothing outside can be reached from here.").waitFor();
  await page.close();
});
