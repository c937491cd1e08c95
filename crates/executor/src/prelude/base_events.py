"""The cold part of the event loop; the hot part is in Rust."""

from _asyncio import BaseEventLoop as _Hot
from _asyncio import _log_selector, _log_warning

from . import coroutines, events, futures, refusals, reports, tasks

__all__ = ('BaseEventLoop', 'Server', 'EventLoop', 'SelectorEventLoop')

# From so many timers on, and from so large a part of them cancelled, the cancelled ones are sought out.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5


def __getattr__(name):
    # `logging` is loaded when someone asks for the logger.
    if name == 'logger':
        from .log import logger
        return logger
    if name == 'Server':
        from .server import Server
        return Server
    raise AttributeError(f"module 'asyncio.base_events' has no attribute {name!r}")


class _Selector:
    """What a loop waits with: the virtual clock, and the sockets that it watches."""

    def __init__(self, loop):
        from weakref import ref
        self._loop = ref(loop)

    def select(self, timeout=None):
        """Moves the clock on, unless something is ready; gives what is."""
        loop = self._loop()
        if not loop._is_any_ready():
            loop._wait(timeout)
        return [] if loop._files is None else loop._files.select(0)

    def __getattr__(self, name):
        return getattr(self._loop()._watched(), name)


def _run_until_complete_cb(fut):  # at 181
    """The loop has run for this future; a program's exit has stopped the loop already."""
    if fut.cancelled() or not isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        fut.get_loop().stop()


