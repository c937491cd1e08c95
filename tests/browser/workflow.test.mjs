// The workflow that builds, tests and publishes: read by a parser of YAML, and held against what it calls.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const workflow = parse(read(".github/workflows/pages.yml"), { strict: true, uniqueKeys: true });
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

test("it runs where it should, with no more rights than it needs", () => {
  assert.deepEqual(Object.keys(workflow.on).sort(), ["pull_request", "push"]);
  assert.deepEqual(workflow.on.push.branches, ["main"]);
  assert.deepEqual(workflow.permissions, { contents: "read" });
  const { test: tests, publish } = workflow.jobs;
  assert.equal(publish.needs, "test");
  assert.equal(publish.if, "github.ref == 'refs/heads/main'");
  assert.deepEqual(publish.permissions, { pages: "write", "id-token": "write" });
  assert.equal(publish.environment.name, "github-pages");
  const [deploy] = publish.steps;
  assert.equal(publish.environment.url, `\${{ steps.${deploy.id}.outputs.page_url }}`);
  for (const job of [tests, publish]) assert.match(job["runs-on"], /^ubuntu-/);
});

test("each step is an action at a version, or a command that there is", () => {
  const help = read("crates/xtask/src/main.rs");
  for (const { uses, run } of steps) {
    if (uses) assert.match(uses, /^actions\/[\w-]+@v\d+$/);
    else {
      const [, command] = /^cargo xtask (\w+)$/.exec(run);
      assert.match(help, new RegExp(`^  ${command} `, "m"));
    }
  }
});

test("what it publishes is where the build leaves it", () => {
  const [pages] = steps.filter(({ uses }) => uses?.startsWith("actions/upload-pages-artifact"));
  assert.equal(pages.with.path, "dist");
  assert.equal(pages.if, "github.ref == 'refs/heads/main'");
  const [archive] = steps.filter(({ uses }) => uses?.startsWith("actions/upload-artifact"));
  const [, folder] = /const FOLDER: &str = "([^"]+)"/.exec(read("crates/xtask/src/release.rs"));
  assert.equal(archive.with.path, `${folder}/*.tar.gz`);
  // Both are made by a step before theirs, under the same condition or none.
  const at = (part) => steps.findIndex(({ run }) => run === part);
  assert.ok(at("cargo xtask test") < steps.indexOf(pages) && at("cargo xtask release") < steps.indexOf(archive));
  assert.equal(steps[at("cargo xtask test")].if, undefined);
  assert.equal(steps[at("cargo xtask release")].if, archive.if);
});

test("what it keeps between two runs is there", () => {
  const [{ with: kept }] = steps.filter(({ uses }) => uses?.startsWith("actions/cache"));
  const files = [...kept.key.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  assert.deepEqual(files, ["Cargo.lock", "package-lock.json"]);
  for (const file of files) assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), file);
  assert.deepEqual(kept.path.trim().split("\n"), ["~/.cargo/registry", ".tools", "target"]);
});
