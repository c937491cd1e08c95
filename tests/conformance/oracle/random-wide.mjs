// Random programs with more of asyncio in them: all the ways to wait for several, barriers, queues with priorities,
// callbacks, contexts, eager tasks, shields, stacks of context managers, asynchronous generators that are closed early.

import { Writer } from "./random-program.mjs";

/** Below it, seeds stand for the programs that they have always stood for; from here on, for those of this file. */
const WIDE_FROM = 100_000;

const SHARED = `import contextlib
import contextvars
import functools

barrier = asyncio.Barrier(2)
ranked = asyncio.PriorityQueue(3)
var = contextvars.ContextVar("var", default="none")


def tell(name, future):
    if future.cancelled():
        print(name, "cancelled")
    else:
        print(name, repr(future.exception() or future.result()), var.get())


def fails():
    raise OSError("in a callback")


class Managed:
    def __init__(self, name, suppresses):
        self.name, self.suppresses = name, suppresses

    async def __aenter__(self):
        print(self.name, "enters")
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        print(self.name, "exits", repr(error))
        await asyncio.sleep(0)
        return self.suppresses and isinstance(error, Exception)


async def echo(n):
    got = None
    try:
        while n:
            n -= 1
            try:
                got = yield n, got
            except ValueError as error:
                got = repr(error)
            await asyncio.sleep(0.1 * (n % 2))
    finally:
        print("echo ends")
        await asyncio.sleep(0)


def steps(n):
    try:
        for i in range(n):
            got = yield i
            print("got", got)
    except ValueError as error:
        print("steps", repr(error))
        yield "caught"
    finally:
        print("steps end")
    return n
`;

/** Writes a program of this kind. */
class WideWriter extends Writer {
  constructor(seed) {
    super(seed);
    this.shared = `${SHARED}${this.shared}`;
  }

  /** Tasks to wait for; the one that runs may be among them, so never without an end. */
  some() {
    return this.pick(["tasks[-1:]", "tasks[-2:]", "tasks[:2]", "tasks[:3]"]);
  }

