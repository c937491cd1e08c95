# Threads on virtual time. There is one call stack: what a thread does is done in one go when it starts, on a clock
# of its own, and takes its time only for those who wait for it. A lock that a thread gave back, or an event that it
# set, at a later time than now is free or set from that time on. What would need two threads at once says so.

from _asyncio import (_arrive, _clock, _enter_worker, _in_worker, _leave_worker, _thread_name, _wait_for_arrival)
import atexit as _atexit
import sys
import time as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'settrace', 'setprofile', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'get_native_id']

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_FIRST_IDENT = 139900000000000

_by_name = {}
_running = []
_counted = 0


class BrokenBarrierError(RuntimeError):
    pass


def _cannot_wait(what):
    raise RuntimeError(f'{what} would wait for another thread, and Loopglass runs what a thread does in one go; '
                       'use asyncio.to_thread() and asyncio\'s own locks, events and queues instead')


def _pass_until(due):
    # The thread that runs now blocks up to a time; meanwhile what other threads have done arrives.
    if _in_worker():
        _time.sleep(max(0, due - _clock()) / 1e9)
        return
    while _clock() < due:
        _arrival(due)


def _arrival(until):
    # Blocks until what another thread has done arrives; False if the time comes first.
    arrived = _wait_for_arrival(until)
    if arrived is None:
        return False
    due, action = arrived
    action(due)
    return True


def _deadline(timeout):
    return None if timeout is None or timeout < 0 else _clock() + round(timeout * 1e9)


def _blocks(holds, deadline, what):
    # Blocks until something holds that only others can bring about; False if the time comes first.
    while not holds():
        if _in_worker():
            if deadline is None:
                _cannot_wait(what)
            _pass_until(deadline)
            return holds()
        if not _arrival(deadline):
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

    def _begin(self, *when):
        global _started
        _started += 1
        self._ident = _FIRST_IDENT + _started * 4096
        if self._context is None and sys.flags.thread_inherit_context:
            from contextvars import copy_context
            self._context = copy_context()
        _enter_worker(self._name, *when)
        _running.append(self)
        try:
            if self._context is None:
                self.run()
            else:
                self._context.run(self.run)
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            _running.pop()
            self._due = _leave_worker()
        _arrive(self._due, _nothing)

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
        if self._due is None:
            _cannot_wait('join()')
        _wait_for_time(self._due, _deadline(timeout))


_started = 0
_timers = []


def _nothing(due):
    pass


def _shutdown():
    # The interpreter waits for threads that are still to run.
    while any([not timer._stopped and not timer._daemonic for timer in _timers]):
        _arrival(None)


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
    if _running and _in_worker() and _running[-1]._name == name:
        return _running[-1]
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
    found = [_main]
    now = current_thread()
    return found if now is _main else found + [now]


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
    def __init__(self):
        self._locked, self._free_at = False, 0

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
            if not _blocks(lambda: not self._locked, deadline, 'acquire()'):
                return False
            if not _wait_for_time(self._free_at, deadline):
                return False
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked, self._free_at = False, _clock()

    def locked(self):
        return self._locked or self._free_at > _clock()

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

    def clear(self):
        self._set_at = None

    def wait(self, timeout=None):
        deadline = _deadline(timeout)
        if not _blocks(lambda: self._set_at is not None, deadline, 'wait()'):
            return False
        return _wait_for_time(self._set_at, deadline)

    def __repr__(self):
        return (f'<{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}: '
                f'{"set" if self.is_set() else "unset"}>')


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiting, self._notified = 0, 0

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
        self.release()
        self._waiting += 1
        try:
            before = self._notified
            return _blocks(lambda: self._notified != before, _deadline(timeout), 'wait()')
        finally:
            self._waiting -= 1
            self.acquire()

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
        if self._waiting:
            self._notified += 1

    def notify_all(self):
        self.notify(self._waiting)

    notifyAll = notify_all

    def __repr__(self):
        return f'<Condition({self._lock}, {self._waiting})>'


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
            if not _blocks(lambda: self._free, deadline, 'acquire()'):
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
        self.parties, self._action, self.n_waiting, self.broken = parties, action, 0, False

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        if self.parties > 1:
            _cannot_wait('wait()')
        if self._action is not None:
            self._action()
        return 0

    def abort(self):
        self.broken = True

    def reset(self):
        self.broken = False


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
