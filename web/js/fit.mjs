// How high a frame would be with all of its panels' contents in view. The page around is told when more is needed; it
// is never told less while one program is stepped through, so that nothing on that page jumps about.

import { LEAST, MOST } from "./room.mjs";

/** Watches the panels' contents, if the frame is to fit them, and tells the height they need. */
export function measure(tell) {
  if (document.documentElement.dataset.fit !== "true") return;
  let told = 0;
  const look = () => {
    const panels = [...document.querySelectorAll(".columns .code-panel, .columns .stage")].filter((panel) => panel.offsetHeight > 0);
    if (panels.length === 0 && !document.querySelector(".transport")) return;
    // Panels side by side need as much as the highest, and those below one another all of it.
    const [first] = panels;
    const beside = panels.every((panel) => panel.offsetTop === first.offsetTop);
    const spare = (needs) => needs.reduce((sum, need) => (beside ? Math.max(sum, need) : sum + need), 0);
    const rest = innerHeight - spare(panels.map((panel) => panel.offsetHeight));
    const wanted = Math.ceil(Math.min(Math.max(rest + spare(panels.map(needed)), LEAST), MOST));
    if (wanted <= told) return;
    told = wanted;
    tell(wanted);
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (document.documentElement.dataset.idle === "true") look();
    }, 30);
  };
  new MutationObserver(later).observe(document.documentElement, { attributeFilter: ["data-idle"] });
  addEventListener("resize", later);
}

/** What is left below the last line or card. */
const MARGIN = 16;

/** The height that a panel needs to show all of its content. */
function needed(panel) {
  const scroller = panel.querySelector(".stage-scroll") ?? panel.querySelector(".code-host")?.shadowRoot?.querySelector(".cm-scroller");
  if (!scroller) return panel.offsetHeight;
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop;
  // The editor fills its panel; if it is higher than that, its lines need all of it.
  const lines = scroller.scrollHeight > scroller.clientHeight ? ".cm-content" : ".cm-line";
  const parts = [...scroller.querySelectorAll(`${lines}, .stage-content > section, .stage-content > .cards-head, .stage-content > table`)];
  const bottom = Math.max(top, ...parts.map((part) => part.getBoundingClientRect().bottom));
  return panel.offsetHeight - scroller.offsetHeight + Math.ceil(bottom - top) + MARGIN;
}
