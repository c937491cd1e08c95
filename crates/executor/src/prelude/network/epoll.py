"""What waits for ends of the network inside the machine."""

import _network_host as _host
from _network import ERR, HUP, error, file_of


class Epoll:
    """What is watched, and what of it is ready, in the order in which it became so. What is still ready stays in its
    place (level-triggered)."""

    def __init__(self):
        self.interest = {}
        self.ready = []
        self.closed = False

    def wake(self, endpoint):
        """Something changed at an endpoint."""
        for fd, (watched, events) in self.interest.items():
            if watched is endpoint and fd not in self.ready and endpoint.poll() & (events | ERR | HUP):
                self.ready.append(fd)
                _host.wake(self)

    def add(self, fd, events):
        """Watches a descriptor."""
        endpoint = file_of(fd)
        if fd in self.interest:
            raise error('EEXIST')
        self.interest[fd] = (endpoint, events)
        endpoint.watchers.append(self)
        self.wake(endpoint)

    def change(self, fd, events):
        """Watches it for something else."""
        endpoint = file_of(fd)
        if fd not in self.interest:
            raise error('ENOENT')
        self.interest[fd] = (endpoint, events)
        self.wake(endpoint)

    def remove(self, fd):
        """Watches it no more."""
        file_of(fd)
        if fd not in self.interest:
            raise error('ENOENT')
        self.forget(fd)

    def forget(self, fd):
        """It is watched no more."""
        if (known := self.interest.pop(fd, None)) is not None:
            known[0].watchers.remove(self)
            if fd in self.ready:
                self.ready.remove(fd)

    def take(self, most=-1):
        """What is ready now, as pairs of descriptor and events."""
        found, kept = [], []
        for fd in self.ready:
            endpoint, events = self.interest[fd]
            if mask := endpoint.poll() & (events | ERR | HUP):
                kept.append(fd)
                found.append((fd, mask))
        self.ready = kept
        return found if most < 0 else found[:most]

    def is_ready(self):
        """Whether anything is ready now."""
        return any(self.interest[fd][0].poll() & (self.interest[fd][1] | ERR | HUP) for fd in self.ready)

    def close(self):
        """Watches nothing any more."""
        for fd in list(self.interest):
            self.forget(fd)
        self.closed = True
