"""What turns a plain CPython 3.14 into the oracle: virtual time, a loop on that time, the loop log and the
line events. It is executed in a dictionary of its own, never imported, so that a script cannot see it and
interpreter shutdown does not clear it. It must add no task, no iteration and no line event, and must not
keep anything of the script's alive."""

import _asyncio
import array
import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.runners
import asyncio.unix_events
import atexit
import builtins
import gc
import json
import logging
import math
import operator
import os
import random
import re
import sys
import threading
import time
import types

EPOCH_NS = 1_767_268_800_000_000_000
UNITS = {"ns": 1, "us": 1_000, "ms": 1_000_000, "s": 1_000_000_000}

#: One signed 64-bit cell: nanoseconds since the run began. The host reads it for every clock.
clock = array.array("q", [0])
#: What a script may change in a `# loopglass:` comment.
settings = {"line_cost": 20, "iteration_cost": 10_000, "seed": 0}


def read_settings(source):
    """Take over the `key=value` pairs of every `# loopglass:` comment."""
    for comment in re.findall(r"#\s*loopglass:(.*)", source):
        for key, value in re.findall(r"(\w+)=(\S+)", comment):
            if key == "seed":
                settings["seed"] = int(value)
            elif key in settings:
                number, unit = re.fullmatch(r"([\d.]+)(ns|us|ms|s)?", value).groups()
                settings[key] = round(float(number) * UNITS[unit or "ns"])


class Sink:
    """A file of text lines, written in large pieces, and line by line once the interpreter shuts down."""

    def __init__(self, path):
        self.descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
        self.pending = []
        self.limit = [4096]

    def add(self, text):
        self.pending.append(text)
        if len(self.pending) >= self.limit[0]:
            self.write()

    def write(self):
        if self.pending:
            os.write(self.descriptor, ("\n".join(self.pending) + "\n").encode())
            self.pending.clear()

    def unbuffer(self):
        self.limit[0] = 1
        self.write()


# -- the loop -------------------------------------------------------------------------------------------


def describe(handle):
    """A handle as the loop log names it: `NAME.step`, `NAME.wakeup`, `callback` or `cancelled`."""
    if handle._cancelled:
        return "cancelled"
    callback = handle._callback
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, (_asyncio.Task, asyncio.tasks._PyTask)):
        if type(callback).__name__ == "TaskStepMethWrapper":
            return f"{owner.get_name()}.step"
        # `task_wakeup` of a C task; `__step` and `__wakeup` of one that is written in Python.
        name = getattr(callback, "__name__", "").removeprefix("task").lstrip("_")
        if name in ("step", "wakeup"):
            return f"{owner.get_name()}.{name}"
    return "callback"


def snapshot(loop, iteration):
    """One line of the loop log."""
    tasks = {}
    for task in sorted(asyncio.all_tasks(loop), key=lambda task: task.get_name()):
        tasks[task.get_name()] = {"state": task._state, "callbacks": len(task._callbacks or ())}
    return json.dumps(
        {
            "iteration": iteration,
            "clock_ns": clock[0],
            "ready": [describe(handle) for handle in loop._ready],
            "timers": sorted(round(t._when * 1e9) for t in loop._scheduled if not t._cancelled),
            "tasks": tasks,
        },
        separators=(",", ":"),
        ensure_ascii=False,
    )


def make_loop_class(add):
    """The loop that `asyncio.run` makes on Linux, without the pair of sockets by which signals and threads wake it."""
    iterations = [0]

    class _UnixSelectorEventLoop(asyncio.unix_events._UnixSelectorEventLoop):
        def __init__(self, selector=None):
            super().__init__(selector)
            self._clock_resolution = 1e-9

        def _make_self_pipe(self):
            pass

        def _close_self_pipe(self):
            pass

        def _write_to_self(self):
            pass

        def _run_once(self):
            iterations[0] += 1
            add(snapshot(self, iterations[0]))
            clock[0] += settings["iteration_cost"]
            super()._run_once()

        def add_signal_handler(self, sig, callback, *args):
            self._signal_handlers[sig] = (callback, args)

        def remove_signal_handler(self, sig):
            return self._signal_handlers.pop(sig, None) is not None

    _UnixSelectorEventLoop.__module__ = "asyncio.unix_events"
    _UnixSelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"
    return _UnixSelectorEventLoop


def install_loop(loop_class):
    """Make that class the one behind `new_event_loop`, `run` and `Runner`."""
    asyncio.events._set_running_loop(None)
    asyncio.unix_events._UnixSelectorEventLoop = loop_class
    asyncio.unix_events.SelectorEventLoop = loop_class
    asyncio.unix_events.EventLoop = loop_class
    asyncio.SelectorEventLoop = asyncio.EventLoop = loop_class
    asyncio.unix_events._UnixDefaultEventLoopPolicy._loop_factory = loop_class
    asyncio.events._event_loop_policy = None
    asyncio.run = asyncio.runners.run


# -- time and lines -------------------------------------------------------------------------------------


