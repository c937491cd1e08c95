# Queues between threads, on virtual time: who takes from an empty queue waits for what other threads still do.

from collections import deque
from heapq import heappop, heappush
from types import GenericAlias

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    pass


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


def _changed(queue):
    from _workers import wake
    wake(queue)


def _clock():
    from _asyncio import _clock
    return _clock()


def _waited(holds, timeout, queue):
    # Blocks until something holds of a queue; False if the time is over first.
    import threading
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return threading._blocks(holds, threading._deadline(timeout), queue)


class Queue:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize, self.unfinished_tasks, self.is_shutdown = maxsize, 0, False
        # When the items came that another thread has put at a later time than now.
        self._times = {}
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        if self.is_shutdown:
            raise ShutDown
        if self.full():
            if not block or not _waited(lambda: not self.full() or self.is_shutdown, timeout, self):
                raise Full
            if self.is_shutdown:
                raise ShutDown
        self._put(item)
        self._times[id(item)] = _clock()
        self.unfinished_tasks += 1
        _changed(self)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if self.is_shutdown and self.empty():
            raise ShutDown
        if self.empty():
            if not block or not _waited(lambda: not self.empty() or self.is_shutdown, timeout, self):
                raise Empty
            if self.empty():
                raise ShutDown
        item = self._get()
        _changed(self)
        came = self._times.pop(id(item), 0)
        if came > _clock():
            import threading
            threading._pass_until(came)
        return item

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        _changed(self)

    def join(self):
        _waited(lambda: not self.unfinished_tasks, None, self)

    def shutdown(self, immediate=False):
        self.is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self.unfinished_tasks > 0:
                    self.unfinished_tasks -= 1
        _changed(self)


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self):
        self._queue = Queue()

    def put(self, item, block=True, timeout=None):
        self._queue.put(item)

    put_nowait = put

    def get(self, block=True, timeout=None):
        return self._queue.get(block, timeout)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return self._queue.empty()

    def qsize(self):
        return self._queue.qsize()


SimpleQueue.__module__ = Empty.__module__ = '_queue'
