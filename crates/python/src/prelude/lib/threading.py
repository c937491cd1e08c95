# Threads on virtual time. There is one call stack: a thread is run until it has to wait (it sleeps, or wants what others
# have), then whoever ran it goes on, and it is taken up again at the time at which what it waits for has come.

from _asyncio import _arrive, _clock, _in_worker, _thread_name
from _workers import Worker as _Worker, block as _block, run_side_by_side as _run_side_by_side, wake as _wake
import atexit as _atexit
import sys

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'gettrace', 'getprofile', 'setprofile_all_threads', 'settrace_all_threads']

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_FIRST_IDENT = 139900000000000

_by_name = {}
_counted = 0


class BrokenBarrierError(RuntimeError):
    pass


def _pass_until(due):
    # The thread that runs now blocks up to a time; meanwhile what other threads have done arrives.
    while _clock() < due:
        _block(None, due)


def _deadline(timeout):
    return None if timeout is None or timeout < 0 else _clock() + round(timeout * 1e9)


def _blocks(holds, deadline, key):
    # Blocks until something holds that only others can bring about, who tell of the key; False if the time comes first.
    while not holds():
        if not _block(key, deadline):
            return holds()
    return True


def _wait_for_time(when, deadline):
    # Blocks up to a time at which something is known to come; False if the deadline is earlier.
    if deadline is not None and deadline < when:
        _pass_until(deadline)
        return False
    _pass_until(when)
    return True


# Threads.


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        assert group is None, 'group argument must be None for now'
        global _counted
        if name is None:
            _counted += 1
            name = f'Thread-{_counted}'
            shown = getattr(target, '__name__', None)
            if shown is not None:
                name += f' ({shown})'
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name, self._context = str(name), context
        self._daemonic = current_thread()._daemonic if daemon is None else daemon
        self._ident = self._due = None
        self._stopped = False

    name = property(lambda self: self._name, lambda self, name: setattr(self, '_name', str(name)))
    ident = property(lambda self: self._ident)
    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._ident is not None:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def __repr__(self):
        if self._ident is None:
            status = 'initial'
        else:
            status = 'started' if self.is_alive() else 'stopped'
        daemonic = ' daemon' if self._daemonic else ''
        number = '' if self._ident is None else f' {self._ident}'
        return f'<{self.__class__.__name__}({self._name}, {status}{daemonic}{number})>'

    def start(self):
        if self._ident is not None:
            raise RuntimeError('threads can only be started once')
        self._begin()

    def _begin(self, when=None):
        global _started
        _started += 1
        self._ident = _FIRST_IDENT + _started * 4096
        if self._context is None and sys.flags.thread_inherit_context:
            from contextvars import copy_context
            self._context = copy_context()
        _run_side_by_side()
        _alive.append(self)
        self._worker = _Worker(self._name, self._bootstrap, self._end, patient=True)
        self._worker.begin(when)

    def _bootstrap(self):
        try:
            if self._context is None:
                self.run()
            else:
                self._context.run(self.run)
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))

    def _end(self, result, error, due):
        self._due = due
        _alive.remove(self)
        _arrive(due, lambda due: _wake(self))

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def is_alive(self):
        if self._ident is None or self._stopped:
            return False
        return self._due is None or _clock() < self._due

    def join(self, timeout=None):
        if self._ident is None:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        deadline = _deadline(timeout)
        if _blocks(lambda: self._due is not None, deadline, self):
            _wait_for_time(self._due, deadline)


_started = 0
_timers = []
_alive = []


def _shutdown():
    # The interpreter waits for threads that are still to run.
    while any([not one._stopped and not one._daemonic for one in _timers + _alive]):
        _block(None, None)


class _MainThread(Thread):
    def __init__(self):
        self._name, self._ident, self._due, self._daemonic = 'MainThread', _FIRST_IDENT, None, False
        self._stopped = False


class _WorkerThread(Thread):
    # A worker of a pool: asyncio started it.
    def __init__(self, name):
        global _started
        _started += 1
        self._name, self._ident, self._due, self._daemonic = name, _FIRST_IDENT + _started * 4096, None, False
        self._stopped = False


