// Everything of the element that docs/embedding.md names, as a page in TypeScript would use it. It is only compiled.

import type { Command, Greeting, Hello, LoopGlassAttributes, LoopGlassElement, Moment, Problem, Report, Standing } from "../../web/js/embed.d.ts";

const element: LoopGlassElement = document.createElement("loop-glass");
const found: LoopGlassElement | null = document.querySelector("loop-glass");

const attributes: Required<LoopGlassAttributes> = {
  src: "program.py",
  scenario: "triple",
  at: "3.12",
  granularity: "task step",
  view: "exact",
  panels: "code, stage",
  theme: "dark",
  height: 420,
  loading: "click",
  predict: true,
  readonly: "",
};
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
const few: LoopGlassAttributes = { height: "auto", loading: "lazy", theme: "light", view: "essentials", granularity: "handoff" };

element.step();
element.step(-1);
for (const at of ["start", "end", "3", "3.12"] satisfies Moment[]) element.seek(at);
element.play();
element.load("print(1)\n");

const stands = ({ at, step, count }: Standing): string => `${at}: ${step} of ${count}`;
element.addEventListener("ready", ({ detail }) => stands(detail));
element.addEventListener("step", ({ detail }) => stands(detail));
element.addEventListener("end", function ({ detail }) {
  this.seek("start");
  stands(detail);
});
element.addEventListener("error", ({ detail }) => {
  const { message, line, file }: Problem = detail;
  console.log(message, line ?? 0, file ?? "");
});
element.addEventListener("click", (event) => event.preventDefault());

const hello: Hello = { protocol: "loopglass/1", hello: true };
const commands: Command[] = [{ command: "forward" }, { command: "back" }, { command: "play" }, { command: "seek", at: "1.0" }, { command: "load", code: "" }];
addEventListener("message", ({ data, ports }: MessageEvent<Greeting>) => {
  if (data.protocol !== hello.protocol) return;
  ports[0].onmessage = ({ data }: MessageEvent<Report>) => {
    if (data.event === "size") console.log(data.height);
    else if (data.event === "error") console.log(data.message);
    else stands(data);
  };
  for (const command of commands) ports[0].postMessage(command);
});

export { few, found };
