// What every browser test needs: the built site served, one browser, and a page that reports its own mistakes.
// A test waits on the signal of the app (`idle`), never on time.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

/** The built site; `LOOPGLASS_SITE` names another folder, for a build that is not the one to ship. */
const SITE = process.env.LOOPGLASS_SITE ?? fileURLToPath(new URL("../../../dist/", import.meta.url));

/** How long the page may take to come to rest before a test fails, in ms. */
const PATIENCE = 30_000;

/** What Playwright says where it keeps service workers away. */
const BLOCKED = "Service Worker registration blocked by Playwright";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Serves `dist/` and starts the browser. Call it once a file, and `close` when its tests are over.
 *
 * @returns {Promise<{ address: string, browser: import("playwright-core").Browser, open: (options?: object) => Promise<import("playwright-core").Page>, close: () => Promise<void> }>}
 */
export async function start() {
  if (!existsSync(SITE)) throw new Error("dist/ is missing: run `cargo xtask build` first");
  const executablePath = process.env.CHROME;
  if (!executablePath) throw new Error("CHROME is not set: run the tests with `cargo xtask test browser`");
  // Inside a container, and as root, Chromium's own sandbox cannot start.
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  const server = await serve({ folder: SITE });
  const browser = await chromium.launch({ executablePath, args }).catch(async (problem) => {
    await server.close();
    throw problem;
  });
  return {
    address: server.address,
    browser,
    open: (options) => open(browser, server.address, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Opens the page in a fresh profile and waits until it is idle.
 *
 * `options` are Playwright's for a context (viewport, colorScheme, reducedMotion …), and `path`, what follows the
 * address of the site (`?…`, `#…`). Everything that the page does wrong is collected in `page.mistakes`.
 */
async function open(browser, address, { path = "", ...context } = {}) {
  // What a worker keeps is looked at in tests of its own; elsewhere each file comes from the server.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block", ...context });
  page.setDefaultTimeout(PATIENCE);
  page.mistakes = [];
  page.on("pageerror", (error) => page.mistakes.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.text() === BLOCKED) return;
    if (["error", "warning"].includes(message.type())) page.mistakes.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(address).origin) page.mistakes.push(`asked ${request.url()}`);
  });
  page.on("requestfailed", (request) => page.mistakes.push(`could not load ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) page.mistakes.push(`${response.status()} for ${response.url()}`);
  });
  await page.goto(address + path);
  // Then words have their final widths, too: the type comes with the editor.
  await idle(page);
  return page;
}

/** Waits until the page says that nothing runs and nothing moves; `patience` is in ms. */
export async function idle(page, patience = PATIENCE) {
  await page.waitForFunction(() => document.documentElement.dataset.idle === "true", null, { timeout: patience });
}

/** Presses a key inside the page, so many times, and waits each time until it is at rest. */
export async function press(page, key, times = 1) {
  await page.locator(".shell").focus();
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(key);
    await idle(page);
  }
}

/** Puts a script into the editor in place of the one there, as an edit: it is not run. */
export async function write(page, source) {
  const editor = page.getByRole("textbox", { name: "Python script" });
  await editor.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  // As one input, without the editor's help with indentation.
  await page.keyboard.insertText(source);
}

/** Pastes a script somewhere on the page that is not the editor, which runs it. */
export async function paste(page, source) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
    document.documentElement.dataset.idle = "false";
    document.querySelector(".stage").dispatchEvent(event);
  }, source);
}

/** The script in the editor. */
export async function script(page) {
  const lines = await page.locator(".code-host .cm-line").evaluateAll((lines) =>
    lines.map((line) => [...line.childNodes].filter((node) => !node.classList?.contains("locals")).map((node) => node.textContent).join("")),
  );
  return lines.join("\n");
}
