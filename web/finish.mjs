// What is done with the built page before it is used; Trunk.toml calls it. In a release the WebAssembly is split in
// two and optimised, the run is recorded that the page opens with, and its style sheets become one. Then the page for frames
// is made of it all, and what the page needs to work without a network.

import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { parts } from "./split.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.env.TRUNK_STAGING_DIR;
if (!out) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls this script");
const target = process.env.CARGO_TARGET_DIR ?? here("../target");

/**
 * Both parts are made quick. The one that is waited for keeps its functions apart, too: put into their only caller they are
 * fewer bytes, but of a kind that compresses far worse.
 */
const FIRST = ["-O3", "--one-caller-inline-max-function-size=20"];
const EXECUTOR = ["-O3"];
/** Prints the packed trace of the scenario that the page opens with. */
const RECORD = ["run", "--quiet", "--locked", "--package", "loopglass-cli", "--example", "record"];

if (process.env.TRUNK_PROFILE === "release") {
  const page = readFileSync(`${out}/index.html`, "utf8");
  const [, wasm] = /data-wasm="([^"]+)"/.exec(page);
  const executor = wasm.replace("_bg.wasm", "_executor.wasm");
  const linked = readFileSync(`${target}/wasm32-unknown-unknown/release/loopglass-web.wasm`);
  const [first, second] = parts(linked, readFileSync(`${out}/${wasm}`));
  const [recorded] = await Promise.all([
    run("cargo", RECORD),
    optimise(first, `${out}/${wasm}`, FIRST),
    optimise(second, `${out}/${executor}`, EXECUTOR),
  ]);
  complain(await WebAssembly.compile(readFileSync(`${out}/${executor}`)));
  writeFileSync(`${out}/recorded.bin`, recorded);
  writeFileSync(`${out}/index.html`, early(await inOneSheet(announced(page, executor))));
  await minify(/data-js="([^"]+)"/.exec(page)[1]);
}
await import("./embed.mjs");
await import("./offline.mjs");

/** Has binaryen's `wasm-opt` write a module, without the names that it needed. */
function optimise(module, path, options) {
  writeFileSync(path, module);
  return run("wasm-opt", [path, "-o", path, ...options, "--strip-debug", "--strip-producers"]);
}

/** Runs a program and gives what it prints. */
function run(program, arguments_) {
  const options = { cwd: here(".."), stdio: ["ignore", "pipe", "inherit"], shell: process.platform === "win32" };
  const child = spawn(program, arguments_, options);
  const printed = [];
  child.stdout.on("data", (chunk) => printed.push(chunk));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (status) => (status === 0 ? done(Buffer.concat(printed)) : failed(new Error(`${program} ended with ${status}`))));
  });
}

/** The executor may take from the page what it shares with it, and nothing of the browser's. */
function complain(module) {
  const others = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "function");
  if (others.length > 0) throw new Error(`the executor calls ${others.map(({ name }) => name).join(", ")}`);
}

/**
 * The page with one style sheet for all but that of the type, whose files frames may not load. Browsers ask an older host
 * for six files at a time: with a dozen style sheets the WebAssembly would wait for its turn.
 */
async function inOneSheet(page) {
  const all = [...page.matchAll(/\s*<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>/g)].filter(([, name]) => !name.startsWith("type-"));
  // What only a frame needs is linked to there (`embed.mjs`), and what is not needed at first is added by the page (`js/boot.mjs`).
  const links = all.filter(([, name]) => !/^(embed|later)-/.test(name));
  const whole = links.map(([, name]) => readFileSync(`${out}/${name}`, "utf8")).join("\n");
  const { code } = await transform(whole, { loader: "css", minify: true, charset: "utf8", target: "esnext" });
  const name = `page-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.css`;
  const integrity = `sha384-${createHash("sha384").update(code).digest("base64")}`;
  writeFileSync(`${out}/${name}`, code);
  const [[last]] = links.slice(-1);
  const sheet = `<link rel="stylesheet" href="./${name}" integrity="${integrity}"/>`;
  for (const [, apart] of all.filter((link) => !links.includes(link))) {
    const { code } = await transform(readFileSync(`${out}/${apart}`, "utf8"), { loader: "css", minify: true, charset: "utf8", target: "esnext" });
    writeFileSync(`${out}/${apart}`, code);
  }
  const [, later] = all.find(([, name]) => name.startsWith("later-"));
  const merged = all
    .reduce((rest, [link]) => rest.replace(link, link === last ? `\n    ${sheet}` : ""), page)
    .replace(" data-wasm=", ` data-later="${later}" data-wasm=`);
  for (const [, old] of links) rmSync(`${out}/${old}`);
  return merged;
}

/** Has the bindings to the WebAssembly without comments and long names. */
async function minify(bindings) {
  const text = readFileSync(`${out}/${bindings}`, "utf8");
  const { code } = await transform(text, { loader: "js", format: "esm", minify: true, charset: "utf8", target: "es2022" });
  writeFileSync(`${out}/${bindings}`, code);
}

/** The page with what takes longest to load and to compile asked for first. */
function early(page) {
  const wanted = page.match(/<link rel="(modulepreload|preload)"[^>]*>/g);
  const rest = wanted.reduce((left, link) => left.replace(link, ""), page);
  return rest.replace("<link ", `${wanted.join("\n    ")}\n    <link `);
}

/** The page with what its first script must know. */
function announced(page, executor) {
  const recorded = '<link rel="preload" href="./recorded.bin" as="fetch" crossorigin>';
  return page
    .replace(/(<script [^>]*data-wasm="[^"]+")/, `$1 data-executor="${executor}" data-recorded="recorded.bin"`)
    .replace("</head>", `${recorded}</head>`);
}
