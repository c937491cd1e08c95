// Without a network: the page after its first visit, a newer build that takes over only when the old page is closed, and
// what browsers need to install it. The site is a copy, so that it can change and go away.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { idle, paste, start } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const MINE = "import asyncio\n\nasync def main():\n    print('offline')\n\nasyncio.run(main())\n";

let site;
let folder;
before(async () => {
  site = await start();
  folder = await mkdtemp(join(tmpdir(), "loopglass-offline-"));
  await cp(DIST, folder, { recursive: true });
});
after(async () => {
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** Opens the page and waits until it is kept. */
async function visit(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await idle(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done, { once: true }));
  });
  return page;
}

test("after the first visit the page works without a network", async () => {
  const server = await serve({ folder });
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const first = await visit(context, server.address);
  await first.close();
  await server.close();
  const page = await context.newPage();
  const mistakes = [];
  page.on("pageerror", (error) => mistakes.push(error.message));
  for (const path of ["", "index.html", "?from=home#scenario=gather"]) {
    await page.goto(server.address + path);
    await idle(page);
  }
  assert.match(await page.locator(".scenario-button b").textContent(), /gather/i);
  await paste(page, MINE);
  await idle(page);
  await page.locator(".shell").focus();
  await page.keyboard.press("End");
  await idle(page);
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["offline"]);
  await page.getByRole("button", { name: "Embed", exact: true }).click();
  await page.getByRole("dialog").waitFor();
  const preview = page.locator(".embedding iframe").contentFrame();
  await preview.locator("html[data-idle=true]").waitFor({ state: "attached" });
  assert.match(await preview.locator(".code-host .cm-content").textContent(), /print\('offline'\)/);
  await page.keyboard.press("Escape");
  // Reloading brings back script and step.
  await page.goto(server.address);
  await idle(page);
  assert.deepEqual(await page.locator(".console-text").allTextContents(), ["offline"]);
  assert.deepEqual(mistakes, []);
  await context.close();
});

test("a newer build is used once the old page is closed, whole, and the old one is forgotten", async () => {
  const server = await serve({ folder });
  const context = await site.browser.newContext();
  const page = await visit(context, server.address);
  const [index, worker] = await Promise.all(["index.html", "worker.js"].map((name) => readFile(join(folder, name), "utf8")));
  await writeFile(join(folder, "index.html"), index.replace("<title>Loopglass</title>", "<title>Loopglass, newer</title>"));
  const version = /"[0-9a-f]{16}"/.exec(worker)[0];
  await writeFile(join(folder, "worker.js"), worker.replaceAll(version, '"0123456789abcdef"'));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const next = registration.installing ?? registration.waiting;
    while (next.state === "installing") await new Promise((done) => next.addEventListener("statechange", done, { once: true }));
  });
  await page.reload();
  await idle(page);
  assert.equal(await page.title(), "Loopglass");
  await page.close();
  const next = await context.newPage();
  await next.goto(server.address);
  await idle(next);
  await next.waitForFunction(() => document.title === "Loopglass, newer");
  await next.waitForFunction(async () => (await caches.keys()).length === 1);
  await context.close();
  await server.close();
  await writeFile(join(folder, "index.html"), index);
  await writeFile(join(folder, "worker.js"), worker);
});

test("what is not of the page passes by, and every file of it is kept", async () => {
  await writeFile(join(folder, "other.txt"), "first");
  const server = await serve({ folder });
  const context = await site.browser.newContext();
  const page = await visit(context, server.address);
  const other = () => page.evaluate(async () => (await fetch("other.txt", { cache: "no-store" })).text());
  assert.equal(await other(), "first");
  await writeFile(join(folder, "other.txt"), "second");
  assert.equal(await other(), "second");
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url.replace(/.*\//, ""));
  });
  const html = await readFile(join(folder, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:href|src|data-\w+)="(?:\.\/)?([^":/]+\.\w+)"/g)].map(([, name]) => name);
  for (const name of [...named.filter((name) => name !== "worker.js"), "editor.mjs", "picture.mjs", "embedding.mjs"]) {
    assert.ok(kept.includes(name), name);
  }
  assert.ok(!kept.some((name) => name.startsWith("embed-wasm")));
  await context.close();
  await server.close();
  await rm(join(folder, "other.txt"));
});

test("it can be installed", async () => {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.webmanifest"), "utf8"));
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ["./", "./", "standalone"]);
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
    const png = await readFile(join(folder, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes);
  }
  const server = await serve({ folder });
  const page = await visit(await site.browser.newContext(), server.address);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A browser without a profile of its own, as in tests, does not install anything.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  await page.context().close();
  await server.close();
});
