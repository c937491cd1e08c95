// The Sphinx directive: a site of our own is built by a real Sphinx and read in the browser, with and without
// JavaScript, and built for EPUB, LaTeX and plain text. `cargo xtask test browser` sets Sphinx up; where there is no
// Python to do it with, these tests are left out and say so.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { start } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PYTHON = process.env.LOOPGLASS_SPHINX_PYTHON;
const COMMAND = process.env.LOOPGLASS_COMMAND;
const skip = PYTHON && COMMAND ? false : "Sphinx is not set up: `cargo xtask test browser` does it where there is a Python";

let folder;
let site;
let course;
before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), "loopglass-sphinx-"));
  site = await start();
  assert.equal(await build("html"), "");
  // Below some folder of some host, under a policy that names no other. The frames' files are under it too.
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; frame-src 'self'";
  course = await serve({ folder: join(folder, "html"), prefix: "/docs/", policy });
});
after(async () => {
  await course?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** Builds the site and gives what Sphinx warned of. */
async function build(builder, { source = here("../../integrations/sphinx/tests/page"), command = COMMAND, options = [] } = {}) {
  const args = ["-m", "sphinx", "-q", "-b", builder, "-d", join(folder, `doctrees-${builder}`)];
  const set = { loopglass_assets: here("../../dist"), loopglass_command: command, copyright: "nobody", version: "1" };
  for (const [name, value] of Object.entries(set)) args.push("-D", `${name}=${value}`);
  const env = { ...process.env, PYTHONPATH: here("../../integrations/sphinx"), PYTHONDONTWRITEBYTECODE: "1" };
  const { stderr } = await promisify(execFile)(PYTHON, [...args, ...options, source, join(folder, builder)], { env });
  return stderr;
}

async function latex() {
  const name = (await readdir(join(folder, "latex"))).find((name) => name.endsWith(".tex"));
  return readFile(join(folder, "latex", name), "utf8");
}

async function open(path, options) {
  const page = await site.browser.newPage({ viewport: { width: 900, height: 800 }, ...options });
  page.mistakes = [];
  page.on("pageerror", (error) => page.mistakes.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(course.address).origin) page.mistakes.push(`asked ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.heard = [];
    for (const name of ["ready", "error"]) {
      addEventListener(name, ({ target, detail }) => target.localName === "loop-glass" && heard.push({ name, ...detail, at: detail.at ?? "" }), true);
    }
  });
  await page.goto(course.address + path);
  return page;
}

test("each of the five programs is stepped through in its page", { skip }, async () => {
  const page = await open("index.html");
  for (const [index, element] of (await page.locator("loop-glass").all()).entries()) {
    await element.scrollIntoViewIfNeeded();
    await page.waitForFunction((count) => window.heard.length >= count, index + 1);
  }
  assert.deepEqual(await page.evaluate(() => heard.filter(({ name }) => name === "error")), []);
  const hello = page.frames().find((frame) => frame.url().includes("theme=dark"));
  assert.equal(await hello.locator("html").getAttribute("data-theme"), "dark");
  assert.deepEqual(await hello.locator(".code-host .cm-line").first().textContent(), "import asyncio");
  assert.equal(await page.locator("iframe[title='Two greetings']").count(), 1);
  assert.equal(await page.locator("loop-glass img:visible, loop-glass pre:visible").count(), 0);
  assert.deepEqual(page.mistakes, []);
  const second = await open("second.html");
  await second.locator(".wide").scrollIntoViewIfNeeded();
  // Not with the mouse: the program above takes its room just when a pointer would be over the button.
  await second.getByRole("button", { name: "Step through this program" }).evaluate((button) => button.click());
  await second.waitForFunction(() => window.heard.length === 2);
  assert.equal(await second.locator("iframe").count(), 2);
  const plain = await open("plain.html");
  assert.equal(await plain.locator("script[src*=embed]").count(), 0);
  await Promise.all([page.close(), second.close(), plain.close()]);
});

test("without JavaScript each is a picture of its moment", { skip }, async () => {
  for (const [path, count] of [["index.html", 3], ["second.html", 2]]) {
    const page = await open(path, { javaScriptEnabled: false });
    const pictures = page.locator("loop-glass img");
    assert.equal(await pictures.count(), count);
    for (const picture of await pictures.all()) {
      assert.ok((await picture.boundingBox()).height > 200);
      assert.match(await picture.getAttribute("alt"), /./);
    }
    await page.close();
  }
  const pictures = join(folder, "html", "_images");
  const svgs = await Promise.all((await readdir(pictures)).map((name) => readFile(join(pictures, name), "utf8")));
  assert.equal(svgs.length, 5);
  assert.ok(svgs.some((svg) => svg.includes("hello, {name} &amp; &lt;others&gt;")));
  assert.ok(svgs.every((svg) => !svg.includes("<script")));
});

test("an EPUB holds the pictures, LaTeX and plain text the programs", { skip }, async () => {
  assert.equal(await build("epub"), "");
  assert.match(await readFile(join(folder, "epub", "index.xhtml"), "utf8"), /<img[^>]*_images\/\w+\.svg/);
  // The book is an archive with the pictures in it, each a drawing that a reader can parse.
  const book = (await readdir(join(folder, "epub"))).find((name) => name.endsWith(".epub"));
  const list = "import sys, zipfile, xml.dom.minidom as m\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist():\n    if n.endswith('.svg'): print(m.parseString(z.read(n)).documentElement.getAttribute('viewBox'))";
  const { stdout } = await promisify(execFile)(PYTHON, ["-c", list, join(folder, "epub", book)]);
  assert.equal(stdout.trim().split("\n").length, 5);
  for (const box of stdout.trim().split("\n")) assert.match(box, /^0 0 960 \d+$/);
  // Without anything that converts, LaTeX gets the programs, and a note.
  const none = { options: ["-D", "loopglass_converter=", "-D", "html_baseurl=https://example.org/course/"] };
  assert.match(await build("latex", none), /programs stand in place of their pictures, .* rsvg-convert/);
  const text = await latex();
  assert.match(text, /TaskGroup/);
  assert.match(text, /The program “gather” of Loopglass can be stepped through in the web version/);
  assert.match(text, /https:\/\/example\.org\/course\/index\.html/);
  assert.doesNotMatch(text, /includegraphics/);
  await build("text");
  assert.match(await readFile(join(folder, "text", "second.txt"), "utf8"), /create_task\(asyncio\.sleep\(1, "done"\)\)/);
});

test("where something converts drawings, LaTeX gets pictures that are there", { skip }, async () => {
  // The converter of this test is the browser: not every machine has another.
  const convert = `"${process.execPath}" "${here("support/to-pdf.mjs")}" {svg} {pdf}`;
  assert.equal(await build("latex", { options: ["-E", "-D", `loopglass_converter=${convert}`] }), "");
  const text = await latex();
  const pictures = [...text.matchAll(/includegraphics\{\{(\w+)\}\.pdf\}/g)].map(([, name]) => name);
  assert.equal(pictures.length, 5, text);
  for (const name of pictures) assert.match(await readFile(join(folder, "latex", `${name}.pdf`), "latin1"), /^%PDF-/);
  assert.doesNotMatch(text, /can be stepped through/);
  const failing = `"${process.execPath}" -e "process.exit(3)"`;
  assert.match(await build("latex", { options: ["-E", "-D", `loopglass_converter=${failing}`] }), /could not convert a picture/);
});

test("a program that is not Python, and a command that is missing, are warnings at their places", { skip }, async () => {
  const source = join(folder, "broken");
  await cp(here("../../integrations/sphinx/tests/page"), source, { recursive: true });
  await writeFile(join(source, "plain.rst"), ":orphan:\n\nBroken\n======\n\n.. loopglass::\n\n   def broken(:\n       pass\n");
  const warned = await build("html", { source, options: ["-E"] });
  assert.match(warned, /plain\.rst:6: WARNING: loopglass: no picture is drawn:[^]*SyntaxError/);
  assert.match(await readFile(join(folder, "html", "plain.html"), "utf8"), /class="highlight-python/);
  assert.match(await build("html", { source, command: "no-such-command", options: ["-E"] }), /`no-such-command` cannot be run/);
});
