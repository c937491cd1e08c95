// Makes what lets the built page be installed and work without a network: the manifest, its icons, and the service
// worker with the list of the page's files. A page that Trunk serves while it is worked on gets none of it, and a worker
// in its place that takes away one that was there.

import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.env.TRUNK_STAGING_DIR;
if (!out) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls web/finish.mjs, which calls this");
const kept = process.env.TRUNK_PROFILE === "release";

/** What other pages take from here: not part of the page itself. */
const FOR_OTHERS = /^embed[.-](js|d\.ts|html|page\.js|type\.js|wasm\.js)$/;
/** What this script makes, and what was there before it in a folder that is used again. */
const MADE = /^(worker\.js|manifest\.webmanifest)$/;
const ICONS = ["icon-192.png", "icon-512.png"];
/** The colour behind the page while it opens. */
const BACKGROUND = "#fbfaf7";

const bundle = (entry, define) =>
  build({ entryPoints: { worker: here(entry) }, outdir: out, bundle: true, format: "iife", minify: true, target: ["es2022"], define, logLevel: "warning" });

if (kept) {
  for (const icon of ICONS) copyFileSync(here(`icons/${icon}`), `${out}/${icon}`);
  copyFileSync(here("icon.svg"), `${out}/icon.svg`);
  const manifest = {
    name: "Loopglass",
    description: "See how Python's asyncio works from the inside: step through your own script, forward and back.",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: BACKGROUND,
    theme_color: BACKGROUND,
    icons: [
      { src: "icon.svg", type: "image/svg+xml", sizes: "any" },
      ...ICONS.map((src) => ({ src, type: "image/png", sizes: src.replace(/\D+(\d+)\D+/, "$1x$1"), purpose: "any maskable" })),
    ],
  };
  writeFileSync(`${out}/manifest.webmanifest`, `${JSON.stringify(manifest, null, 2)}\n`);
  const page = readFileSync(`${out}/index.html`, "utf8");
  if (!page.includes("data-worker")) {
    const link = '<link rel="manifest" href="manifest.webmanifest" />';
    writeFileSync(`${out}/index.html`, page.replace("</head>", `${link}</head>`).replace(" data-js=", ' data-worker="worker.js" data-js='));
  }
  const found = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = found.map((entry) => relative(out, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"));
  const files = names.filter((name) => !FOR_OTHERS.test(name) && name !== "worker.js").sort();
  // The page gets its policy after this.
  const version = createHash("sha256").update(readFileSync(here("content-security-policy.txt")));
  for (const file of files.filter((name) => !MADE.test(name))) version.update(`${file}\0`).update(readFileSync(`${out}/${file}`));
  await bundle("js/worker.mjs", { VERSION: JSON.stringify(version.digest("hex").slice(0, 16)), FILES: JSON.stringify(files) });
} else {
  await bundle("js/no-worker.mjs", {});
}
