"""`select`: waiting for sockets of the network inside the machine."""

from math import ceil as _ceil

import _network
import _network_epoll
import _network_host as _host
from _network import ERR as EPOLLERR, HUP as EPOLLHUP, IN as EPOLLIN, OUT as EPOLLOUT, RDHUP as EPOLLRDHUP

error = OSError
EPOLLPRI, EPOLLET, EPOLLONESHOT, EPOLLEXCLUSIVE = 2, 1 << 31, 1 << 30, 1 << 28
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 1024
EPOLL_CLOEXEC = 0o2000000
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, POLLRDHUP = 1, 2, 4, 8, 16, 32, 0x2000
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG = 64, 128, 256, 512, 1024
PIPE_BUF = 4096


def _descriptor(file):
    if isinstance(file, int):
        fd = file
    elif hasattr(file, 'fileno'):
        fd = file.fileno()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    else:
        raise TypeError('argument must be an int, or have a fileno() method.')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


def _until(milliseconds):
    """The deadline of a timeout that was rounded up to milliseconds; None for none."""
    if milliseconds is None or milliseconds < 0:
        return None
    return _host.now() + _ceil(round(milliseconds, 6)) * 1_000_000


class epoll:
    """What is watched, and what of it is ready."""

    def __init__(self, sizehint=-1, flags=0):
        self._epoll = _network_epoll.Epoll()

    @property
    def closed(self):
        """Whether it was closed."""
        return self._epoll.closed

    def fileno(self):
        """The descriptor of what an event loop waits with."""
        self._open()
        return 3

    def _open(self):
        if self._epoll.closed:
            raise ValueError('I/O operation on closed epoll object')
        return self._epoll

    def register(self, fd, eventmask=EPOLLIN | EPOLLOUT | EPOLLPRI):
        """Watches a socket."""
        self._open().add(_descriptor(fd), eventmask)

    def modify(self, fd, eventmask):
        """Watches it for something else."""
        self._open().change(_descriptor(fd), eventmask)

    def unregister(self, fd):
        """Watches it no more."""
        self._open().remove(_descriptor(fd))

    def poll(self, timeout=None, maxevents=-1):
        """Waits until something is ready; gives pairs of descriptor and events."""
        watched = self._open()
        until = _until(None if timeout is None else timeout * 1e3)
        _host.select(watched, until)
        return watched.take(maxevents)

    def close(self):
        """Watches nothing any more."""
        self._epoll.close()

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *args):
        self.close()


class poll:
    """What is watched, for a call of its own each time."""

    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        """Watches a socket."""
        self._wanted[_descriptor(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        """Watches it for something else."""
        fd = _descriptor(fd)
        if fd not in self._wanted:
            raise _network.error('ENOENT')
        self._wanted[fd] = eventmask

    def unregister(self, fd, /):
        """Watches it no more."""
        del self._wanted[_descriptor(fd)]

    def poll(self, timeout=None, /):
        """Waits until something is ready; gives pairs of descriptor and events."""
        return _once(self._wanted, _until(timeout), missing=True)


def _once(wanted, until, missing=False):
    """What of the descriptors is ready, in their order; waits where none is."""
    watched = _network_epoll.Epoll()
    lost = []
    try:
        for fd, events in wanted.items():
            try:
                watched.add(fd, events)
            except OSError:
                if not missing:
                    raise
                lost.append((fd, POLLNVAL))
        if not lost:
            _host.select(watched, until)
        found = dict(watched.take() + lost)
    finally:
        watched.close()
    return [(fd, found[fd]) for fd in wanted if fd in found]


def select(rlist, wlist, xlist, timeout=None, /):
    """Waits until something of the three lists is ready; gives what is."""
    lists = [[(file, _descriptor(file)) for file in files] for files in (rlist, wlist, xlist)]
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    wanted = {}
    for files, events in zip(lists, (EPOLLIN, EPOLLOUT, 0)):
        for _, fd in files:
            wanted[fd] = wanted.get(fd, 0) | events
    found = dict(_once(wanted, None if timeout is None else _host.now() + _ceil(round(timeout * 1e6, 3)) * 1000))
    return tuple([file for file, fd in files if found.get(fd, 0) & mask]
                 for files, mask in zip(lists, (EPOLLIN | EPOLLERR | EPOLLHUP, EPOLLOUT | EPOLLERR, EPOLLPRI)))
