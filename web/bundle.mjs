// Bundles the page's own scripts with esbuild into the folder that Trunk is building; Trunk.toml calls it.
// `boot.mjs` is loaded with the page and stays small; the others are loaded when they are wanted.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.env.TRUNK_STAGING_DIR;
if (!out) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls this script");

const { metafile } = await build({
  entryPoints: {
    boot: here("js/boot.mjs"),
    editor: here("js/editor/main.mjs"),
    picture: here("js/picture.mjs"),
    embedding: here("js/embedding.mjs"),
  },
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  metafile: true,
  logLevel: "warning",
});

// For the pages that embed this one: a classic script, which any page may load from any host.
await build({
  entryPoints: { embed: here("js/embed.mjs") },
  outdir: out,
  bundle: true,
  format: "iife",
  minify: true,
  target: ["es2022"],
  logLevel: "warning",
});

writeFileSync(`${out}/guides.mjs`, `export default ${JSON.stringify(guides())};\n`);
writeFileSync(`${out}/licences.txt`, licences(Object.keys(metafile.inputs)));

/** The texts that are read beside the scenarios, by the ids of those. */
function guides() {
  const folder = here("../crates/scenarios/guides/");
  return Object.fromEntries(readdirSync(folder).sort().map((file) => [file.replace(/\.txt$/, ""), readFileSync(folder + file, "utf8")]));
}

/** The licence of every npm package that something was taken from. */
function licences(inputs) {
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const texts = [...new Set(names)].filter(Boolean).sort().map((name) => {
    const folder = here(`../node_modules/${name}`);
    const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, "utf8").trim() : ""}\n`;
  });
  return `The scripts of this page hold parts of these packages.\n\n${texts.join("\n\n")}`;
}
