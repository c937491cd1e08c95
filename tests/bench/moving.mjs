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
 * a place on the scrubber, in a fixed order of random places. `step` is the time of the page's own code for one step on.
 */
export async function moving(page) {
  // By lines instead of changes of control, so that the scrubber reaches more places.
  await page.keyboard.press("]");
  await page.keyboard.press("Home");
  const { seeks, steps } = await page.evaluate(measure, [SEEKS, STEPS]);
  return { seek: spread(seeks), step: spread(steps) };
}

/** In the page. */
async function measure([seekCount, stepCount]) {
  const scrubber = document.querySelector(".scrubber");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  let state = 1;
  const next = (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const seeks = [];
  for (let count = 0; count < seekCount; count += 1) {
    await frame();
    const begin = performance.now();
    set.call(scrubber, String(1 + next(Number(scrubber.max))));
    scrubber.dispatchEvent(new Event("input", { bubbles: true }));
    // The frame is painted between here and the next task.
    await task();
    seeks.push(performance.now() - begin);
  }
  const shell = document.querySelector(".shell");
  const steps = [];
  for (let count = 0; count < stepCount; count += 1) {
    await frame();
    await task();
    const begin = performance.now();
    shell.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
    await null;
    await null;
    steps.push(performance.now() - begin);
    await task();
  }
  return { seeks, steps };
}

/** The middle one, and the one that only one of a hundred is above. */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p99: at(0.99) };
}
