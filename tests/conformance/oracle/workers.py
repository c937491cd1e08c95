"""Worker threads on virtual time, for `asyncio.to_thread` and `run_in_executor`. A worker's function runs in one
go when the worker begins, on a clock of its own that starts at that moment; its result arrives when the loop's
clock has come so far, through `call_soon_threadsafe`, while the loop selects. Nothing else happens meanwhile."""

import asyncio.base_events
import asyncio.events
import concurrent.futures
import concurrent.futures.thread
import heapq
import itertools
import threading


class Arrivals:
    """What workers will have done, by the time at which it is done."""

    def __init__(self, clock):
        self.clock = clock
        self.heap = []
        self.order = itertools.count()

    def add(self, due, action):
        heapq.heappush(self.heap, (due, next(self.order), action))

    def next_due(self):
        return self.heap[0][0] if self.heap else None

    def deliver(self):
        """Let everything arrive that is due by now."""
        while self.heap and self.heap[0][0] <= self.clock[0]:
            due, _, action = heapq.heappop(self.heap)
            action(due)

    def wait(self):
        """Wait for the next arrival, as a thread that blocks does."""
        self.clock[0] = max(self.clock[0], self.heap[0][0])
        self.deliver()


def make_classes(arrivals, end_run):
    """The executor and the future that take the place of the threaded ones."""
    clock = arrivals.clock
    pools = itertools.count()

    class Future(concurrent.futures.Future):
        def _wait(self):
            while not self.done():
                if not arrivals.heap:
                    end_run()
                arrivals.wait()

        def result(self, timeout=None):
            self._wait()
            return super().result(timeout)

        def exception(self, timeout=None):
            self._wait()
            return super().exception(timeout)

    Future.__module__ = concurrent.futures.Future.__module__

    class ThreadPoolExecutor(concurrent.futures.Executor):
        def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
            if max_workers is not None and max_workers <= 0:
                raise ValueError("max_workers must be greater than 0")
            self._max_workers = max_workers or 32
            self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(pools)}"
            self._initializer = (initializer, initargs) if initializer else None
            self._started = set()
            self._busy = set()
            self._queue = []
            self._shutdown = False

        def submit(self, fn, /, *args, **kwargs):
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = Future()
            self._queue.append((future, fn, args, kwargs))
            self._begin()
            return future

        def _begin(self):
            """Give a free worker the next piece of work."""
            while self._queue and len(self._busy) < self._max_workers:
                future, fn, args, kwargs = self._queue.pop(0)
                if not future.set_running_or_notify_cancel():
                    continue
                slot = next(n for n in itertools.count() if n not in self._busy)
                self._busy.add(slot)
                began, finish = clock[0], self._run(slot, future, fn, args, kwargs)
                arrivals.add(clock[0], finish)
                clock[0] = began

        def _run(self, slot, future, fn, args, kwargs):
            loop, thread = asyncio.events._get_running_loop(), threading.current_thread()
            name = thread.name
            asyncio.events._set_running_loop(None)
            thread.name = f"{self._prefix}_{slot}"
            try:
                if self._initializer and slot not in self._started:
                    self._initializer[0](*self._initializer[1])
                self._started.add(slot)
                complete = (future.set_result, fn(*args, **kwargs))
            except BaseException as error:
                complete = (future.set_exception, error)
            finally:
                thread.name = name
                asyncio.events._set_running_loop(loop)

            def finish(due):
                nonlocal complete
                now, clock[0] = clock[0], due
                self._busy.discard(slot)
                setter, value = complete
                complete = None
                setter(value)
                del value
                self._begin()
                clock[0] = now

            return finish

        def shutdown(self, wait=True, *, cancel_futures=False):
            self._shutdown = True
            if cancel_futures:
                for future, *_ in self._queue:
                    future.cancel()
            while wait and (self._busy or self._queue):
                arrivals.wait()

    class ShutdownThread:
        """The thread in which a loop waits for its executor to end."""

        def __init__(self, target, args=()):
            self.target, self.args = target, args

        def start(self):
            due = max([clock[0]] + [entry[0] for entry in arrivals.heap])
            arrivals.add(due, lambda due: self.target(*self.args))

        def join(self, timeout=None):
            pass

    return ThreadPoolExecutor, ShutdownThread


class Threading:
    """The module `threading` for `asyncio.base_events`, but for the one thread that it starts."""

    def __init__(self, thread_class):
        self.Thread = thread_class

    def __getattr__(self, name):
        return getattr(threading, name)


def install(clock, end_run):
    """Put them in place; returns the arrivals, which the selector has to wait for."""
    arrivals = Arrivals(clock)
    executor, shutdown_thread = make_classes(arrivals, end_run)
    concurrent.futures.thread.ThreadPoolExecutor = executor
    concurrent.futures.ThreadPoolExecutor = executor
    asyncio.base_events.threading = Threading(shutdown_thread)
    return arrivals
