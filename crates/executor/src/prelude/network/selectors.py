"""`selectors`: who waits for several sockets at once, and what is known of each."""

from collections import namedtuple
from collections.abc import Mapping as _Mapping
from math import ceil as _ceil

import select as _select

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


def _fileobj_to_fd(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd < 0:
        raise ValueError(f'Invalid file descriptor: {fd}')
    return fd


class _SelectorMapping(_Mapping):
    """What is watched, by the file or its descriptor."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def get(self, fileobj, default=None):
        """How a file is watched."""
        fd = self._selector._fileobj_lookup(fileobj)
        return self._selector._fd_to_key.get(fd, default)

    def __getitem__(self, fileobj):
        fd = self._selector._fileobj_lookup(fileobj)
        key = self._selector._fd_to_key.get(fd)
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def __iter__(self):
        return iter(self._selector._fd_to_key)


class BaseSelector:
    """What selectors derive from."""

    def register(self, fileobj, events, data=None):
        """Watches a file."""
        raise NotImplementedError

    def unregister(self, fileobj):
        """Watches a file no more."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Watches a file for something else."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        """Waits until something is ready; gives pairs of key and events."""
        raise NotImplementedError

    def close(self):
        """Watches nothing any more."""

    def get_key(self, fileobj):
        """How a file is watched."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    def get_map(self):
        """All that is watched."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    def __init__(self):
        self._fd_to_key = {}
        self._map = _SelectorMapping(self)

    def _fileobj_lookup(self, fileobj):
        try:
            return _fileobj_to_fd(fileobj)
        except ValueError:
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def _registered(self, fileobj):
        try:
            return self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    def register(self, fileobj, events, data=None):
        """Watches a file."""
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        """Watches a file no more."""
        return self._fd_to_key.pop(self._registered(fileobj).fd)

    def modify(self, fileobj, events, data=None):
        """Watches a file for something else, or says something else of it."""
        key = self._registered(fileobj)
        if events != key.events:
            self.unregister(fileobj)
            key = self.register(fileobj, events, data)
        elif data != key.data:
            key = key._replace(data=data)
            self._fd_to_key[key.fd] = key
        return key

    def close(self):
        """Watches nothing any more."""
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        """All that is watched; None once it is closed."""
        return self._map


class SelectSelector(_BaseSelectorImpl):
    """Named after select()."""

    def select(self, timeout=None):
        """Waits until something is ready; gives pairs of key and events."""
        readers = [fd for fd, key in self._fd_to_key.items() if key.events & EVENT_READ]
        writers = [fd for fd, key in self._fd_to_key.items() if key.events & EVENT_WRITE]
        timeout = None if timeout is None else max(timeout, 0)
        readable, writable, _ = _select.select(readers, writers, [], timeout)
        return [(self._fd_to_key[fd], (fd in readable) * EVENT_READ | (fd in writable) * EVENT_WRITE)
                for fd in dict.fromkeys([*readable, *writable])]


class _PollLikeSelector(_BaseSelectorImpl):
    """One that the system keeps a list for."""

    _READ, _WRITE = _select.POLLIN, _select.POLLOUT

    def __init__(self):
        super().__init__()
        self._selector = self._make()

    def _mask(self, events):
        return (events & EVENT_READ and self._READ) | (events & EVENT_WRITE and self._WRITE)

    def register(self, fileobj, events, data=None):
        """Watches a file."""
        key = super().register(fileobj, events, data)
        try:
            self._selector.register(key.fd, self._mask(events))
        except:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj):
        """Watches a file no more."""
        key = super().unregister(fileobj)
        try:
            self._selector.unregister(key.fd)
        except OSError:
            # It was closed before.
            pass
        return key

    def modify(self, fileobj, events, data=None):
        """Watches a file for something else, or says something else of it."""
        key = self._registered(fileobj)
        if events != key.events:
            try:
                self._selector.modify(key.fd, self._mask(events))
            except:
                super().unregister(fileobj)
                raise
        if events != key.events or data != key.data:
            key = key._replace(events=events, data=data)
            self._fd_to_key[key.fd] = key
        return key

    def _found(self, pairs):
        found = []
        for fd, mask in pairs:
            if (key := self._fd_to_key.get(fd)) is not None:
                events = (mask & ~self._READ and EVENT_WRITE) | (mask & ~self._WRITE and EVENT_READ)
                found.append((key, events & key.events))
        return found


class PollSelector(_PollLikeSelector):
    """Named after poll()."""

    _make = _select.poll

    def select(self, timeout=None):
        """Waits until something is ready; gives pairs of key and events."""
        return self._found(self._selector.poll(None if timeout is None else _ceil(max(timeout, 0) * 1e3)))


class EpollSelector(_PollLikeSelector):
    """Named after epoll()."""

    _make = _select.epoll

    def fileno(self):
        """The descriptor that it waits with."""
        return self._selector.fileno()

    def select(self, timeout=None):
        """Waits until something is ready; gives pairs of key and events."""
        timeout = None if timeout is None else _ceil(max(timeout, 0) * 1e3) * 1e-3
        return self._found(self._selector.poll(timeout, max(len(self._fd_to_key), 1)))

    def close(self):
        """Watches nothing any more."""
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
