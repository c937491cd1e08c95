// Lights everything that belongs to one task, wherever it is on the page. An attribute, not a class: the page draws
// classes anew as it likes, and knows nothing of this one.

let scheduled = false;
let wanted = "";

/** Lights what has `data-task` of this name, and nothing else; with "", nothing. */
export function light(task) {
  wanted = task;
  if (scheduled) return;
  scheduled = true;
  // After the page has drawn what it is about to draw.
  requestAnimationFrame(() => {
    scheduled = false;
    const roots = [document, document.querySelector(".code-host")?.shadowRoot].filter(Boolean);
    for (const root of roots) {
      for (const element of root.querySelectorAll("[data-lit]")) {
        if (element.dataset.task !== wanted) delete element.dataset.lit;
      }
      if (wanted === "") continue;
      for (const element of root.querySelectorAll(`[data-task="${CSS.escape(wanted)}"]`)) element.dataset.lit = "";
    }
  });
}
