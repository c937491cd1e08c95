// Compares what a page looks like with a picture that is checked in. Both are halved first, by averaging: what differs
// by how a machine smooths the edges of letters is gone then, and what has moved or changed its colour is not.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const BASELINES = fileURLToPath(new URL("../screenshots/", import.meta.url));
const FAILURES = fileURLToPath(new URL("../../../target/screenshots/", import.meta.url));

/** How much a pixel may differ, from 0 to 1, and how many of all may differ by more. */
const TOLERANCE = 0.12;
const SHARE = 0.002;

/**
 * What is wrong with the page's looks, or null. With `LOOPGLASS_BLESS` set, the picture is written instead.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} name
 */
export async function differs(page, name) {
  if (!(await page.evaluate(() => document.fonts.check("600 14px Inter") && document.fonts.check("13px 'JetBrains Mono'")))) {
    return `${name}: the page's own type is not there`;
  }
  const now = halved(PNG.sync.read(await page.screenshot({ animations: "disabled", caret: "hide" })));
  const baseline = `${BASELINES}${name}.png`;
  if (process.env.LOOPGLASS_BLESS) {
    mkdirSync(BASELINES, { recursive: true });
    writeFileSync(baseline, PNG.sync.write(now, { colorType: 2, deflateLevel: 9 }));
    return null;
  }
  if (!existsSync(baseline)) return `${name}: there is no picture to compare with`;
  const expected = PNG.sync.read(readFileSync(baseline));
  const { width, height } = expected;
  if (width !== now.width || height !== now.height) return `${name}: ${now.width}×${now.height} instead of ${width}×${height}`;
  const difference = new PNG({ width, height });
  const count = pixelmatch(expected.data, now.data, difference.data, width, height, { threshold: TOLERANCE });
  if (count <= width * height * SHARE) return null;
  mkdirSync(FAILURES, { recursive: true });
  for (const [kind, picture] of Object.entries({ now, expected, difference })) {
    writeFileSync(`${FAILURES}${name}-${kind}.png`, PNG.sync.write(picture));
  }
  return `${name}: ${count} of ${width * height} pixels differ; see target/screenshots/${name}-*.png`;
}

/** The picture at half its size: each pixel is the mean of four. */
function halved(picture) {
  const half = new PNG({ width: picture.width >> 1, height: picture.height >> 1 });
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const at = (dx, dy) => ((2 * y + dy) * picture.width + 2 * x + dx) * 4;
      const corners = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)];
      for (let channel = 0; channel < 4; channel += 1) {
        const sum = corners.reduce((total, corner) => total + picture.data[corner + channel], 0);
        half.data[(y * half.width + x) * 4 + channel] = (sum + 2) >> 2;
      }
    }
  }
  return half;
}
