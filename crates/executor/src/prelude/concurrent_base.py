"""Futures of worker threads. Whoever waits for one blocks the whole thread: the clock goes on to the moment at
which the next worker is done, and what that worker did arrives."""

from _asyncio import _clock, _log_error
from _workers import block as _block, wake as _wake

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_DESCRIPTIONS = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
                 FINISHED: 'finished'}


class Error(Exception):
    """What the exceptions here derive from."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is not in a state for that."""


class BrokenExecutor(RuntimeError):
    """A pool that cannot work any more."""


def _deadline(timeout):
    return None if timeout is None else _clock() + round(timeout * 1e9)


class Future:
    """What will have come of a piece of work."""

    def __init__(self):
        self._state = PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        text = f'<{self.__class__.__name__} at {id(self):#x} state={_DESCRIPTIONS[self._state]}'
        if self._state == FINISHED:
            if self._exception:
                text += f' raised {self._exception.__class__.__name__}'
            else:
                text += f' returned {self._result.__class__.__name__}'
        return text + '>'

    __class_getitem__ = classmethod(type(list[int]))

    def cancel(self):
        """Takes the work back, if nobody has begun with it."""
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state == PENDING:
            self._state = CANCELLED
            self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether it was taken back."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether a worker is at it."""
        return self._state == RUNNING

    def done(self):
        """Whether nothing will happen any more."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _invoke_callbacks(self):
        _wake(self)
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception as exc:
            _log_error(f'exception calling callback for {self!r}', exc, 'concurrent.futures')

    def add_done_callback(self, fn):
        """Calls it with the future once that is done; at once if it is."""
        if self.done():
            self._invoke(fn)
        else:
            self._done_callbacks.append(fn)

    def _wait(self, timeout):
        deadline = _deadline(timeout)
        while not self.done():
            if not _block(self, deadline) and not self.done():
                raise TimeoutError()
        if self._state != FINISHED:
            raise CancelledError()

    def result(self, timeout=None):
        """Waits for the result."""
        self._wait(timeout)
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            self = None

    def exception(self, timeout=None):
        """Waits for the exception, or for None."""
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        """A worker takes it up; False if it was taken back before."""
        if self._state == PENDING:
            self._state = RUNNING
            return True
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            return False
        raise RuntimeError('Future in unexpected state')

    def _finish(self):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._state = FINISHED

    def set_result(self, result):
        """The work is done."""
        self._finish()
        self._result = result
        self._invoke_callbacks()

    def set_exception(self, exception):
        """The work has failed."""
        self._finish()
        self._exception = exception
        self._invoke_callbacks()


class Executor:
    """What pools derive from."""

    def submit(self, fn, /, *args, **kwargs):
        """Hands work over; gives a future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """The results of a function on many arguments, in their order."""
        if buffersize is not None:
            if not isinstance(buffersize, int):
                raise TypeError('buffersize must be an integer or None')
            if buffersize < 1:
                raise ValueError('buffersize must be None or > 0')
        deadline = _deadline(timeout)
        arguments = zip(*iterables)
        submitted = []
        for args in arguments:
            submitted.append(self.submit(fn, *args))
            if len(submitted) == buffersize:
                break
        return self._results(fn, arguments, submitted, deadline, buffersize)

    def _results(self, fn, arguments, submitted, deadline, buffersize):
        try:
            while submitted:
                if buffersize and (args := next(arguments, None)) is not None:
                    submitted.append(self.submit(fn, *args))
                first = submitted.pop(0)
                try:
                    yield first.result(None if deadline is None else (deadline - _clock()) / 1e9)
                finally:
                    first.cancel()
                    first = None
        finally:
            for future in submitted:
                future.cancel()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no work any more."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class DoneAndNotDoneFutures(tuple):
    """What `wait` gives: the sets of those done and those not."""

    def __new__(cls, done, not_done):
        return super().__new__(cls, (done, not_done))

    @property
    def done(self):
        """Those that are done."""
        return self[0]

    @property
    def not_done(self):
        """Those that are not."""
        return self[1]

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self.done!r}, not_done={self.not_done!r})'


def _block_on_all(futures, deadline):
    """Waits until any of them may be done."""
    key = object()
    for future in futures:
        future.add_done_callback(lambda future: _wake(key))
    return _block(key, deadline)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for all futures, or for the first."""
    fs = set(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED) and not all([f.done() for f in fs]):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    deadline = _deadline(timeout)
    while True:
        done = {f for f in fs if f.done()}
        if len(done) == len(fs) or done and return_when == FIRST_COMPLETED:
            break
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done):
            break
        if not _block_on_all(fs - done, deadline):
            break
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """Gives futures as they are done."""
    left = list(dict.fromkeys(fs))
    total = len(left)
    deadline = _deadline(timeout)
    order = []
    for future in left:
        if not future.done():
            future.add_done_callback(order.append)
    order[:0] = [future for future in left if future.done()]
    given = 0
    while given < total:
        while given == len(order):
            if not _block_on_all([one for one in left if one not in order], deadline):
                raise TimeoutError(f'{total - given} (of {total}) futures unfinished')
        given += 1
        yield order[given - 1]
