// Makes the page that stands inside a frame of other pages, of the page that Trunk has built: embed.html, one
// script with everything, and one with the WebAssembly as text. `js/embed-boot.mjs` says why.

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.env.TRUNK_STAGING_DIR;
if (!out) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls this script");

const page = readFileSync(`${out}/index.html`, "utf8");
const [, bindings] = /data-js="([^"]+)"/.exec(page);
const [, wasm] = /data-wasm="([^"]+)"/.exec(page);
const [, executor] = /data-executor="([^"]+)"/.exec(page) ?? [];
// Fonts are files from elsewhere, too, which the frame may not load: there the system's own type does.
const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href).filter((href) => !href.includes("type-"));

await build({
  entryPoints: { "embed-page": here("js/embed-boot.mjs") },
  alias: { "loopglass-bindings": `${out}/${bindings}` },
  outdir: out,
  bundle: true,
  format: "iife",
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  logLevel: "error",
  // The bindings look for their WebAssembly beside themselves, unless they are given it.
  define: { "import.meta.url": "location.href" },
});
const text = (file) => JSON.stringify(readFileSync(`${out}/${file}`).toString("base64"));
const both = executor ? `loopglassExecutor=${text(executor)};\n` : "";
writeFileSync(`${out}/embed-wasm.js`, `loopglassWasm=${text(wasm)};\n${both}`);
writeFileSync(
  `${out}/embed.html`,
  `<!doctype html>
<html lang="en" data-embed="true">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Loopglass</title>
${sheets.map((href) => `    <link rel="stylesheet" href="${href}" />`).join("\n")}
    <script src="embed-wasm.js" defer></script>
    <script src="embed-page.js" defer></script>
  </head>
  <body></body>
</html>
`,
);
copyFileSync(here("js/embed.d.ts"), `${out}/embed.d.ts`);
