// A small static file server for the built site, under a sub-path and a strict content security policy.
// It stands for the plainest host that the site must work on: no rewriting, no compression, no guessing.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".py": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** What the page may do when its host is strict: no more than its own policy allows. */
const POLICY = new URL("../../../web/content-security-policy.txt", import.meta.url);

/**
 * Serves a folder under a prefix such as `/some/course/`, on a free port of this machine.
 *
 * @param {{ folder: string, prefix?: string, policy?: string }} options `policy` is the site's own unless given.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} `address` ends with the prefix.
 */
export async function serve({ folder, prefix = "/some/course/", policy }) {
  const top = resolve(folder);
  policy ??= (await readFile(POLICY, "utf8")).trim();
  const server = createServer((request, response) => {
    answer({ top, prefix, policy }, request, response).catch(() => response.destroy());
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", done);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

async function answer({ top, prefix, policy }, request, response) {
  const { pathname } = new URL(request.url, "http://host");
  const file = pathname.startsWith(prefix) ? await fileFor(top, pathname.slice(prefix.length)) : null;
  if (file === null) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(`There is no ${pathname} here.\n`);
    return;
  }
  const body = await readFile(file);
  response.writeHead(200, {
    "Cache-Control": "no-store",
    "Content-Length": body.length,
    "Content-Security-Policy": policy,
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The file for a path below the prefix, or null; a folder stands for its index.html. */
async function fileFor(top, path) {
  let file;
  try {
    file = resolve(top, decodeURIComponent(path));
    if (file !== top && !file.startsWith(top + sep)) return null;
    if ((await stat(file)).isDirectory()) file = resolve(file, "index.html");
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
