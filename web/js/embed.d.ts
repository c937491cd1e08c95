// Types for pages that embed Loopglass: the element of embed.js, and the messages of the frame underneath it.

/** A moment of a run: an iteration of the loop and an event within it (`3.12`), or one of the two ends. */
export type Moment = `${number}.${number}` | `${number}` | "start" | "end";

/** Where a run stands. */
export interface Standing {
  /** The moment, as in a link. */
  at: string;
  /** How many of the steps have been reached, at the granularity that is set; the first may be there from the start. */
  step: number;
  /** How many steps there are; at the last, `step` is as much. */
  count: number;
}

/** What is wrong. */
export interface Problem {
  message: string;
  /** The line of the script, if it is one. */
  line?: number;
  /** The file that the line is of, if the script has several. */
  file?: string;
}

/** Its events: those of any element, but for `error`, which is of its own. */
export interface LoopGlassEventMap extends Omit<HTMLElementEventMap, "error"> {
  /** The program was run, and its first moment is shown. */
  ready: CustomEvent<Standing>;
  /** Another moment is shown. */
  step: CustomEvent<Standing>;
  /** The last moment is shown. */
  end: CustomEvent<Standing>;
  /** The script is not Python, cannot be read, or the frame cannot start. */
  error: CustomEvent<Problem>;
}

/** `<loop-glass>`. Its script is a child `<pre>` or `<script type="text/x-python">`, `src`, or `scenario`. */
export interface LoopGlassElement extends HTMLElement {
  /** One step forward; back if `by` is negative. */
  step(by?: number): void;
  /** To a moment. */
  seek(at: Moment): void;
  /** Plays, or pauses. */
  play(): void;
  /** Runs another script. */
  load(code: string): void;
  addEventListener<K extends keyof LoopGlassEventMap>(
    type: K,
    listener: (this: LoopGlassElement, event: LoopGlassEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** The attributes of `<loop-glass>`. */
export interface LoopGlassAttributes {
  src?: string;
  scenario?: string;
  at?: Moment;
  granularity?: "handoff" | "line" | "task step" | "iteration";
  view?: "essentials" | "exact";
  /** Any of `code`, `stage`, `explanation`, `transport`, `console`, `control`, `hood`, `timeline`. */
  panels?: string;
  theme?: "light" | "dark";
  /** In pixels; `auto` unless given. */
  height?: number | `${number}` | "auto";
  loading?: "lazy" | "eager" | "click";
  predict?: "" | boolean;
  readonly?: "" | boolean;
}

/** What the frame sends to the window around it, with a `MessagePort`, once it listens. */
export interface Greeting {
  protocol: "loopglass/1";
}

/** What the window around may send to the frame, to be greeted again. */
export interface Hello extends Greeting {
  hello: true;
}

/** What is said over the port to the frame. */
export type Command =
  | { command: "forward" | "back" | "play" }
  | { command: "seek"; at: Moment }
  | { command: "load"; code: string };

/** What is said over the port by the frame. */
export type Report =
  | ({ event: "ready" | "step" | "end" } & Standing)
  | ({ event: "error" } & Problem)
  | { event: "size"; height: number };

declare global {
  interface HTMLElementTagNameMap {
    "loop-glass": LoopGlassElement;
  }
}
