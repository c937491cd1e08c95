// Makes the page that stands inside a frame of other pages, of the page that Trunk has built: embed.html, one script with
// everything, and two with the WebAssembly and the fonts as text. `js/embed-boot.mjs` says why. preview.html is the same
// for the page's own dialog: it takes the files that the page has, and so needs no network.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.env.TRUNK_STAGING_DIR;
if (!out) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls this script");

const page = readFileSync(`${out}/index.html`, "utf8");
const [, bindings] = /data-js="([^"]+)"/.exec(page);
const [, wasm] = /data-wasm="([^"]+)"/.exec(page);
const [, executor] = /data-executor="([^"]+)"/.exec(page) ?? [];
// The sheet with the fonts loads files of its own, which the frame may not.
const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href).filter((href) => !href.includes("type-"));
// In a release the page goes without the sheet for frames, and adds another one later.
const apart = (pattern) => `./${readdirSync(out).find((name) => pattern.test(name))}`;
const frames = apart(/^embed-[0-9a-f]+\.css$/);
const isApart = !sheets.includes(frames);
if (isApart) sheets.push(apart(/^later-[0-9a-f]+\.css$/), frames);

await build({
  entryPoints: { "embed-page": here("js/embed-boot.mjs"), "embed-type": here("js/embed-type.mjs") },
  alias: { "loopglass-bindings": `${out}/${bindings}` },
  outdir: out,
  bundle: true,
  format: "iife",
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  logLevel: "error",
  // The bindings look for their WebAssembly beside themselves, unless they are given it.
  define: { "import.meta.url": "location.href", LOOPGLASS_FONTS: JSON.stringify(fonts()) },
});
const text = (file) => JSON.stringify(deflateRawSync(readFileSync(`${out}/${file}`), { level: 9 }).toString("base64"));
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
    <script src="embed-type.js" defer></script>
    <script src="embed-wasm.js" defer></script>
    <script src="embed-page.js" defer></script>
  </head>
  <body></body>
</html>
`,
);
const framed = isApart ? page.replace("</head>", `<link rel="stylesheet" href="${frames}"/></head>`) : page;
const own = framed.replace("<html ", '<html data-embed="true" ');
if (own === framed) throw new Error("index.html has no <html lang>: preview.html cannot be made of it");
// A worker of its own is not needed: the page's serves it.
writeFileSync(`${out}/preview.html`, own.replace(/<link rel="manifest"[^>]*>/, "").replace(/ data-worker="[^"]*"/, ""));
copyFileSync(here("js/embed.d.ts"), `${out}/embed.d.ts`);

/** What the sheet with the fonts says of each, with its file as text. */
function fonts() {
  const sheet = readFileSync(here("styles/type.css"), "utf8");
  const faces = [...sheet.matchAll(/@font-face \{([^}]*)\}/g)].map(([, rules]) => rules);
  return faces.filter((rules) => rules.includes("url(")).map((rules) => {
    const rule = (name) => new RegExp(`${name}: ([^;]*);`).exec(rules)[1];
    const path = /url\("([^"]+)"\)/.exec(rules)[1];
    return {
      family: JSON.parse(rule("font-family")),
      weight: rule("font-weight"),
      unicodeRange: rule("unicode-range"),
      file: readFileSync(here(path)).toString("base64"),
    };
  });
}
