// The theme, before the WebAssembly is there to show it: a page that turns dark only then flashes. It also opens the
// browser's storage, which takes its time, while everything else is on its way.

/** Shows the theme that a link asks for, else the one that was chosen here, else the system's. */
export function showTheme(asked) {
  const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = known(asked) ?? known(chosen()) ?? (dark() ? "dark" : "light");
}

function known(theme) {
  return ["dark", "light"].find((name) => name === theme);
}

function chosen() {
  // In a frame of another page nothing is remembered.
  if (document.documentElement.dataset.embed) return undefined;
  try {
    return localStorage.getItem("loopglass.theme");
  } catch {
    return undefined;
  }
}
