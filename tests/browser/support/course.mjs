// Pages of another origin that embed programs, under a policy as strict as theirs can be. What the elements report is
// collected in `window.heard`.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { start } from "./page.mjs";
import { serve } from "./server.mjs";

const LISTEN = `
window.heard = [];
for (const name of ["ready", "step", "end", "error"])
  addEventListener(name, ({ target, detail }) => target.localName === "loop-glass" && heard.push({ id: target.id, name, ...detail }), true);
`;

/**
 * Serves a folder with these files; each `.html` is the body of a page that loads the element.
 *
 * @param {{ address: string, browser: import("playwright-core").Browser }} site
 * @param {Record<string, string>} files
 */
export async function course(site, files) {
  const folder = await mkdtemp(join(tmpdir(), "loopglass-course-"));
  for (const [name, text] of Object.entries({ ...files, "listen.js": LISTEN, "favicon.ico": "" })) {
    const head = `<meta charset="utf-8" /><title>A course</title><script src="listen.js"></script><script src="${site.address}embed.js"></script>`;
    const whole = name.endsWith(".html") ? `<!doctype html><html lang="en"><head>${head}</head><body>${text}</body></html>` : text;
    await writeFile(join(folder, name), whole);
  }
  const { origin } = new URL(site.address);
  const policy = `default-src 'none'; script-src 'self' ${origin}; frame-src 'self' ${origin}; connect-src 'self'; img-src 'self'`;
  const server = await serve({ folder, prefix: "/", policy });
  return {
    /** Opens a page; what goes wrong in it is in `page.mistakes`. */
    async open(path, options) {
      const page = await site.browser.newPage({ viewport: { width: 1100, height: 700 }, ...options });
      page.mistakes = [];
      page.on("pageerror", (error) => page.mistakes.push(error.message));
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) page.mistakes.push(message.text());
      });
      await page.goto(server.address + path);
      return page;
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What an element has reported, once it has. */
export async function heard(page, id, name) {
  const found = await page.waitForFunction(([id, name]) => window.heard.find((it) => it.id === id && it.name === name), [id, name]);
  return found.jsonValue();
}

/** The inside of an element's frame. */
export const inside = (page, id) => page.locator(`#${id} iframe`).contentFrame();

/** Does something to an element, after which it reports anew. */
export async function change(page, id, change, argument, name = "ready") {
  await page.evaluate(
    ([id, change, argument]) => {
      window.heard = window.heard.filter((it) => it.id !== id);
      const element = document.getElementById(id);
      if (change in element && typeof element[change] === "function") element[change](argument);
      else if (argument === null) element.removeAttribute(change);
      else element.setAttribute(change, argument);
    },
    [id, change, argument],
  );
  return heard(page, id, name);
}

/**
 * A course of these files that is there while the tests of a file run.
 *
 * @param {Record<string, string>} files
 */
export function during(files) {
  let site;
  let pages;
  before(async () => {
    site = await start();
    pages = await course(site, files);
  });
  after(async () => {
    await pages?.close();
    await site?.close();
  });
  return { open: (path, options) => pages.open(path, options) };
}
