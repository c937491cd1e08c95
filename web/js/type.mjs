// The page's own type, which nobody needs to step: it is loaded after the first paint and then takes the place of the
// system's, which has stood in for it at its width (`styles/type.css`).

const FACES = ["1em Inter", "1em 'JetBrains Mono'"];

/** Loads the type, and shows everything in it if it is there. */
export async function type() {
  const loaded = await Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
  if (loaded.some(({ status, value }) => status === "rejected" || value.length === 0)) return;
  document.documentElement.dataset.type = "own";
  // What was laid out by the width of words is laid out anew.
  dispatchEvent(new Event("resize"));
}
