"""Pools of worker threads on virtual time. A worker takes up a piece of work as soon as it is free, and does it in
one go; that it is done becomes known when the clock outside has come so far."""

from _asyncio import _arrive, _enter_worker, _leave_worker, _log_error
from _workers import Worker, wake

from . import _base

_pools = 0


class BrokenThreadPool(_base.BrokenExecutor):
    """The function that was to prepare a worker has failed."""


class ThreadPoolExecutor(_base.Executor):
    """A pool of worker threads."""

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _pools
        if max_workers is None:
            max_workers = 32
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if not thread_name_prefix:
            thread_name_prefix = f'ThreadPoolExecutor-{_pools}'
            _pools += 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._started = set()
        self._busy = set()
        self._work_queue = []
        self._shutdown = False
        self._broken = None

    def submit(self, fn, /, *args, **kwargs):
        """Hands work over to the next free worker; gives a future."""
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = _base.Future()
        self._work_queue.append((future, fn, args, kwargs))
        self._begin()
        return future

    def _begin(self):
        while self._work_queue and len(self._busy) < self._max_workers:
            future, fn, args, kwargs = self._work_queue.pop(0)
            if not future.set_running_or_notify_cancel():
                continue
            worker = 0
            while worker in self._busy:
                worker += 1
            self._busy.add(worker)
            self._run(worker, future, fn, args, kwargs)
            del future, fn, args, kwargs

    def _run(self, worker, future, fn, args, kwargs):
        name = f'{self._thread_name_prefix}_{worker}'

        def work():
            nonlocal fn, args, kwargs
            if worker not in self._started:
                self._started.add(worker)
                self._prepare()
            given = fn, args, kwargs
            fn = args = kwargs = None
            return given[0](*given[1], **given[2])

        def finished(result, error, due):
            def finish(due):
                nonlocal result, error
                _enter_worker(name, due)
                try:
                    self._busy.discard(worker)
                    if error is None:
                        future.set_result(result)
                    else:
                        future.set_exception(error)
                    result = error = None
                    self._begin()
                    wake(self)
                finally:
                    _leave_worker()

            _arrive(due, finish)

        Worker(name, work, finished).begin()

    def _prepare(self):
        if self._initializer is None:
            return
        try:
            self._initializer(*self._initargs)
        except BaseException as exc:
            _log_error('Exception in initializer:', exc, 'concurrent.futures')
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            raise BrokenThreadPool(self._broken)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no work any more, and waits for what was handed over."""
        self._shutdown = True
        if cancel_futures:
            for future, *_ in self._work_queue:
                future.cancel()
        while wait and (self._busy or self._work_queue):
            _base._block(self, None)
