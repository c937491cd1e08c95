// What the types must not let through: a mistake a line, each with a code that the compiler has for it.

import type { Command, LoopGlassAttributes } from "../../web/js/embed.d.ts";

const element = document.createElement("loop-glass");

element.seek("soon"); // 2345
element.step("1"); // 2345
element.load(); // 2554
element.pause(); // 2551
element.addEventListener("ready", ({ detail }) => detail.message); // 2339
element.addEventListener("error", ({ detail }) => detail.step); // 2339
export const theme: LoopGlassAttributes = { theme: "sepia" }; // 2322
export const loading: LoopGlassAttributes = { loading: "never" }; // 2322
export const unknown: LoopGlassAttributes = { speed: 2 }; // 2353
export const command: Command = { command: "stop" }; // 2322
export const moment: Command = { command: "seek" }; // 2322
