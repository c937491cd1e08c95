"""Queues: who gets waits for an item, who puts into a full one waits for a place."""

from _build import __class_getitem__ as _class_getitem
from _collections import deque
from heapq import heappop, heappush

from _asyncio import _get_at_once, _put_at_once, _wait_for_item, _wait_for_place

from . import locks, mixins

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class QueueEmpty(Exception):
    """There is nothing to get at once."""


class QueueFull(Exception):
    """There is no place to put something at once."""


class QueueShutDown(Exception):
    """The queue was shut down."""


def GenericAlias(origin, arguments):
    # The class itself comes with all of `_typing`.
    return _class_getitem(origin, arguments)


# Functions, not closures: those would cost each `put` and `get` a cell.

def _has_place(queue):
    return not queue.full()


def _has_item(queue):
    return not queue.empty()


class Queue(mixins._LoopBoundMixin):
    """First in, first out; without limit where `maxsize` is 0."""

    def __init__(self, maxsize=0):
        self._created('queue', maxsize)
        self._maxsize = maxsize
        self._getters = []
        self._putters = []
        self._unfinished_tasks = 0
        self._finished = locks.Event.__new__(locks.Event)
        self._finished._belongs_to(self, True)
        self._finished.__init__()
        self._finished.set()
        self._init(maxsize)
        self._is_shutdown = False

    # What the other kinds of queue do differently:

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    # What is the same for all:

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        parts = [f'maxsize={self._maxsize!r}']
        if getattr(self, '_queue', None):
            parts.append(f'_queue={list(self._queue)!r}')
        if self._getters:
            parts.append(f'_getters[{len(self._getters)}]')
        if self._putters:
            parts.append(f'_putters[{len(self._putters)}]')
        if self._unfinished_tasks:
            parts.append(f'tasks={self._unfinished_tasks}')
        if self._is_shutdown:
            parts.append('shutdown')
        return ' '.join(parts)

    def qsize(self):
        """How many items it holds."""
        return len(self._queue)

    @property
    def maxsize(self):
        """How many items it can hold; 0 for any number."""
        return self._maxsize

    def empty(self):
        """Whether it holds nothing."""
        return not self._queue

    def full(self):
        """Whether it holds as much as it can."""
        return not self._maxsize <= 0 and self.qsize() >= self._maxsize

    def _wakeup_next(self, line):
        while line:
            waiter = line.pop(0)
            self._waiter_removed(waiter)
            if not waiter.done():
                waiter.set_result(None)
                return

    def _gave_up(self, line, waiter, can_go_on):
        """A waiter was cancelled, perhaps just after it was woken: then its turn goes to the next."""
        waiter.cancel()
        if waiter in line:
            self._leave_line(line, waiter)
        if can_go_on(self) and not waiter.cancelled():
            self._wakeup_next(line)

    async def put(self, item):  # at 125
        """Puts an item in, waiting for a place."""
        while not _put_at_once(self, item):
            putter = _wait_for_place(self)
            if putter is None:
                if not self.full():
                    return self.put_nowait(item)
                if self._is_shutdown:
                    raise QueueShutDown
                putter = self._join_line(self._putters)
            try:
                await putter  # at 139
            except:
                self._gave_up(self._putters, putter, _has_place)
                raise

    def put_nowait(self, item):
        """Puts an item in, or raises QueueFull."""
        if _put_at_once(self, item):
            return
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._item_put(item, self._queue)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wakeup_next(self._getters)

    async def get(self):  # at 172
        """Takes an item out, waiting for one."""
        while (item := _get_at_once(self)) is NotImplemented:
            getter = _wait_for_item(self)
            if getter is None:
                if not self.empty():
                    return self.get_nowait()
                if self._is_shutdown:
                    raise QueueShutDown
                getter = self._join_line(self._getters)
            try:
                await getter  # at 186
            except:
                self._gave_up(self._getters, getter, _has_item)
                raise
        return item

    def get_nowait(self):
        """Takes an item out, or raises QueueEmpty."""
        item = _get_at_once(self)
        if item is not NotImplemented:
            return item
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        item = self._get()
        self._item_taken(item, self._queue)
        self._wakeup_next(self._putters)
        return item

    def task_done(self):
        """Says that the work on an item is done."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if not self._unfinished_tasks:
            self._finished.set()

    async def join(self):  # at 239
        """Waits until the work on all items is done."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()  # at 248

    def shutdown(self, immediate=False):
        """Nothing can be put in any more; with `immediate`, what is inside is thrown away."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            self._changed(0)
            if not self._unfinished_tasks:
                self._finished.set()
        for line in (self._getters, self._putters):
            while line:
                self._wakeup_next(line)


class PriorityQueue(Queue):
    """The least item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item, heappush=heappush):
        heappush(self._queue, item)

    def _get(self, heappop=heappop):
        return heappop(self._queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
