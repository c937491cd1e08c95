// Makes a PDF of a drawing, with the browser of the tests: `node to-pdf.mjs picture.svg picture.pdf`.

import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const [svg, pdf] = process.argv.slice(2);
const drawing = await readFile(svg, "utf8");
const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(drawing);
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROME, args });
const page = await browser.newPage();
await page.setContent(`<style>body { margin: 0 }</style>${drawing}`);
await page.pdf({ path: pdf, width: `${width}px`, height: `${height}px` });
await browser.close();
