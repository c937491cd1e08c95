"""The cold part of the event loop; the hot part is in Rust."""

from _asyncio import BaseEventLoop as _Hot
from _asyncio import _format_stack, _log_error, _log_warning

from . import coroutines, events, futures, tasks

__all__ = ('BaseEventLoop', 'EventLoop', 'SelectorEventLoop')


def _run_until_complete_cb(fut):  # at 181
    if not fut.cancelled():
        exc = fut.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            # These already stop the loop.
            return
    fut.get_loop().stop()


class BaseEventLoop(_Hot, events.AbstractEventLoop):
    """An event loop on virtual time."""

    _clock_resolution = 1e-09
    _task_factory = None
    _exception_handler = None
    _default_executor = None
    _executor_shutdown_called = False
    _asyncgens_shutdown_called = False

    def __init__(self):
        self.slow_callback_duration = 0.1
        self._asyncgens = []

    def create_future(self):
        """A future tied to this loop."""
        return futures.Future(loop=self)  # at 459

    def create_task(self, coro, **kwargs):
        """Schedules a coroutine as a task."""
        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **kwargs)
        task = tasks.Task(coro, loop=self, **kwargs)  # at 470
        if task._source_traceback:
            del task._source_traceback[-1]
        try:
            return task
        finally:
            # An exception in the task's first step must not keep it alive.
            del task

    def set_debug(self, enabled):
        """Turns debug mode on or off."""
        self._set_debug(enabled)
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

    def _set_coroutine_origin_tracking(self, enabled):
        """Coroutines do not keep where they were created."""

    def _report_duration(self, handle, seconds):
        if seconds >= self.slow_callback_duration:
            from .format_helpers import _format_handle
            _log_warning(f'Executing {_format_handle(handle)} took {seconds:.3f} seconds')

    @property
    def _ready(self):
        from collections import deque
        return deque(self._ready_handles)

    def set_task_factory(self, factory):
        """Sets what makes tasks; None for the default."""
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        """What makes tasks, or None."""
        return self._task_factory

    def run_until_complete(self, future):
        """Runs until the future is done and gives its result."""
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                # The exception is on its way already.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def set_exception_handler(self, handler):
        """Sets who is told of exceptions that nobody else sees; None for the default."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def get_exception_handler(self):
        """The handler that was set, or None."""
        return self._exception_handler

    def default_exception_handler(self, context):
        """Logs what happened."""
        lines = [context.get('message') or 'Unhandled exception in event loop']
        current = self._current_handle
        if 'source_traceback' not in context and current is not None and current._source_traceback:
            context['handle_traceback'] = current._source_traceback
        for key in sorted(context):
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                what = 'Object' if key == 'source_traceback' else 'Handle'
                lines.append(f'{key}: {what} created at (most recent call last):\n{_format_stack(value).rstrip()}')
            elif key not in ('message', 'exception'):
                lines.append(f'{key}: {value!r}')
        _log_error('\n'.join(lines), context.get('exception'))

    def call_exception_handler(self, context):
        """Tells the handler; never raises but for exits."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                _log_error('Exception in default exception handler', exc)
            return
        try:
            task_or_future = context.get('task')
            if task_or_future is None:
                task_or_future = context.get('future')
            handler_context = None
            if task_or_future is not None and hasattr(task_or_future, 'get_context'):
                handler_context = task_or_future.get_context()
            elif (handle := context.get('handle')) is not None:
                handler_context = handle.get_context()
            if handler_context is not None and hasattr(handler_context, 'run'):
                try:
                    handler_context.run(self._exception_handler, self, context)
                except RuntimeError as exc:
                    if 'cannot enter context' not in str(exc):
                        raise
                    self._exception_handler(self, context)
            else:
                self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            try:
                self.default_exception_handler({
                    'message': 'Unhandled error in exception handler',
                    'exception': exc,
                    'context': context,
                })
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as inner:
                _log_error('Exception in default exception handler while handling an unexpected error '
                           'in custom exception handler', inner)

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f'asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call',
                          ResourceWarning, source=self)
        from weakref import ref
        self._asyncgens.append(ref(agen))

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens = [known for known in self._asyncgens if known() not in (None, agen)]
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that are still open."""
        self._asyncgens_shutdown_called = True
        closing = [agen for known in self._asyncgens if (agen := known()) is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)  # at 582
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    async def shutdown_default_executor(self, timeout=None):
        """Waits for the workers of the default executor."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        from _asyncio import _arrive, _last_arrival
        from . import timeouts
        future = self.create_future()
        # A thread of its own waits there, until all that was handed over is done.
        _arrive(_last_arrival(), lambda due: self._do_shutdown(future))
        try:
            async with timeouts.timeout(timeout):
                await future  # at 610
        except TimeoutError:
            import warnings
            warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.',
                          RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as exc:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, exc)

    def run_in_executor(self, executor, func, *args):
        """Runs a function on a worker; gives a future."""
        self._check_closed()
        if self.get_debug():
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if self._default_executor is None:
                from concurrent.futures import ThreadPoolExecutor
                self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
            executor = self._default_executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Sets the pool that `run_in_executor(None, ...)` uses."""
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor


class _UnixSelectorEventLoop(BaseEventLoop):
    """The loop that `new_event_loop` makes."""


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
