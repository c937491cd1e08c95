// Makes random asyncio programs: always valid, always ending, and busy with what decides the order of events —
// tasks, sleeps, cancellation, locks, queues, futures, timeouts, groups. The same seed gives the same program.

/** Mulberry32: numbers in [0, 1) from a 32-bit seed. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SHARED = `lock = asyncio.Lock()
event = asyncio.Event()
queue = asyncio.Queue(2)
semaphore = asyncio.Semaphore(2)
condition = asyncio.Condition()
futures = []
tasks = []


class Yields:
    def __init__(self, times):
        self.times = times

    def __await__(self):
        for _ in range(self.times):
            yield
        return self.times


async def numbers(count):
    try:
        for i in range(count):
            yield i
            await asyncio.sleep(0)
    finally:
        print("numbers end")
`;

/** Writes one program. Functions call later functions only, so that every program ends. */
export class Writer {
  /** What all functions of a program share. */
  shared = SHARED;

  constructor(seed) {
    this.random = generator(seed);
    this.labels = 0;
    this.functions = 2 + this.below(4);
    this.lines = [];
  }

  below(limit) {
    return Math.floor(this.random() * limit);
  }

  pick(options) {
    return options[this.below(options.length)];
  }

  /** One of `[weight, make]`, by weight. */
  weighted(options) {
    let at = this.random() * options.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of options) {
      at -= weight;
      if (at < 0) return make;
    }
    return options.at(-1)[1];
  }

  label() {
    this.labels += 1;
    return `p${this.labels}`;
  }

  delay() {
    return this.pick(["0", "0", "0.1", "0.1", "0.2", "0.35", "1"]);
  }

  say(text = "") {
    return `print("${this.label()}"${text})`;
  }

  /** A coroutine object of a later function, or a sleep. */
  coroutine(index) {
    if (index + 1 >= this.functions) return this.pick([`asyncio.sleep(${this.delay()}, "slept")`, "leaf()"]);
    return `f${index + 1 + this.below(this.functions - index - 1)}(${this.below(3)})`;
  }

  block(depth, index, most) {
    const count = 1 + this.below(most);
    return Array.from({ length: count }, () => this.statement(depth, index)).flat();
  }

  indent(lines) {
    return lines.map((line) => `    ${line}`);
  }

  simple(index) {
    return this.weighted(this.simples(index))();
  }

  simples(index) {
    return [
      [4, () => [this.say()]],
      [4, () => [`await asyncio.sleep(${this.delay()})`]],
      [2, () => [`print("${this.label()}", await Yields(${this.below(3)}))`]],
      [3, () => [`tasks.append(asyncio.create_task(${this.coroutine(index)}))`]],
      [2, () => [`print("${this.label()}", await ${this.coroutine(index)})`]],
      [2, () => ["if tasks:", `    print("${this.label()}", tasks[${this.pick(["0", "-1"])}].cancel())`]],
      [1, () => ["if len(tasks) > 1:", `    print("${this.label()}", tasks[${this.below(2)}].done())`]],
      [1, () => [`event.${this.pick(["set", "set", "clear"])}()`]],
      [1, () => ["if not queue.full():", `    queue.put_nowait("${this.label()}")`]],
      [1, () => [`futures.append(asyncio.get_running_loop().create_future())`]],
      [1, () => ["if futures and not futures[-1].done():", `    futures[-1].set_result("${this.label()}")`]],
      [1, () => [`asyncio.get_running_loop().call_soon(print, "${this.label()}")`]],
      [1, () => [`asyncio.get_running_loop().call_later(${this.delay()}, print, "${this.label()}")`]],
      [1, () => [`n += ${1 + this.below(3)}`, `print("${this.label()}", n)`]],
    ];
  }

  /** The end of what is nested: perhaps it leaves its block. */
  leaving() {
    return this.weighted([
      [6, () => []],
      [2, () => [`raise ${this.pick(["ValueError", "KeyError", "OSError"])}("${this.label()}")`]],
      [1, () => [`return "${this.label()}"`]],
    ])();
  }

  /** Something that may wait long, under a timeout. */
  limited(index) {
    const wait = this.pick([
      "await event.wait()",
      "print(await queue.get())",
      "await queue.put(n)",
      "await asyncio.shield(tasks[0]) if tasks else None",
      "print(await futures[-1]) if futures else None",
      `print(await ${this.coroutine(index)})`,
    ]);
    return [
      "try:",
      `    async with asyncio.timeout(${this.pick(["0", "0.1", "0.3", "2"])}):`,
      `        ${wait}`,
      "except TimeoutError:",
      `    ${this.say()}`,
    ];
  }

  compound(depth, index) {
    return this.weighted(this.compounds(depth, index))();
  }

  compounds(depth, index) {
    const inner = (most = 3) => this.indent([...this.block(depth - 1, index, most), ...this.leaving()]);
    const plain = (most) => this.indent(this.block(depth - 1, index, most));
    return [
      [3, () => ["try:", ...inner(), `except ${this.pick(["ValueError", "Exception"])} as error:`,
        `    print("${this.label()}", repr(error))`]],
      [3, () => ["try:", ...inner(), "except asyncio.CancelledError:", `    ${this.say()}`,
        `    ${this.pick(["raise", "raise", this.say(), "await asyncio.sleep(0)"])}`]],
      [2, () => ["try:", ...inner(), "finally:", `    ${this.say()}`,
        `    ${this.pick([this.say(), "await asyncio.sleep(0)", "await asyncio.sleep(0.1)"])}`]],
      [2, () => [`async with ${this.pick(["lock", "semaphore"])}:`, ...this.indent(this.simple(index)),
        ...this.indent([`await asyncio.sleep(${this.delay()})`])]],
      [2, () => [`for i in range(${1 + this.below(3)}):`, ...inner(2)]],
      [1, () => [`async for i in numbers(${1 + this.below(3)}):`, ...plain(2),
        ...(this.below(2) ? ["    break"] : [])]],
      [1, () => ["async with condition:", `    condition.${this.pick(["notify()", "notify_all()"])}`, `    ${this.say()}`]],
      [2, () => this.limited(index)],
      [2, () => [
        `print("${this.label()}", await asyncio.gather(${this.coroutine(index)}, ${this.coroutine(index)}, ` +
          "return_exceptions=True))"]],
      [2, () => ["try:", "    async with asyncio.TaskGroup() as group:",
        `        group.create_task(${this.coroutine(index)})`, ...this.indent(inner(2)), "except* Exception as errors:",
        `    print("${this.label()}", len(errors.exceptions))`]],
      [1, () => ["if n % 2:", ...inner(2), "else:", ...inner(2)]],
    ];
  }

  statement(depth, index) {
    return depth > 0 && this.below(2) ? this.compound(depth, index) : this.simple(index);
  }

  function(index) {
    const name = `f${index}(n)`;
    if (index === 0) return this.main();
    const body = [...this.block(2, index, 5), ...this.leaving()];
    return [`async def ${name}:`, `    ${this.say()}`, ...this.indent(body), ""];
  }

  /** Ends every task itself: `asyncio.run` would cancel them in the order of a set. */
  main() {
    const body = this.indent(["n = 0", ...this.block(2, 0, 4), ...this.block(2, 0, 4)]);
    return ["async def main():", "    try:", ...this.indent(body), "    finally:", "        for task in tasks:",
      "            task.cancel()", `        ${this.say(", await asyncio.gather(*tasks, return_exceptions=True)")}`, ""];
  }

  program() {
    const parts = ["import asyncio", "", ...this.shared.split("\n"), "", "async def leaf():", `    ${this.say()}`,
      "    await asyncio.sleep(0)", '    return "leaf"', "", ""];
    for (let index = this.functions - 1; index >= 0; index -= 1) parts.push(...this.function(index), "");
    parts.push("asyncio.run(main())");
    return `${parts.join("\n")}\n`;
  }
}
