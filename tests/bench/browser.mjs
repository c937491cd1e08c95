// Runs the programs of a folder in the built page and on Pyodide, in one Chromium, and prints on stderr how many
// milliseconds each took (`NAME.page 12.3` and `NAME.pyodide 45.6`) and how many its first run in a new page
// (`NAME.page_first`), how long it then takes to move about in the run (`NAME.seek_median`, `NAME.step_p99` ...), and
// first of all how long both take to open. `cargo xtask bench` calls it.

import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { idle, paste, start } from "../browser/support/page.mjs";
import * as moving from "./moving.mjs";
import * as pyodide from "./pyodide.mjs";

/** The programs that wait in real time on CPython. */
const WAITING = ["watcher"];
/** How often both are opened: the best counts. */
const OPENINGS = 10;
/** How often each program runs, in the page and on Pyodide: the best counts, since both compile what has become hot. */
const RUNS = 3;
/** How long a program may take, in milliseconds. */
const PATIENCE = 600_000;
/** The page's limits are for visitors; a bench runs to the end. */
const LIMITS = "# loopglass: steps=100_000_000_000 events=50_000_000\n";

const say = (name, figure) => process.stderr.write(`${name} ${figure}\n`);

/** Shows the program in a new page. */
async function opened(site) {
  const page = await site.open();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Milliseconds from starting the run in the page until the page is at rest, both by its own clock, as with Pyodide. */
async function inThePage(page, source, run) {
  await page.evaluate(() => {
    const root = document.documentElement;
    globalThis.took = new Promise((done) => {
      const begins = () => {
        const begin = performance.now();
        const observer = new MutationObserver(() => {
          if (root.dataset.idle !== "true") return;
          observer.disconnect();
          done(performance.now() - begin);
        });
        observer.observe(root, { attributes: true, attributeFilter: ["data-idle"] });
      };
      document.addEventListener("paste", begins, { capture: true, once: true });
    });
  });
  await paste(page, `${LIMITS}${source}\n# run ${run}\n`);
  return page.evaluate(() => globalThis.took);
}

/** What the run in the page printed, read at its end. */
async function printedIn(page) {
  await page.locator(".shell").focus();
  await page.keyboard.press("End");
  await idle(page, PATIENCE);
  return (await page.locator(".console-text").allTextContents()).join("\n");
}

async function one(site, python, name, source) {
  const page = await opened(site);
  const times = { page: [], pyodide: [] };
  let expected;
  for (let run = 1; run <= RUNS; run += 1) {
    times.page.push(await inThePage(page, source, run));
    if (WAITING.includes(name)) continue;
    const { ms, printed } = await pyodide.run(python, source);
    times.pyodide.push(ms);
    expected = printed.trim();
  }
  for (const [who, list] of Object.entries(times)) if (list.length > 0) say(`${name}.${who}`, Math.min(...list));
  // Pyodide's page has run other programs before; ours is new.
  say(`${name}.page_first`, times.page[0]);
  const printed = (await printedIn(page)).trim();
  for (const [kind, { median, p99 }] of Object.entries(await moving.moving(page))) {
    say(`${name}.${kind}_median`, median);
    say(`${name}.${kind}_p99`, p99);
  }
  await page.close();
  if (expected !== undefined && printed !== expected) {
    console.error(`${name} prints ${JSON.stringify(printed)} in the page and ${JSON.stringify(expected)} on Pyodide`);
    process.exitCode = 1;
  }
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
    await one(site, other, basename(file, ".py"), readFileSync(join(folder, file), "utf8"));
  }
} finally {
  server.close();
  await site.close();
}