_WorkerThread.__name__ = _WorkerThread.__qualname__ = 'Thread'
_main = _by_name['MainThread'] = _MainThread()


def current_thread():
    name = _thread_name()
    import _workers
    if _in_worker() and (worker := _workers.current) is not None and worker.patient:
        return worker.function.__self__
    if name not in _by_name:
        _by_name[name] = _WorkerThread(name)
    return _by_name[name]


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return current_thread()._ident


get_native_id = get_ident


def enumerate():
    found = [_main, *_alive]
    now = current_thread()
    return found if now in found else found + [now]


def active_count():
    return len(enumerate())


activeCount = active_count


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    from traceback import format_exception
    name = args.thread.name if args.thread is not None else get_ident()
    sys.stderr.write(f'Exception in thread {name}:\n' + ''.join(format_exception(args.exc_value)))


__excepthook__ = excepthook


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs
        self.finished = Event()

    def start(self):
        if self._ident is not None:
            raise RuntimeError('threads can only be started once')
        self._ident = _FIRST_IDENT
        self._due = _clock() + round(self.interval * 1e9)
        _timers.append(self)
        _arrive(self._due, self._at_time)

    def _at_time(self, due):
        _timers.remove(self)
        self._due = None
        if self.finished.is_set():
            self._due = due
        else:
            self._begin(due)

    def run(self):
        self.function(*self.args, **self.kwargs)
        self.finished.set()

    def cancel(self):
        self.finished.set()
        self._stopped = True


# What threads wait for.


