// How much room a program takes on a page, before it has started: what stands below it must not move when it does.
// The numbers are those of the frame's style sheet (web/styles/embed.css), in pixels.

/** The least and the most that a frame is high, unless the page gives it a height of its own. */
export const LEAST = 200;
export const MOST = 760;
/** A frame as narrow as that has its panels below one another. */
const NARROW = 520;
/** The width from which the bar of buttons has all of them. */
const FULL = 800;
/** The lines of a script that is not there yet. */
const UNKNOWN = 20;
/** A line of the script, and what is around all of them. */
const LINE = 22;
const AROUND = 99;
/** The tabs of a script of several files. */
const TABS = 12;
/** A stage with three cards. */
const STAGE = 330;
const USUAL = "code stage explanation transport";

/**
 * The height of a frame with these panels.
 *
 * @param {{ panels: string | null, width: number, lines?: number, several?: boolean }} frame
 */
export function room({ panels, width, lines = UNKNOWN, several = false }) {
  const shown = new Set((panels || USUAL).split(/[\s,]+/));
  const narrow = width > 0 && width < NARROW;
  const full = !(width > 0 && width < FULL);
  const of = (name, height) => (shown.has(name) ? height : 0);
  const code = of("code", AROUND + LINE * lines + (several ? TABS : 0));
  const stage = of("stage", STAGE);
  const below =
    of("explanation", 136) +
    of("transport", full ? 84 : 56) +
    of("console", 80) +
    of("control", 110) +
    of("hood", 110) +
    of("timeline", full ? 60 : 112);
  return Math.min(Math.max((narrow ? code + stage : Math.max(code, stage)) + below, LEAST), MOST);
}
