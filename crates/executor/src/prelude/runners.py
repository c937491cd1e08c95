"""`asyncio.run` and `Runner`: a loop from its making to its closing."""

from _asyncio import _in_worker, _pending_tasks

from . import coroutines, events, exceptions, tasks

__all__ = ('Runner', 'run')


async def _wrap_awaitable(awaitable):  # at 98
    return await awaitable  # at 99


_wrap_awaitable.__qualname__ = 'Runner.run.<locals>._wrap_awaitable'


def _refuse_inside(what):
    if events._get_running_loop() is not None:
        raise RuntimeError(f'{what} cannot be called from a running event loop')


# The runner and the task that SIGINT interrupts now, and what `signal.getsignal` gives for that.
_interruptible = None


def _sigint_handler():
    if _interruptible is None:
        return None
    runner, task, handler = _interruptible
    if handler is None:
        from functools import partial
        handler = _interruptible[2] = partial(runner._on_sigint, main_task=task)
    return handler


def _signals():
    """The module `signal`, if the script has it: without it none is sent."""
    import sys
    return sys.modules.get('signal')


class Runner:
    """Runs coroutines one after another on one loop, which is made when it is first needed."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._closed = False
        self._is_current = False
        self._interrupt_count = 0

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def get_loop(self):
        """The loop, made when first asked for."""
        if self._closed:
            raise RuntimeError('Runner is closed')
        if self._loop is None:
            self._make_loop()
        return self._loop

    def _make_loop(self):
        if self._loop_factory is not None:
            loop = self._loop_factory()
        else:
            loop = events.new_event_loop()
            events.set_event_loop(loop)
            self._is_current = True
        if self._debug is not None:
            loop.set_debug(self._debug)
        from contextvars import copy_context
        self._context = copy_context()
        self._loop = loop

    def run(self, coro, *, context=None):
        """Runs a coroutine to its end and gives its result."""
        _refuse_inside('Runner.run()')
        loop = self.get_loop()
        if not coroutines.iscoroutine(coro):
            if not coroutines._isawaitable(coro):
                raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
            coro = _wrap_awaitable(coro)
        task = loop.create_task(coro, context=self._context if context is None else context)  # at 109
        interrupted = self._let_interrupt(task)
        try:
            return loop.run_until_complete(task)
        except exceptions.CancelledError:
            if self._interrupt_count and getattr(task, 'uncancel', lambda: 1)() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            if interrupted:
                _end_interrupts()

    def _let_interrupt(self, task):
        global _interruptible
        self._interrupt_count = 0
        signals = _signals()
        if _in_worker() or signals and signals.getsignal(2) is not signals.default_int_handler:
            return False
        if signals:
            signals._set.pop(2, None)
        _interruptible = [self, task, None]
        return True

    def _on_sigint(self, signum, frame, main_task):
        self._interrupt_count += 1
        if self._interrupt_count > 1 or main_task.done():
            raise KeyboardInterrupt()
        main_task.cancel()
        self._loop.call_soon_threadsafe(lambda: None)

    def close(self):
        """Cancels what is left, closes asynchronous generators, and closes the loop."""
        if self._closed or self._loop is None:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(300))
        finally:
            if self._is_current:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True


def _end_interrupts():
    global _interruptible
    ours, _interruptible = _interruptible[2], None
    signals = _signals()
    if ours is not None and signals._set.get(2) is ours:
        del signals._set[2]


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine on a loop of its own."""
    _refuse_inside('asyncio.run()')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


class _Cycle:
    """Holds itself and something more."""

    def __init__(self, held):
        self.held = held
        self.itself = self


def _keep_in_a_cycle(left):
    """Keeps tasks until cycles are collected.

    In CPython the traceback of what ended such a task leads, over the frames that ran below it, to the very function
    that cancelled it, which still names the task. So what a cancelled task held is there when the generators left
    over are closed.
    """
    if any([task.cancelled() or task._exception is not None for task in left]):
        _Cycle(left)


def _cancel_all_tasks(loop):
    """Cancels the tasks that are left, waits for them, and reports those that failed on the way."""
    left = _pending_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
        _keep_in_a_cycle(left)
    for task in left:
        if not task.cancelled() and (exc := task.exception()) is not None:
            message = 'unhandled exception during asyncio.run() shutdown'
            loop.call_exception_handler({'message': message, 'exception': exc, 'task': task})
