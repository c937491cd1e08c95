// Runs random programs on CPython and on Loopglass and tells where they part. A seed that parts them is worth
// keeping: `random-seeds.txt` holds those that did, and they are always run first.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareAll } from "./compare.mjs";
import { randomProgram } from "./random-wide.mjs";

const KEPT = join(dirname(fileURLToPath(import.meta.url)), "../random-seeds.txt");

/** At how many other places in memory a program that parts them is run. */
const SCATTERS = 6;

function keptSeeds() {
  if (!existsSync(KEPT)) return [];
  return readFileSync(KEPT, "utf8").split(/\s+/).filter((word) => /^\d+$/.test(word)).map(Number);
}

/** Runs the kept seeds and `count` new ones from `first`; the exit status is 1 where one parts the two. */
export async function runRandom(count, first) {
  const fresh = Array.from({ length: count }, (_, index) => first + index);
  const seeds = [...new Set([...keptSeeds(), ...fresh])];
  const scripts = seeds.map((seed) => ({ seed, name: `random_${seed}.py`, source: randomProgram(seed) }));
  const tell = ({ seed }, where) => console.log(`seed ${seed}: ${where}`);
  const parted = await compareAll(scripts, tell, SCATTERS);
  console.log(`${seeds.length} random programs, ${parted} differ; their texts are in target/compared`);
  return parted > 0 ? 1 : 0;
}
