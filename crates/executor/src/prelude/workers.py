"""Workers: what a thread does, from its start to its end, and how it waits for what others do. A thread is run until
it has to wait; then whoever ran it goes on, and it is taken up again when what it waits for has come."""

from _asyncio import (_Parked, _arrive, _clock, _enter_worker, _in_worker, _is_patient, _leave_worker,
                      _park_thread, _pass_time, _resume_thread, _run_thread, _set_sleep, _wait_for_arrival)

_waiting = []
# The worker that runs now; None in the main thread, and where a worker only tells of its end.
current = None


class _Wait:
    """One worker's waiting."""

    __slots__ = ('key', 'worker', 'clock', 'frames')

    def __init__(self, key, worker, clock):
        self.key, self.worker, self.clock, self.frames = key, worker, clock, None

    def go(self, due):
        """It is over: the worker goes on."""
        if self in _waiting:
            _waiting.remove(self)
            self.worker._run(self.frames, max(due, self.clock))


class Worker:
    """A function on a thread of its own. Once it is done, `finished` is called with its result and its exception, and
    with the time at which that is so. A patient one lets others run while it sleeps."""

    def __init__(self, name, function, finished, patient=False):
        self.name, self.function, self.finished, self.patient = name, function, finished, patient
        self.wait = None

    def begin(self, when=None):
        """Starts, now or at a time."""
        self._run(None, when)

    def _run(self, frames, when):
        global current
        outer, current = current, self
        error = result = None
        _enter_worker(self.name, when, self.patient)
        try:
            result = _run_thread(self.function) if frames is None else _resume_thread(frames)
        except BaseException as exc:
            error = exc
        finally:
            due = _leave_worker()
            current = outer
        if type(result) is _Parked:
            self.wait.frames = result
            return
        self.function = None
        self.finished(result, error, due)


def _wait_for(key, deadline):
    """The waiting of the worker that runs, until something is told of the key, or to a time."""
    wait = current.wait = _Wait(key, current, _clock())
    _waiting.append(wait)
    if deadline is not None:
        _arrive(deadline, wait.go)
    return wait


def park(key, deadline=None):
    """The worker that runs waits."""
    _wait_for(key, deadline)
    _park_thread()


def wake(key):
    """Something was told of the key: who waits for that looks again."""
    if _waiting:
        for wait in _waiting:
            if wait.key is key:
                _arrive(max(_clock(), wait.clock), wait.go)


def block(key, deadline):
    """Waits until something may have changed; False if the deadline comes first."""
    if current is not None and _in_worker():
        if deadline is not None and _clock() >= deadline:
            return False
        park(key, deadline)
        return True
    arrival = _wait_for_arrival(deadline)
    if arrival is None:
        return False
    due, action = arrival
    action(due)
    return True


def sleep(by_ns):
    """`time.sleep` where threads run side by side."""
    until = _clock() + by_ns
    if _is_patient():
        park(None, until)
    elif _in_worker():
        _pass_time(by_ns)
    else:
        while _clock() < until:
            block(None, until)


def run_side_by_side():
    """From now on sleeping lets other threads run."""
    _set_sleep(sleep)


def wait_in_loop(loop, deadline, key=None):
    """The loop of a thread has nothing to do before a time, or until another thread calls it or a socket is ready."""
    if key is None and (files := loop._files) is not None:
        key = files._selector._epoll
    loop._set_sleeper(_wait_for(loop if key is None else key, deadline).go)
    _park_thread()