class builtin_function_or_method:
    """`time.sleep` that moves the clock; what is no duration gets CPython's own error. It has the texts of a
    built-in function, and like one it is not bound as a method."""

    __name__ = __qualname__ = "sleep"
    __module__ = "time"

    def __init__(self, real_sleep):
        self.real_sleep = real_sleep

    def __repr__(self):
        return "<built-in function sleep>"

    def __call__(self, seconds, /):
        if not isinstance(seconds, (int, float)):
            try:
                seconds = operator.index(seconds)
            except TypeError:
                self.real_sleep(seconds)
        if seconds != seconds or seconds < 0 or seconds > 1e9:
            self.real_sleep(-1 if seconds < 0 else seconds)
        clock[0] += round(seconds * 1e9)


def install_tracer(filename, lines):
    """Charge and record the lines of one file. The trace function needs a frame of its own, and calls nothing
    that is written in Python, so that a script still recurses exactly as deep as it may."""
    running_loop = _asyncio._get_running_loop
    current_task = _asyncio.current_task
    cost = settings["line_cost"]
    pending, limit, write, descriptor = lines.pending, lines.limit, os.write, lines.descriptor

    def local(frame, event, arg):
        if event == "line":
            clock[0] += cost
            loop = running_loop()
            task = None if loop is None else current_task(loop)
            where = f"{frame.f_code.co_name}:{frame.f_lineno}"
            pending.append(where if task is None else f"{where} {task.get_name()}")
            if len(pending) >= limit[0]:
                pending.append("")
                write(descriptor, "\n".join(pending).encode())
                pending.clear()
        return local

    def tracer(frame, event, arg):
        return local if frame.f_code.co_filename == filename else None

    def rearm(code, offset, exception):
        if sys.gettrace() is None:
            sys.settrace(tracer)

    # A recursion that is too deep finds no room for the trace function, and CPython then drops it.
    tool = 4
    sys.monitoring.use_tool_id(tool, "lines")
    sys.monitoring.register_callback(tool, sys.monitoring.events.EXCEPTION_HANDLED, rearm)
    sys.monitoring.set_events(tool, sys.monitoring.events.EXCEPTION_HANDLED)
    install_recursion_limit(1000)
    sys.settrace(tracer)


def install_recursion_limit(limit):
    """One frame more than the script sees, for the trace function."""
    get_limit, set_limit = sys.getrecursionlimit, sys.setrecursionlimit

    def getrecursionlimit():
        return get_limit() - 1

    def setrecursionlimit(limit, /):
        set_limit(limit + 1)

    sys.getrecursionlimit = getrecursionlimit
    sys.setrecursionlimit = setrecursionlimit
    setrecursionlimit(limit)


# -- the interpreter as `python FILE` has it ----------------------------------------------------------


def new_main():
    """A `__main__` that nobody else refers to, so that its objects die at exit as they do elsewhere."""
    module = types.ModuleType("__main__")
    module.__builtins__ = builtins
    sys.modules["__main__"] = module


def clean_interpreter(filename):
    """Undo what the host's own start-up did to the interpreter."""
    sys.excepthook = sys.__excepthook__
    sys.meta_path[:] = [f for f in sys.meta_path if not type(f).__module__.startswith("_pyodide")]
    for name in [n for n in sys.modules if n.split(".")[0] in ("pyodide", "_pyodide", "pyodide_js", "js")]:
        del sys.modules[name]
    new_main()
    sys.platform = "linux"
    sys.argv = [filename]
    sys.path[:] = [os.path.dirname(os.path.abspath(filename))] + [p for p in sys.path if p]
    sys.stdout.reconfigure(line_buffering=False)
    logging._startTime = EPOCH_NS
    threading.current_thread().name = "MainThread"


def scatter(seed):
    """Leave the heap full of holes, so that the script's objects get other addresses than they would have."""
    if seed == 0:
        return
    draw = random.Random(seed)
    kept = [bytearray(draw.randrange(1, 480)) for _ in range(20_000)]
    kept += [type("Filler", (), {"__slots__": ("a", "b")})() for _ in range(200)]
    draw.shuffle(kept)
    del kept[: len(kept) // 2]
    standing.append(kept)


#: What `scatter` leaves standing: this dictionary lives as long as the interpreter.
standing = []


def start(filename, source, directory, seed, real_sleep, install_workers, install_network, network):
    """Install everything; from here on each line of `filename` counts. Returns the clock's address."""
    global end_run
    read_settings(source)
    lines, log = Sink(f"{directory}/lines"), Sink(f"{directory}/log")

    def end_run():
        sys.stdout.flush()
        sys.stderr.flush()
        lines.unbuffer()
        log.unbuffer()
        os.close(os.open(f"{directory}/waits-forever", os.O_WRONLY | os.O_CREAT))
        os._exit(0)

    def unbuffer():
        lines.unbuffer()
        log.unbuffer()

    clean_interpreter(filename)
    install_network(network, clock, install_workers(clock, end_run), end_run)
    install_loop(make_loop_class(log.add))
    time.tzname = ("UTC", "UTC")
    time.sleep = builtin_function_or_method(real_sleep)
    random.seed(settings["seed"])
    atexit.register(unbuffer)
    scatter(seed)
    gc.collect()
    gc.set_threshold(1_000_000_000, 0, 0)
    install_tracer(filename, lines)
    return clock.buffer_info()[0]
