// What a run adds to the text without being part of it: the line in focus, the marks of coroutines that wait, the
// values of locals at line ends, and what is wrong, under its line. All of it comes as one picture.

import { RangeSet, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutter, gutterLineClass, GutterMarker, lineNumbers, WidgetType } from "@codemirror/view";

/** Replaces the picture. */
export const setPicture = StateEffect.define();

/** Values at the end of a line that would be cut after fewer letters than this say nothing. */
const LEAST_VALUES = 10;

const NOTHING = { running: null, marks: [], crowds: [], locals: [], diagnostics: [], reveal: false };

const field = StateField.define({
  create: () => build(NOTHING, null),
  update(value, { docChanged, effects, state }) {
    for (const effect of effects) {
      if (effect.is(setPicture)) return build(effect.value, state.doc);
    }
    // What belongs to a text that is being changed would only be in the way.
    return docChanged ? build(NOTHING, state.doc) : value;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    gutterLineClass.from(field, ({ lines }) => lines),
  ],
});

/** The extension. */
export function additions(on) {
  const point = (event) => on.point(event.target.closest?.("[data-task]")?.dataset.task ?? "");
  return [
    field,
    lineNumbers(),
    gutter({
      class: "marks",
      markers: (view) => view.state.field(field).gutter,
      initialSpacer: () => room,
      // What the pointer is at; it is heard here, since the gutters are not part of the text.
      domEventHandlers: { mouseover: (_, __, event) => point(event), mouseout: () => on.point("") },
    }),
  ];
}

function build(picture, doc) {
  const lines = doc ? doc.lines : 0;
  const rows = new Map();
  const row = (line) => {
    if (!rows.has(line)) rows.set(line, { locals: [], marks: [], wrong: [] });
    return rows.get(line);
  };
  if (picture.running) row(picture.running.line).focus = picture.running.how;
  const crowds = new Map(picture.crowds.map(({ line, count }) => [line, count]));
  for (const mark of picture.marks) row(mark.line).marks.push(mark);
  for (const { line, values } of picture.locals) row(line).locals.push(...values);
  for (const diagnostic of picture.diagnostics) row(Math.min(diagnostic.line, lines)).wrong.push(diagnostic);
  const decorations = [];
  const gutter = new RangeSetBuilder();
  const focused = new RangeSetBuilder();
  for (const [number, row] of [...rows].sort(([a], [b]) => a - b)) {
    if (number < 1 || number > lines) continue;
    const { from, to } = doc.line(number);
    const wrong = row.wrong.some((it) => it.error) ? "wrong" : "";
    const name = `${row.focus ?? ""} ${wrong}`.trim();
    if (name) {
      decorations.push(Decoration.line({ class: name }).range(from));
      focused.add(from, from, new Row(name));
    }
    for (const { column, end, error } of row.wrong) {
      const [start, stop] = squiggle(from, to, column, end);
      if (stop > start) decorations.push(Decoration.mark({ class: error ? "squiggle" : "squiggle note" }).range(start, stop));
    }
    if (row.locals.length > 0 && isToBeRead(row.locals, picture.columns - (to - from))) decorations.push(Decoration.widget({ widget: new Locals(row.locals), side: 1 }).range(to));
    for (const diagnostic of row.wrong) {
      decorations.push(Decoration.widget({ widget: new Message(diagnostic), block: true, side: 2 }).range(to));
    }
    if (row.marks.length > 0) gutter.add(from, from, new Marks(row.marks, crowds.get(number) ?? row.marks.length));
  }
  return { decorations: RangeSet.of(decorations, true), gutter: gutter.finish(), lines: focused.finish() };
}

/** Whether enough of the values can be read in so many columns; how many there are may not be known. */
function isToBeRead(values, columns) {
  const [{ name, value }] = values;
  const needed = Math.min(LEAST_VALUES, `${name} = ${value}`.length);
  return !(columns < needed + 4);
}

/** The stretch to underline: at least one character, where the line has one. */
function squiggle(from, to, column, end) {
  const start = Math.min(from + column, Math.max(from, to - 1));
  return [start, Math.min(to, Math.max(from + end, start + 1))];
}

/** An element with a class and text; text of a script is only ever a text node. */
function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

class Locals extends WidgetType {
  constructor(values) {
    super();
    this.values = values;
  }

  eq(other) {
    return JSON.stringify(this.values) === JSON.stringify(other.values);
  }

  toDOM() {
    const made = element("span", "locals");
    this.values.forEach(({ name, value, fresh }, index) => {
      if (index > 0) made.append(", ");
      made.append(element("span", fresh ? "fresh" : "", `${name} = ${value}`));
    });
    return made;
  }
}

class Message extends WidgetType {
  constructor(diagnostic) {
    super();
    this.diagnostic = diagnostic;
  }

  eq(other) {
    return JSON.stringify(this.diagnostic) === JSON.stringify(other.diagnostic);
  }

  toDOM() {
    const { line, message, help, error } = this.diagnostic;
    const made = element("div", error ? "code-error" : "code-error note");
    made.setAttribute("role", "alert");
    made.dataset.errorLine = line;
    made.append(element("b", "", error ? `Line ${line}: ` : `Note, line ${line}: `), message);
    if (help) made.append(element("p", "", help));
    return made;
  }
}

/** Gives the gutters of a line the classes that the line has. */
class Row extends GutterMarker {
  constructor(name) {
    super();
    this.elementClass = name;
  }

  eq(other) {
    return this.elementClass === other.elementClass;
  }
}

/** Keeps the gutter as wide as its marks need. */
class Room extends GutterMarker {
  toDOM() {
    return element("span", "marks-here");
  }
}

const room = new Room();

class Marks extends GutterMarker {
  constructor(marks, count) {
    super();
    this.marks = marks;
    this.count = count;
  }

  eq(other) {
    return this.count === other.count && JSON.stringify(this.marks) === JSON.stringify(other.marks);
  }

  toDOM() {
    const made = element("span", "marks-here");
    const { count } = this;
    // Of many, only how many they are: the gutter is narrow. So it is for a letter beside a number.
    const shown = count > 9 ? 0 : count > 2 ? 1 : count;
    for (const { hue, label, letter, task } of this.marks.slice(0, shown)) {
      const mark = element("span", `mark hue-${hue}`, shown === count ? (letter ?? "") : "");
      mark.title = label;
      if (task) mark.dataset.task = task;
      made.append(mark);
    }
    if (shown < count) {
      const more = element("span", shown > 0 ? "mark-count" : "mark-count alone", count > 99 ? "99+" : shown > 0 ? `+${count - shown}` : `${count}`);
      const named = this.marks.map(({ label }) => label).join(", ");
      more.title = count > this.marks.length ? `${named}, and ${count - this.marks.length} more` : named;
      made.append(more);
    }
    return made;
  }
}
