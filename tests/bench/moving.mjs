// How long the page takes to open, and to move about in a run: from what a person does to the painted frame.

/** How many places are sought, and how many steps are taken. */
const SEEKS = 200;
const STEPS = 200;

/** Milliseconds from navigation until the first step is painted, in a fresh profile. */
export async function opening(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(0);
  await page.addInitScript(() => {
    const look = () => {
      if (Number(document.documentElement?.dataset.events) > 0 && document.querySelector(".ladder-row")) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (window.shown = performance.now());
        port2.postMessage(0);
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  const shown = await page.waitForFunction(() => window.shown);
  const ms = await shown.jsonValue();
  await page.close();
  return ms;
}

/**
 * Moves about in the run that the page shows. `seek` is from the beginning of a frame to the end of the same, painted:
 * a place on the scrubber, in a fixed order of random places. `step` is what one step on takes of scripts, as Chromium
 * counts it: processor time of the page's thread without styles, layout and paint. `layout` is the time from the key to
 * the end of the page's own code for it, with the styles and the layout that it asks for.
 */
export async function moving(page) {
  // By lines instead of changes of control, so that the scrubber reaches more places.
  await page.keyboard.press("]");
  await page.keyboard.press("Home");
  const seeks = await page.evaluate(seek, SEEKS);
  const chromium = await page.context().newCDPSession(page);
  await chromium.send("Performance.enable", { timeDomain: "threadTicks" });
  const script = async () => {
    const { metrics } = await chromium.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "ScriptDuration").value;
  };
  const steps = [];
  const layouts = [];
  for (let count = 0; count < STEPS; count += 1) {
    const before = await script();
    layouts.push(await page.evaluate(step));
    steps.push((await script()) - before);
  }
  await chromium.detach();
  return { seek: spread(seeks), step: spread(steps), layout: spread(layouts) };
}

/** In the page: how long each of so many seeks takes. */
async function seek(count) {
  const scrubber = document.querySelector(".scrubber");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  let state = 1;
  const next = (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const times = [];
  while (times.length < count) {
    await new Promise((done) => requestAnimationFrame(done));
    const begin = performance.now();
    set.call(scrubber, String(1 + next(Number(scrubber.max))));
    scrubber.dispatchEvent(new Event("input", { bubbles: true }));
    // The frame is painted between here and the next task.
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
    times.push(performance.now() - begin);
  }
  return times;
}

/** In the page: how long a step takes. */
async function step() {
  const begin = performance.now();
  const key = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true });
  document.querySelector(".shell").dispatchEvent(key);
  await null;
  await null;
  return performance.now() - begin;
}

/** The middle one, and the one that only one of a hundred is above. */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p99: at(0.99) };
}
