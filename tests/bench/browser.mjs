// Runs the programs of a folder in the built page and on Pyodide, in one Chromium, and prints on stderr how many
// milliseconds each took (`NAME.page 12.3` and `NAME.pyodide 45.6`), how long it then takes to move about in the run
// (`NAME.seek_median`, `NAME.step_p99` ...), and first of all how long both take to open. `cargo xtask bench` calls it.

import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { idle, paste, start } from "../browser/support/page.mjs";
import * as moving from "./moving.mjs";
import * as pyodide from "./pyodide.mjs";

/** The programs that wait in real time on CPython. */
const WAITING = ["watcher"];
/** How often both are opened: the best counts. */
const OPENINGS = 5;
/** How long a program may take, in milliseconds. */
const PATIENCE = 600_000;
/** The page's limits are for visitors; a bench runs to the end. */
const LIMITS = "# loopglass: steps=100_000_000_000 events=50_000_000\n";

const say = (name, figure) => process.stderr.write(`${name} ${figure}\n`);

async function inThePage(site, name, source) {
  const page = await site.open();
  page.setDefaultTimeout(PATIENCE);
  const begin = await page.evaluate(() => performance.now());
  await paste(page, LIMITS + source);
  await idle(page, PATIENCE);
  say(`${name}.page`, (await page.evaluate(() => performance.now())) - begin);
  await page.locator(".shell").focus();
  await page.keyboard.press("End");
  await idle(page, PATIENCE);
  const printed = (await page.locator(".console-text").allTextContents()).join("\n");
  const { seek, step } = await moving.moving(page);
  for (const [kind, { median, p99 }] of Object.entries({ seek, step })) {
    say(`${name}.${kind}_median`, median);
    say(`${name}.${kind}_p99`, p99);
  }
  await page.close();
  return printed;
}

async function openings(site, address) {
  const times = { page: [], pyodide: [] };
  for (let time = 0; time < OPENINGS; time += 1) {
    times.page.push(await moving.opening(site.browser, site.address));
    times.pyodide.push(await pyodide.opening(site.browser, address));
  }
  for (const [who, list] of Object.entries(times)) say(`opening.${who}`, Math.min(...list));
}

const folder = process.argv[2];
const site = await start();
const server = await pyodide.serve();
try {
  await openings(site, server.address);
  const other = await site.browser.newPage();
  other.setDefaultTimeout(0);
  await other.goto(server.address);
  for (const file of readdirSync(folder).sort()) {
    const name = basename(file, ".py");
    const source = readFileSync(join(folder, file), "utf8");
    const printed = await inThePage(site, name, source);
    if (WAITING.includes(name)) continue;
    const theirs = await pyodide.run(other, source);
    say(`${name}.pyodide`, theirs.ms);
    if (printed.trim() !== theirs.printed.trim()) {
      console.error(`${name} prints ${JSON.stringify(printed)} in the page and ${JSON.stringify(theirs.printed)} on Pyodide`);
      process.exitCode = 1;
    }
  }
} finally {
  server.close();
  await site.close();
}
