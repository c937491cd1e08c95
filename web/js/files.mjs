// A script of several files as one text, as the executor takes it apart (crates/trace/src/files.rs).

/** What a file that can be imported may be called. */
export const isName = (name) => /^[A-Za-z_][A-Za-z0-9_]*\.py$/.test(name);

/** The text of files, `[name, text]`; the first, which is what runs, may do without a name. */
export function joined(files) {
  let whole = "";
  for (const [name, text] of files) {
    if (whole && !whole.endsWith("\n")) whole += "\n";
    whole += name ? `# loopglass: file=${name}\n${text}` : text;
  }
  return whole;
}
