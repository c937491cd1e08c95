"""Tasks and what combines them: sleep, gather, wait, wait_for, as_completed, shield."""

from _asyncio import (Future, Task, _are_plain, _begin_children, _count_off, _enter_task, _leave_task, _outcomes,
                      _pause, _register_task, _swap_current_task, _unregister_task, all_tasks, current_task)
from _asyncio import future_add_to_awaited_by as _add_awaited_by
from _asyncio import future_discard_from_awaited_by as _discard_awaited_by

from . import coroutines, events, exceptions, futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
           'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task',
           'all_tasks', 'create_eager_task_factory', 'eager_task_factory')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


def create_task(coro, **kwargs):
    """Schedules a coroutine as a task of the running loop."""
    return events.get_running_loop().create_task(coro, **kwargs)  # at 395


async def _wrap_awaitable(awaitable):  # at 720
    return await awaitable  # at 721


_wrap_awaitable.__qualname__ = 'ensure_future.<locals>._wrap_awaitable'


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; a coroutine or awaitable as a task."""
    if futures.isfuture(coro_or_future):
        if loop is None or loop is coro_or_future.get_loop():
            return coro_or_future
        raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
    given = None
    if coroutines.iscoroutine(coro_or_future):
        given = coro_or_future
    elif coroutines._isawaitable(coro_or_future):
        coro_or_future = _wrap_awaitable(coro_or_future)
    else:
        raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)  # at 732
    except RuntimeError:
        if given is not None:
            given.close()
        raise


async def sleep(delay, result=None):  # at 687
    """Waits so many seconds, then gives the result."""
    if delay <= 0:
        await _pause  # at 690
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future  # at 702
    finally:
        timer.cancel()


class _GatheringFuture(Future):
    """What `gather` returns: cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        # All are asked, and they end first; then this is cancelled whatever they say.
        heard = [child for child in self._children if child.cancel(msg=msg)]
        self._cancel_requested = self._cancel_requested or bool(heard)
        return bool(heard)

    def _take_failure(self, child):
        """The first failure of a child is the whole's."""
        if child.cancelled():
            self.set_exception(child._make_cancelled_error())
        elif (exc := child.exception()) is not None:
            self.set_exception(exc)

    def _take_results(self):
        """All children are done."""
        results = _outcomes(self._children)
        if results is None:
            results = [_outcome(child) for child in self._children]
        if self._cancel_requested:
            self.set_exception(self._children[-1]._make_cancelled_error())
        else:
            self.set_result(results)


