"""Locks and their kin. Waiters stand in line as futures; who releases wakes the first that still waits."""

from . import exceptions, mixins

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class _ContextManagerMixin:
    """`async with`: acquired on entering, released on leaving."""

    async def __aenter__(self):
        await self.acquire()  # at 14
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_ContextManagerMixin, mixins._LoopBoundMixin):
    """Held by one at a time; the others get it in the order in which they asked."""

    def __init__(self):
        self._created('lock', 0)
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return self._describe('locked' if self._locked else 'unlocked', self._waiters)

    def locked(self):
        """Whether somebody holds it."""
        return self._locked

    def _take(self):
        self._locked = True
        self._changed(1)
        return True

    async def acquire(self):  # at 90
        """Waits until it is free, and takes it."""
        if not self._locked:
            # Nobody may overtake a waiter that was woken and has not run yet.
            if self._waiters is None or all(waiter.cancelled() for waiter in self._waiters):
                return self._take()
        if self._waiters is None:
            self._waiters = []
        waiter = self._join_line(self._waiters)
        try:
            try:
                await waiter  # at 110
            finally:
                self._leave_line(self._waiters, waiter)
        except exceptions.CancelledError:
            if not self._locked:
                # It may have been this one's turn: then it is the next one's.
                self._wake_first_in_line()
            raise
        return self._take()

    def release(self):
        """Gives it back and wakes the first waiter."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._changed(0)
        self._wake_first_in_line()

    def _wake_first_in_line(self):
        if self._waiters and not (first := self._waiters[0]).done():
            first.set_result(True)


class Event(mixins._LoopBoundMixin):
    """A flag to wait for."""

    def __init__(self):
        self._created('event', 0)
        self._waiters = []
        self._value = False

    def __repr__(self):
        return self._describe('set' if self._value else 'unset', self._waiters)

    def is_set(self):
        """Whether the flag is set."""
        return self._value

    def set(self):
        """Sets the flag and wakes all who wait for it."""
        if self._value:
            return
        self._value = True
        self._changed(1)
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        """Takes the flag back."""
        if self._value:
            self._changed(0)
        self._value = False

    async def wait(self):  # at 200
        """Waits until the flag is set."""
        if not self._value:
            waiter = self._join_line(self._waiters)
            try:
                await waiter  # at 213
            finally:
                self._leave_line(self._waiters, waiter)
        return True


class Condition(_ContextManagerMixin, mixins._LoopBoundMixin):
    """Waits, with a lock let go meanwhile, for somebody who holds the lock to notify."""

    def __init__(self, lock=None):
        self._created('condition', 0)
        if lock is None:
            lock = Lock.__new__(Lock)
            lock._belongs_to(self)
            lock.__init__()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __repr__(self):
        return self._describe('locked' if self.locked() else 'unlocked', self._waiters)

    async def wait(self):  # at 248
        """Lets the lock go, waits to be notified, and takes the lock again."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        loop = self._get_loop()
        waiter = loop.create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                self._waiter_added(waiter)
                try:
                    await waiter  # at 272
                    return True
                finally:
                    self._leave_line(self._waiters, waiter)
            finally:
                # Whatever happened, the lock is held on the way out, and a cancellation meanwhile is kept.
                held = False
                cancelled = None
                while not held:
                    try:
                        await self.acquire()  # at 284
                        held = True
                    except exceptions.CancelledError as exc:
                        cancelled = exc
                if cancelled is not None:
                    try:
                        raise cancelled
                    finally:
                        cancelled = None
        except BaseException:
            # The notification may have been for this one: somebody else gets it.
            self._notify(1)
            raise

    async def wait_for(self, predicate):  # at 303
        """Waits until the predicate is true of what it finds, and gives its value."""
        while not (value := predicate()):
            await self.wait()  # at 313
        return value

    def notify(self, n=1):
        """Wakes so many waiters; they go on once they have the lock."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def _notify(self, n):
        left = n
        for waiter in self._waiters:
            if left <= 0:
                return
            if not waiter.done():
                waiter.set_result(False)
                left -= 1

    def notify_all(self):
        """Wakes all waiters."""
        self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, mixins._LoopBoundMixin):
    """So many permits, given out in the order in which they were asked for."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._created('semaphore', value)
        self._waiters = None
        self._value = value

    def __repr__(self):
        return self._describe('locked' if self.locked() else f'unlocked, value:{self._value}', self._waiters)

    def _set_value(self, value):
        self._value = value
        self._changed(value)

    def locked(self):
        """Whether one who asks now has to wait: no permit is left, or others wait already."""
        if self._value == 0:
            return True
        return any(not waiter.cancelled() for waiter in self._waiters or ())

    async def acquire(self):  # at 386
        """Waits for a permit and takes it."""
        if not self.locked():
            self._set_value(self._value - 1)
            return True
        if self._waiters is None:
            self._waiters = []
        waiter = self._join_line(self._waiters)
        try:
            try:
                await waiter  # at 407
            finally:
                self._leave_line(self._waiters, waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # The permit had been given to this one already.
                self._set_value(self._value + 1)
            raise
        finally:
            while self._value > 0 and self._give_permit():
                pass
        return True

    def release(self):
        """Gives a permit back, or to the first who waits."""
        self._set_value(self._value + 1)
        self._give_permit()

    def _give_permit(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                # The permit is taken in the name of who is woken.
                self._set_value(self._value - 1)
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that never holds more permits than it began with."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class _BarrierState:
    FILLING = 'filling'
    DRAINING = 'draining'
    RESETTING = 'resetting'
    BROKEN = 'broken'


class Barrier(mixins._LoopBoundMixin):
    """Lets tasks through only together, so many at a time."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._created('barrier', parties)
        self._cond = Condition.__new__(Condition)
        self._cond._belongs_to(self)
        self._cond.__init__()
        self._parties = parties
        self._state = _BarrierState.FILLING
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state = f'{state}, waiters:{self.n_waiting}/{self.parties}'
        return self._describe(state, None)

    async def __aenter__(self):
        return await self.wait()  # at 506

    async def __aexit__(self, *args):
        pass

    def _set_count(self, count):
        self._count = count
        self._changed(count)

    async def wait(self):  # at 511
        """Waits until all parties are here; gives each a number of its own."""
        async with self._cond:
            await self._block()  # at 519
            try:
                place = self._count
                self._set_count(place + 1)
                if place + 1 == self._parties:
                    await self._release()  # at 525
                else:
                    await self._wait()  # at 527
                return place
            finally:
                self._set_count(self._count - 1)
                self._leave()

    async def _block(self):
        """Waits while those of the round before are still leaving."""
        leaving = (_BarrierState.DRAINING, _BarrierState.RESETTING)
        await self._cond.wait_for(lambda: self._state not in leaving)  # at 540
        if self._state is _BarrierState.BROKEN:
            raise exceptions.BrokenBarrierError('Barrier aborted')

    async def _release(self):
        """The last one has come: all may go."""
        self._state = _BarrierState.DRAINING
        self._cond.notify_all()

    async def _wait(self):
        """Waits for the last one."""
        await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)  # at 564
        if self._state in (_BarrierState.BROKEN, _BarrierState.RESETTING):
            raise exceptions.BrokenBarrierError('Abort or reset of barrier')

    def _leave(self):
        """The last one to leave opens the next round."""
        if self._count > 0:
            return
        if self._state in (_BarrierState.RESETTING, _BarrierState.DRAINING):
            self._state = _BarrierState.FILLING
        self._cond.notify_all()

    async def reset(self):
        """Sends away, with an exception, those who wait."""
        async with self._cond:
            self._state = _BarrierState.RESETTING if self._count > 0 else _BarrierState.FILLING
            self._cond.notify_all()

    async def abort(self):
        """Breaks the barrier: who waits, and who comes, gets an exception."""
        async with self._cond:
            self._state = _BarrierState.BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        """How many must come."""
        return self._parties

    @property
    def n_waiting(self):
        """How many have come."""
        return self._count if self._state is _BarrierState.FILLING else 0

    @property
    def broken(self):
        """Whether it was broken by `abort`."""
        return self._state is _BarrierState.BROKEN