class BaseEventLoop(_Hot, events.AbstractEventLoop):
    """An event loop on virtual time."""

    _clock_resolution = 1e-09
    _task_factory = _exception_handler = _default_executor = None
    _executor_shutdown_called = _asyncgens_shutdown_called = False

    def __init__(self):
        self.slow_callback_duration = 0.1
        self._asyncgens = []
        if coroutines._is_debug_mode():
            self.set_debug(True)

    # Futures and tasks.

    def create_future(self):
        """A future tied to this loop."""
        return futures.Future(loop=self)  # at 459

    def create_task(self, coro, **kwargs):
        """Schedules a coroutine as a task."""
        self._check_closed()
        if (make := self._task_factory) is not None:
            return make(self, coro, **kwargs)
        return _without_last_place(tasks.Task(coro, loop=self, **kwargs))  # at 470

    def set_task_factory(self, factory):
        """Sets what makes tasks; None for the default."""
        if not (factory is None or callable(factory)):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        """What makes tasks, or None."""
        return self._task_factory

    # Running.

    def run_until_complete(self, future):
        """Runs until the future is done and gives its result."""
        self._check_closed()
        self._check_running()
        own = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if own:
            # Its failure, or its end too soon, is raised here: there is nothing to report.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if own and future.done() and not future.cancelled():
                # What it raised is on its way already, and counts as retrieved.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if future.done():
            return future.result()
        raise RuntimeError('Event loop stopped before Future completed.')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def _run_forever_setup(self):
        """What comes before the iterations, for who runs those by hand."""
        self._check_closed()
        self._check_running()
        self._before = self._begin_running()

    def _run_forever_cleanup(self):
        """What comes after them."""
        self._end_running(self.__dict__.pop('_before'))

    # The queue and the timers, as a script finds them.

    @property
    def _ready(self):
        if (shown := self.__dict__.get('_ready')) is None:
            from .handles import of_queue
            shown = self.__dict__['_ready'] = of_queue(self)
        return shown

    @_ready.setter
    def _ready(self, queue):
        from collections import deque
        self._refuse_own(queue, deque, '_ready')
        self._set_ready(list(queue))

    @property
    def _scheduled(self):
        if (shown := self.__dict__.get('_scheduled')) is None:
            from .handles import of_timers
            shown = self.__dict__['_scheduled'] = of_timers(self)
        return shown

    @_scheduled.setter
    def _scheduled(self, timers):
        self._refuse_own(timers, list, '_scheduled')
        self._set_scheduled(list(timers))

    def _refuse_own(self, given, kind, name):
        if type(given) is not kind and type(given) is not type(self.__dict__.get(name)):
            raise NotImplementedError(f'Loopglass keeps loop.{name} itself: it can be a {kind.__name__} and nothing '
                                      'else; a loop of your own may override call_soon() and _run_once() instead')

    # A clock or a selector of the script's.

    @property
    def _selector(self):
        return self.__dict__.setdefault('_selector', _Selector(self))

    @_selector.setter
    def _selector(self, selector):
        self.__dict__['_selector'] = selector

    def _run_paced(self):
        """One iteration, as `_run_once` runs it, where the script says what time it is or how long to wait."""
        self._begin_iteration()
        timeout = None
        if self._ready_handles or self._stopping:
            timeout = 0
        elif timers := self._scheduled_handles:
            timeout = min(max(0, timers[0].when() - self.time()), 86400)
        self._process_events(self._selector.select(timeout))
        self._finish_iteration(self.time() + self._clock_resolution)

    # What a loop with a selector has.

    for _name in ('_process_events _write_to_self _make_socket_transport _make_ssl_transport '
                  '_make_datagram_transport _make_read_pipe_transport _make_write_pipe_transport').split():
        locals()[_name] = events._left_to_others(_name, 'BaseEventLoop')
    del _name

    async def _make_subprocess_transport(self, *args, **kwargs):
        raise NotImplementedError

    # Debug mode.

    def set_debug(self, enabled):
        """Turns debug mode on or off."""
        self._set_debug(enabled)
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

    def _report_duration(self, handle, seconds):
        if seconds >= self.slow_callback_duration:
            from .format_helpers import _format_handle
            text = f'Executing {_format_handle(handle)} took {seconds:.3f} seconds'
            replaced = globals().get('logger')
            _log_warning(text) if replaced is None else replaced.warning(text)

    # What nobody else sees.

    def set_exception_handler(self, handler):
        """Sets who is told of exceptions that nobody else sees; None for the default."""
        if not (handler is None or callable(handler)):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def get_exception_handler(self):
        """The handler that was set, or None."""
        return self._exception_handler

    def default_exception_handler(self, context):
        """Logs what happened."""
        reports.log(self, context)

    def call_exception_handler(self, context):
        """Tells the handler; never raises but for exits."""
        reports.tell(self, self._exception_handler, context)

    # Asynchronous generators.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            from warnings import warn
            warn(f'asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call',
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
        still_open = [agen for known in self._asyncgens if (agen := known()) is not None]
        self._asyncgens.clear()
        if not still_open:
            return
        ends = await tasks.gather(*(agen.aclose() for agen in still_open), return_exceptions=True)  # at 582
        for agen, end in zip(still_open, ends):
            if isinstance(end, Exception):
                message = f'an error occurred during closing of asynchronous generator {agen!r}'
                self.call_exception_handler({'message': message, 'exception': end, 'asyncgen': agen})

    # Workers.

    def run_in_executor(self, executor, func, *args):
        """Runs a function on a worker; gives a future."""
        self._check_closed()
        if self.get_debug():
            self._check_callback(func, 'run_in_executor')
        pool = self._own_pool() if executor is None else executor
        return futures.wrap_future(pool.submit(func, *args), loop=self)

    def _own_pool(self):
        if self._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')
        if self._default_executor is None:
            from concurrent.futures import ThreadPoolExecutor
            self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
        return self._default_executor

    def set_default_executor(self, executor):
        """Sets the pool that `run_in_executor(None, ...)` uses."""
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Waits for the workers of the default executor."""
        self._executor_shutdown_called = True
        pool = self._default_executor
        if pool is None:
            return
        from _asyncio import _arrive, _last_arrival
        from concurrent.futures import ThreadPoolExecutor
        from . import timeouts
        joined = self.create_future()
        # A thread of its own waits there, until all that was handed over is done.
        if type(pool).shutdown is ThreadPoolExecutor.shutdown:
            _arrive(_last_arrival(), lambda due: self._do_shutdown(joined))
        else:
            self._shut_down_aside(joined)
        try:
            async with timeouts.timeout(timeout):
                await joined  # at 610
        except TimeoutError:
            from warnings import warn
            warn(f'The executor did not finishing joining its threads within {timeout} seconds.', RuntimeWarning)
            pool.shutdown(wait=False)

    def _shut_down_aside(self, joined):
        """The pool's shutdown is the script's: it takes the time that it takes, in the thread that waits."""
        from _asyncio import _arrive, _enter_worker, _leave_worker
        error = None
        _enter_worker('Thread-1 (_do_shutdown)')
        try:
            self._default_executor.shutdown(wait=True)
        except Exception as exc:
            error = exc
        finally:
            due = _leave_worker()
        _arrive(due, lambda due: self._do_shutdown(joined, lambda: _raise(error)))

    def _do_shutdown(self, joined, shut_down=None):
        try:
            if shut_down is None:
                self._default_executor.shutdown(wait=True)
            else:
                shut_down()
        except Exception as exc:
            if not (self.is_closed() or joined.cancelled()):
                self.call_soon_threadsafe(joined.set_exception, exc)
        else:
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, joined, None)


def _raise(error):
    if error is not None:
        raise error


def _without_last_place(task):
    """In debug mode a task is said to be created where the script asked for it, not in the loop's own method."""
    if task._source_traceback:
        task._source_traceback.pop()
    return task


def _warn_of_unclosed(loop):
    """Nobody sees this unless the script has asked for such warnings."""
    import sys
    warnings = sys.modules.get('warnings')
    if warnings is not None:
        warnings.warn_explicit(f'unclosed event loop {loop!r}', ResourceWarning, __file__, 758, 'asyncio.base_events',
                               source=loop)


def _loaded_late(name, owner, module):
    """A method that is loaded, with others, when one of them is first called."""

    def load(self, *args, **kwargs):
        from importlib import import_module
        import_module(f'asyncio.{module}')
        return getattr(owner(), name)(self, *args, **kwargs)

    async def load_and_wait(self, *args, **kwargs):
        return await load(self, *args, **kwargs)

    method = load if name[0] == '_' or name.endswith(('_reader', '_writer')) else load_and_wait
    method.__name__ = name
    method.__qualname__ = f'{owner().__name__}.{name}'
    return method


def _with_methods(owner, loaded):
    """A class, now with the methods that were loaded."""
    for name, method in vars(loaded).items():
        if callable(method):
            setattr(owner, name, method)
    return owner


def _load_late(owner, module, names):
    for name in names.split():
        setattr(owner, name, _loaded_late(name, lambda: owner, module))


_load_late(BaseEventLoop, 'connections', """create_connection create_server create_datagram_endpoint
           connect_accepted_socket getaddrinfo getnameinfo _ensure_resolved""")


class BaseSelectorEventLoop(BaseEventLoop):
    """A loop that waits with a selector; a selector of the script's own decides how long."""

    # The sockets that are watched, once there are any.
    _files = None

    def __init__(self, selector=None):
        super().__init__()
        _log_selector('Using selector: ' + ('EpollSelector' if selector is None else type(selector).__name__))
        if selector is not None:
            self._selector = selector

    def __del__(self):
        if not self.is_closed():
            _warn_of_unclosed(self)
            if not self.is_running():
                self.close()

    @property
    def _transports(self):
        if (known := self.__dict__.get('_transports')) is None:
            from weakref import WeakValueDictionary
            known = self.__dict__['_transports'] = WeakValueDictionary()
        return known

    def _is_any_ready(self):
        """Nothing is watched yet."""
        return False

    def _process_events(self, event_list):
        """Nothing is watched yet."""

    def _write_to_self(self):
        """Nobody sleeps who would have to be woken."""

    def close(self):
        """Gives back what the loop has, and forgets what was still to run."""
        closed = self.is_closed()
        super().close()
        if closed:
            return
        if self._files is not None:
            self._set_watching(False)
            self._files.close()
            self._files = None
        if (own := self.__dict__.get('_selector')) is not None and type(own) is not _Selector:
            own.close()
        self._selector = None


_load_late(BaseSelectorEventLoop, 'selector_events', """add_reader remove_reader add_writer remove_writer sock_recv
           sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept _add_reader
           _remove_reader _add_writer _remove_writer _watched""")

_woken = None


def _sighandler_noop(signum, frame):
    """A signal has come for which the loop that last asked for one has a handler."""
    if _woken is not None:
        _woken._handle_signal(signum)


class _UnixSelectorEventLoop(BaseSelectorEventLoop):
    """The loop that `new_event_loop` makes."""

    def __init__(self, selector=None):
        super().__init__(selector)
        self._signal_handlers, self._unix_server_sockets = {}, {}

    def close(self):
        """Gives back what the loop has, and forgets what was still to run."""
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)

    def add_signal_handler(self, sig, callback, *args):
        """Has the loop call something once the script has sent itself a signal."""
        import signal
        global _woken
        if coroutines.iscoroutine(callback) or coroutines._is_function(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        _check_signal(sig)
        self._check_closed()
        if sig in (signal.SIGKILL, 19):
            raise RuntimeError(f'sig {sig} cannot be caught')
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)
        signal.signal(sig, _sighandler_noop)
        _woken = self

    def _handle_signal(self, sig):
        handle = self._signal_handlers.get(sig)
        if handle is None:
            return
        if handle._cancelled:
            self.remove_signal_handler(sig)
        else:
            self.call_soon_threadsafe(handle._callback, *handle._args, context=handle._context)

    def remove_signal_handler(self, sig):
        """Forgets a handler; False if there was none."""
        import signal
        _check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True


_load_late(_UnixSelectorEventLoop, 'connections', 'create_unix_connection create_unix_server')


def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')
    from signal import valid_signals
    if sig not in valid_signals():
        raise ValueError(f'invalid signal number {sig}')


refusals.fill_loop(BaseEventLoop)
BaseSelectorEventLoop.__module__ = 'asyncio.selector_events'
_UnixSelectorEventLoop.__module__ = 'asyncio.unix_events'
SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