class lock:
    # A worker is run in one go on a clock of its own, so another that is run after it may want the lock at an earlier
    # time: what counts is whether the lock is held at that time.
    def __init__(self):
        self._locked, self._since, self._held = False, 0, []

    def _held_until(self):
        if not self._held:
            return None
        now = _clock()
        return max((end for start, end in self._held if start <= now < end), default=None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.lock' object")

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        if not blocking:
            if self.locked():
                return False
        else:
            deadline = _deadline(timeout)
            if not _blocks(lambda: not self._locked, deadline, self):
                return False
            while (until := self._held_until()) is not None:
                if not _wait_for_time(until, deadline):
                    return False
        self._locked, self._since = True, _clock()
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False
        if _in_worker() and self._since < _clock():
            self._held = [*self._held[-63:], (self._since, _clock())]
        _wake(self)

    def locked(self):
        return self._locked or self._held_until() is not None

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f'<{"locked" if self.locked() else "unlocked"} _thread.lock object at {id(self):#x}>'


lock.__module__ = '_thread'
Lock = lock


class RLock:
    def __init__(self):
        self._lock, self._owner, self._count = lock(), 0, 0

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner != me:
            if not self._lock.acquire(blocking, timeout):
                return False
            self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = 0
            self._lock.release()

    def _give_up(self):
        # Gives it back, however often it was taken.
        count, self._count, self._owner = self._count, 0, 0
        self._lock.release()
        return count

    def locked(self):
        return self._lock.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def __repr__(self):
        return (f'<{"locked" if self._count else "unlocked"} _thread.RLock object owner={self._owner} '
                f'count={self._count} at {id(self):#x}>')


RLock.__module__ = '_thread'


class Event:
    def __init__(self):
        self._set_at = None

    def is_set(self):
        return self._set_at is not None and self._set_at <= _clock()

    isSet = is_set

    def set(self):
        if not self.is_set():
            self._set_at = _clock()
            _wake(self)

    def clear(self):
        self._set_at = None

    def wait(self, timeout=None):
        deadline = _deadline(timeout)
        if not _blocks(lambda: self._set_at is not None, deadline, self):
            return False
        return _wait_for_time(self._set_at, deadline)

    def __repr__(self):
        return (f'<{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}: '
                f'{"set" if self.is_set() else "unset"}>')


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def _is_owned(self):
        check = getattr(self._lock, '_is_owned', self._lock.locked)
        return check()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        ticket = [False]
        self._waiters.append(ticket)
        given_up = self._lock._give_up() if hasattr(self._lock, '_give_up') else self.release()
        try:
            return _blocks(lambda: ticket[0], _deadline(timeout), ticket)
        finally:
            if ticket in self._waiters:
                self._waiters.remove(ticket)
            self.acquire()
            if given_up:
                self._lock._count = given_up

    def wait_for(self, predicate, timeout=None):
        deadline = _deadline(timeout)
        result = predicate()
        while not result:
            left = None if deadline is None else (deadline - _clock()) / 1e9
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        for ticket in self._waiters[:n]:
            ticket[0] = True
            self._waiters.remove(ticket)
            _wake(ticket)

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._start = value
        # When each permit that is not taken becomes free, earliest first.
        self._free = [0] * value

    @property
    def _value(self):
        now = _clock()
        return len([one for one in self._free if one <= now])

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not blocking:
            if not self._value:
                return False
        else:
            deadline = _deadline(timeout)
            if not _blocks(lambda: self._free, deadline, self):
                return False
            if not _wait_for_time(self._free[0], deadline):
                return False
        self._free.pop(0)
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._free += [_clock()] * n
        self._free.sort()
        _wake(self)

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return (f'<{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}: '
                f'value={self._value}>')


class BoundedSemaphore(Semaphore):
    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if len(self._free) + n > self._start:
            raise ValueError('Semaphore released too many times')
        super().release(n)

    def __repr__(self):
        return (f'<{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}: '
                f'value={self._value}/{self._start}>')


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._parties, self._action, self._timeout = parties, action, timeout
        self._broken, self._round = False, [0, None]

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._round[0])
    broken = property(lambda self: self._broken)

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        mine = self._round
        index = mine[0]
        mine[0] += 1
        if mine[0] == self._parties:
            try:
                if self._action is not None:
                    self._action()
            except BaseException:
                self.abort()
                raise
            self._end_round(True)
            return index
        deadline = _deadline(self._timeout if timeout is None else timeout)
        if not _blocks(lambda: mine[1] is not None, deadline, mine):
            self.abort()
        if not mine[1]:
            raise BrokenBarrierError
        return index

    def _end_round(self, passed):
        ended, self._round = self._round, [0, None]
        ended[1] = passed
        _wake(ended)

    def abort(self):
        self._broken = True
        self._end_round(False)

    def reset(self):
        self._broken = False
        if self._round[0]:
            self._end_round(False)

    def __repr__(self):
        name = f'{self.__class__.__module__}.{self.__class__.__qualname__}'
        if self._broken:
            return f'<{name} at {id(self):#x}: broken>'
        return f'<{name} at {id(self):#x}: waiters={self.n_waiting}/{self._parties}>'


class local:
    def __new__(cls, /, *args, **kwargs):
        made = object.__new__(cls)
        object.__setattr__(made, '_local__all', {})
        object.__setattr__(made, '_local__given', (args, kwargs))
        made._own()
        return made

    def _own(self):
        # The attributes of the thread that runs now; its first use of them calls `__init__`.
        everything = object.__getattribute__(self, '_local__all')
        me = get_ident()
        if me not in everything:
            everything[me] = {}
            if everything and len(everything) > 1 and type(self).__init__ is not object.__init__:
                args, kwargs = object.__getattribute__(self, '_local__given')
                type(self).__init__(self, *args, **kwargs)
        return everything[me]

    @property
    def __dict__(self):
        return object.__getattribute__(self, '_own')()

    def __getattr__(self, name):
        own = object.__getattribute__(self, '_own')()
        if name in own:
            return own[name]
        raise AttributeError(f"'{type(self).__module__}.{type(self).__qualname__}' object has no attribute '{name}'"
                             if type(self) is local else f"'{type(self).__name__}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        self._own()[name] = value

    def __delattr__(self, name):
        own = self._own()
        if name not in own:
            raise AttributeError(name)
        del own[name]


local.__module__ = '_thread'
local.__qualname__ = local.__name__ = '_local'


def settrace(func):
    pass


def setprofile(func):
    pass


def stack_size(size=0):
    return 0
