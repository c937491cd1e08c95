"""`selectors`: there are no files that could become ready, so to select is to let the time go by."""

from collections import namedtuple
import time as _time

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


class BaseSelector:
    """What selectors derive from."""

    def register(self, fileobj, events, data=None):
        """Watches a file: there are none."""
        raise NotImplementedError('a selector needs files of the operating system, and Loopglass has none; '
                                  'use asyncio.Event or loop.call_later() to stand for what becomes ready')

    def unregister(self, fileobj):
        """Watches a file no more."""
        raise KeyError(f'{fileobj!r} is not registered')

    def modify(self, fileobj, events, data=None):
        """Watches a file for something else."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def get_key(self, fileobj):
        """How a file is watched."""
        raise KeyError(f'{fileobj!r} is not registered')

    def select(self, timeout=None):
        """Waits for the time given."""
        if timeout is None:
            raise NotImplementedError('select() would wait for ever: there are no files that could become ready')
        if timeout > 0:
            _time.sleep(timeout)
        return []

    def get_map(self):
        """The files that are watched."""
        return {}

    def close(self):
        """There is nothing to give back."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    """Named after select()."""


class PollSelector(BaseSelector):
    """Named after poll()."""


class EpollSelector(BaseSelector):
    """Named after epoll()."""


DefaultSelector = EpollSelector