  wait() {
    const when = this.pick(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]);
    return ["if tasks:",
      `    done, pending = await asyncio.wait(${this.some()}, timeout=${this.delay()}, return_when=asyncio.${when})`,
      `    print("${this.label()}", sorted(map(tasks.index, done)), sorted(map(tasks.index, pending)))`];
  }

  /** One task that may be done and one that is not: of several that are done CPython takes the first in a set's order. */
  inOrder(index) {
    const both = `[*${this.pick(["tasks[-1:]", "tasks[:1]"])}, asyncio.create_task(${this.coroutine(index)})]`;
    const each = this.pick([
      ["    for one in asyncio.as_completed(LIST, timeout=TIME):", "        print(await one)"],
      ["    async for one in asyncio.as_completed(LIST, timeout=TIME):", "        print(one in tasks, await one)"],
    ]).map((line) => line.replace("LIST", both).replace("TIME", this.delay()));
    return ["try:", ...each, "except (Exception, asyncio.CancelledError) as error:",
      `    print("${this.label()}", repr(error))`, ...(this.below(2) ? ["    if asyncio.current_task().cancelling():", "        raise"] : [])];
  }

  generating() {
    const use = this.pick([
      [`print(await anext(it))`, `print(await it.asend("${this.label()}"))`],
      [`print(await anext(it))`, `print(await it.athrow(ValueError("${this.label()}")))`],
      [`print(await anext(it))`, `await it.athrow(KeyError("${this.label()}"))`],
      [`print(await anext(it, None))`],
      [`print([x async for x in it])`],
    ]);
    return ["try:", `    it = echo(${this.below(4)})`, ...this.indent(use), "except (StopAsyncIteration, KeyError) as error:",
      `    print("${this.label()}", repr(error))`,
      ...this.pick([[], ["finally:", "    await it.aclose()"], ["finally:", "    del it"]])];
  }

  sending() {
    const use = this.pick([["next(it)", `print(it.send("${this.label()}"))`], ["next(it)", "print(it.throw(ValueError))"],
      ["print(list(it))"], ["next(it)", "it.close()"], ["it.close()"], ["next(it)", "it.throw(KeyError)"]]);
    return ["try:", `    it = steps(${this.below(3)})`, ...this.indent(use), "except (StopIteration, KeyError) as error:",
      `    print("${this.label()}", repr(error))`];
  }

  simples(index) {
    const loop = "asyncio.get_running_loop()";
    const last = (line) => ["if tasks:", `    ${line}`];
    return [...super.simples(index),
      [2, () => this.wait()],
      [2, () => this.inOrder(index)],
      [2, () => this.generating()],
      [1, () => this.sending()],
      [2, () => [`tasks.append(asyncio.create_task(${this.coroutine(index)}, name=f"${this.label()} {len(tasks)}", eager_start=${this.pick(["True", "False"])}))`]],
      [1, () => last(`tasks[${this.pick(["0", "-1"])}].add_done_callback(functools.partial(tell, "${this.label()}"))`)],
      [1, () => last(`print("${this.label()}", tasks[${this.pick(["0", "-1"])}].cancel("${this.label()}"))`)],
      [1, () => last(`print("${this.label()}", repr(tasks[${this.pick(["0", "-1"])}]))`)],
      [1, () => last(`print("${this.label()}", tasks[-1].cancelling(), tasks[0].uncancel())`)],
      [1, () => [`var.set("${this.label()}")`, "print(var.get())"]],
      [1, () => [`${loop}.call_${this.pick(["soon(", "later(0.1, ", `at(${loop}.time() + 0.2, `])}fails)`]],
      [1, () => [`handle = ${loop}.call_later(${this.delay()}, print, "${this.label()}")`, `await asyncio.sleep(${this.delay()})`,
        "handle.cancel()", "print(handle.cancelled())"]],
      [1, () => ["if futures and not futures[-1].done():", `    futures[-1].${this.pick(["cancel()", `set_exception(ValueError("${this.label()}"))`])}`]],
      [1, () => ["if not ranked.full():", `    ranked.put_nowait((${this.below(3)}, "${this.label()}"))`]],
      [1, () => ["try:", "    queue.task_done()", "except ValueError as error:", "    print(error)"]],
      [1, () => [`print("${this.label()}", await asyncio.to_thread(abs, -${this.below(9)}))`]],
      [1, () => [`asyncio.current_task().cancel("${this.label()}")`]],
      [1, () => [`print("${this.label()}", [x async for x in numbers(${this.below(3)})], [await Yields(i) for i in range(${this.below(3)})])`]],
      [1, () => [`print("${this.label()}", barrier.n_waiting, semaphore.locked(), lock.locked(), queue.qsize(), event.is_set())`]],
    ];
  }

  limited(index) {
    if (this.below(2)) return super.limited(index);
    const wait = this.pick([
      "print(await barrier.wait())",
      "async with condition: print(await condition.wait())",
      "async with condition: await condition.wait_for(event.is_set)",
      "print(await ranked.get())",
      "await queue.join()",
      `print(await asyncio.shield(${this.coroutine(index)}))`,
      `print(await asyncio.gather(*tasks[:2]))`,
    ]);
    const line = this.delay();
    const limit = this.pick([
      [`async with asyncio.timeout(${line}):`, `    ${wait}`],
      [`async with asyncio.timeout_at(asyncio.get_running_loop().time() + ${line}) as limit:`, `    ${wait}`],
      ["async with asyncio.timeout(None) as limit:", `    limit.reschedule(asyncio.get_running_loop().time() + ${line})`, `    ${wait}`],
    ]);
    return ["try:", ...this.indent(limit), "except (TimeoutError, asyncio.BrokenBarrierError, ValueError) as error:",
      `    print("${this.label()}", repr(error))`];
  }

  compounds(depth, index) {
    const inner = (most = 3) => this.indent([...this.block(depth - 1, index, most), ...this.leaving()]);
    return [...super.compounds(depth, index),
      [2, () => this.limited(index)],
      [2, () => ["try:", `    print(await asyncio.wait_for(${this.coroutine(index)}, ${this.delay()}))`, "except TimeoutError:", `    ${this.say()}`]],
      [1, () => [`async with Managed("${this.label()}", ${this.pick(["True", "False"])}):`, ...inner()]],
      [1, () => ["async with contextlib.AsyncExitStack() as stack:",
        `    await stack.enter_async_context(Managed("${this.label()}", ${this.pick(["True", "False"])}))`,
        `    stack.push_async_callback(asyncio.sleep, ${this.delay()})`, `    stack.callback(print, "${this.label()}")`, ...inner(2)]],
      [1, () => ["try:", `    both = asyncio.gather(${this.coroutine(index)}, ${this.coroutine(index)})`,
        ...this.pick([[], ["    await asyncio.sleep(0)", "    both.cancel()"]]), `    print("${this.label()}", await both)`,
        `except ${this.pick(["Exception", "(Exception, asyncio.CancelledError)"])} as error:`, `    print("${this.label()}", repr(error))`]],
      [1, () => ["try:", "    async with asyncio.TaskGroup() as outer, asyncio.TaskGroup() as group:",
        `        outer.create_task(${this.coroutine(index)})`, `        group.create_task(${this.coroutine(index)})`, ...this.indent(inner(2)),
        "except* ValueError as errors:", `    print("${this.label()}", repr(errors))`, "except* (KeyError, OSError) as errors:",
        `    print("${this.label()}", repr(errors))`]],
      [1, () => ["try:", ...inner(), "except BaseException as error:", `    print("${this.label()}", repr(error), repr(error.__context__))`, "    raise"]],
      [1, () => ["match n:", "    case 0 | 1:", ...this.indent(inner(2)), "    case int(x) if x > 1:", ...this.indent(inner(2)), "    case _:", "        pass"]],
      [1, () => [`while (n := n + 1) < ${this.below(5)}:`, ...inner(2), "else:", `    ${this.say(", n")}`]],
    ];
  }
}

/** The program of a seed. */
export function randomProgram(seed) {
  return new (seed < WIDE_FROM ? Writer : WideWriter)(seed).program();
}