def _outcome(future):
    """What came of a future: its result, or its exception as a value."""
    if future.cancelled():
        message = future._cancel_message
        return exceptions.CancelledError('' if message is None else message)
    exc = future.exception()
    return future.result() if exc is None else exc


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of all results, in the order given."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    running = events._get_running_loop()
    current = None if running is None else current_task(running)
    waiting = 0
    outer = None

    def _done_callback(child):  # at 810
        nonlocal waiting
        waiting -= 1
        if not _count_off(child, current):
            if outer is None or outer.done():
                if not child.cancelled():
                    # Its exception counts as seen.
                    child.exception()
                return
            if not return_exceptions:
                outer._take_failure(child)
        if not waiting and outer is not None and not outer.done():
            outer._take_results()

    done_already = []
    if running is not None and _are_plain(coros_or_futures, running, ensure_future, Task):
        children = []
        waiting = len(coros_or_futures)
        while len(children) < waiting:
            _begin_children(coros_or_futures, children, done_already, current, _done_callback)
        outer = _GatheringFuture(children, loop=running)
        for child in done_already:
            _done_callback(child)
        return outer
    loop = None
    known = {}
    for item in coros_or_futures:
        if item in known:
            continue
        known[item] = child = ensure_future(item, loop=loop)
        loop = loop or child.get_loop()
        if child is not item:
            # Nobody else holds it, so nobody else is to blame when it is left pending.
            child._log_destroy_pending = False
        waiting += 1
        if child.done():
            done_already.append(child)
            continue
        if current is not None:
            _add_awaited_by(child, current)
        child.add_done_callback(_done_callback)
    outer = _GatheringFuture([known[item] for item in coros_or_futures], loop=loop)
    for child in done_already:
        _done_callback(child)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):  # at 405
    """Waits for futures; gives the sets of those done and those not."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = dict.fromkeys(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, events.get_running_loop())  # at 432


def _release_waiter(waiter, *args):  # at 435
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)
    task = current_task()

    def _on_completion(future):  # at 503
        nonlocal left
        left -= 1
        if not left or _suffices(future, return_when):
            if timer is not None:
                timer.cancel()
            _release_waiter(waiter)
        _discard_awaited_by(future, task)

    for future in fs:
        future.add_done_callback(_on_completion)
        _add_awaited_by(future, task)
    try:
        await waiter  # at 521
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done = {future for future in fs if future.done()}
    return done, {future for future in fs if future not in done}


def _suffices(future, return_when):
    """Whether a `wait` is over with this future, though not with all."""
    if return_when == FIRST_EXCEPTION:
        return not future.cancelled() and future.exception() is not None
    return return_when == FIRST_COMPLETED


async def wait_for(fut, timeout):  # at 440
    """Awaits with a time limit; what takes longer is cancelled, and TimeoutError raised."""
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)  # at 481
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    from . import timeouts
    async with timeouts.timeout(timeout):
        return await fut  # at 488


async def _cancel_and_wait(fut):
    loop = events.get_running_loop()
    waiter = loop.create_future()
    from functools import partial
    release = partial(_release_waiter, waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter  # at 549
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    """Gives futures as they complete: as coroutines to a `for`, as themselves to an `async for`."""

    def __init__(self, aws, timeout):
        from .queues import Queue
        loop = events.get_event_loop()
        self._done = Queue()
        self._todo = {ensure_future(aw, loop=loop): None for aw in dict.fromkeys(aws)}
        self._to_give = len(self._todo)
        self._timer = None
        for future in self._todo:
            future.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)

    def __iter__(self):
        return self

    __aiter__ = __iter__

    def _count_down(self, end):
        """One less to give, or the end."""
        if not self._to_give:
            raise end
        self._to_give -= 1

    def __next__(self):
        self._count_down(StopIteration)
        return self._wait_for_one(resolve=True)

    async def __anext__(self):
        self._count_down(StopAsyncIteration)
        return await self._wait_for_one()  # at 587

    def _handle_completion(self, future):
        # After a timeout nothing is expected any more.
        if future in self._todo:
            del self._todo[future]
            self._done.put_nowait(future)
            if not self._todo and self._timer is not None:
                self._timer.cancel()

    def _handle_timeout(self):
        late, self._todo = self._todo, {}
        for future in late:
            future.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()  # at 614
        if future is None:
            raise exceptions.TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """An iterator over awaitables in the order in which they complete."""
    if coroutines._isawaitable(fs):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def _log_on_exception(inner):  # at 911
    if inner.cancelled() or (exception := inner.exception()) is None:
        return
    context = {
        'message': f'{exception.__class__.__name__} exception in shielded future',
        'exception': exception,
        'future': inner,
    }
    if inner._source_traceback:
        context['source_traceback'] = inner._source_traceback
    inner.get_loop().call_exception_handler(context)


def shield(arg):
    """Awaits something so that cancelling the awaiting task does not cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()
    current = current_task(loop) if loop is not None and events._get_running_loop() is loop else None
    if current is not None:
        _add_awaited_by(inner, current)

    def _clear_awaited_by_callback(inner):  # at 975
        _discard_awaited_by(inner, current)

    def _inner_done_callback(inner):  # at 978
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        else:
            exception = inner.exception()
            if exception is not None:
                outer.set_exception(exception)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):  # at 991
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            inner.remove_done_callback(_log_on_exception)
            inner.add_done_callback(_log_on_exception)

    if current is not None:
        inner.add_done_callback(_clear_awaited_by_callback)
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Schedules a coroutine from another thread; gives a future of that thread's kind."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future as WorkerFuture
    future = WorkerFuture()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks take their first step at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)

# CPython has each of these twice, in C and in Python, and names for both. Here is one.
_CTask = _PyTask = Task
_c_current_task = _py_current_task = current_task
_c_all_tasks = _py_all_tasks = all_tasks
_c_register_task = _py_register_task = _register_task
_c_unregister_task = _py_unregister_task = _unregister_task
_c_enter_task = _py_enter_task = _enter_task
_c_leave_task = _py_leave_task = _leave_task
_c_swap_current_task = _py_swap_current_task = _swap_current_task
