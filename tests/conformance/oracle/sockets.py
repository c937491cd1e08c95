"""The network of the oracle: Loopglass's own sockets in memory (`crates/executor/src/prelude/network`) in place of the
system's, below CPython's `socket`, `selectors` and `asyncio`. What a kernel would do is the same on both sides; what
asyncio does with it is CPython's. Waiting moves the virtual clock, and the numbers of errors are Linux's wherever they
are seen, though this build of CPython has others."""

import asyncio.base_events
import asyncio.selector_events
import asyncio.streams
import asyncio.unix_events
import errno
import importlib
import os
import selectors
import socket
import stat
import sys
import types


class Number(int):
    """The number of an error by which this build knows it, with the text of Linux's."""

    def __new__(cls, here, linux):
        number = super().__new__(cls, here)
        number.text = str(linux)
        return number

    def __repr__(self):
        return self.text

    __str__ = __repr__

    def __format__(self, spec):
        return format(int(self.text), spec)


def make_host(clock, arrivals, end_run):
    """What waiting is: the clock moves on, and workers report."""

    def move_on(until):
        due = arrivals.next_due()
        wake = min(moment for moment in (until, due) if moment is not None)
        clock[0] = max(clock[0], wake)
        arrivals.deliver()

    def wait(key, until):
        if until is not None and clock[0] >= until:
            return False
        if until is None and arrivals.next_due() is None:
            return None
        move_on(until)
        return True

    def select(epoll, until):
        if epoll.is_ready():
            arrivals.deliver()
            return
        if until is None and arrivals.next_due() is None:
            end_run()
        move_on(until)

    def number(name, linux):
        return Number(getattr(errno, name), linux)

    return {"now": lambda: clock[0], "wake": lambda key: None, "wait": wait, "select": select, "number": number}


def add_module(name, members, source=None, filename=None):
    """A module that shutdown does not clear: what is defined in it lives in a dictionary that it only shows."""
    space = {"__name__": name, "__builtins__": __builtins__, **members}
    if source is not None:
        exec(compile(source, filename, "exec"), space)
    module = types.ModuleType(name)
    module.__dict__.update(space)
    sys.modules[name] = module
    return space


def reload(module):
    """CPython's own module again, over what is below it now."""
    for name in list(vars(module)):
        if not name.startswith("__"):
            delattr(module, name)
    importlib.reload(module)


class NotBound:
    """A function that is not bound as a method, as those of C are not."""

    def __init__(self, function):
        self.function = function
        self.__name__ = self.__qualname__ = function.__name__

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


class System:
    """The module `os` for asyncio, where the names of Unix sockets are known, which are no files here."""

    def __init__(self, network):
        self.network = network

    def __getattr__(self, name):
        return getattr(os, name)

    def stat(self, path):
        end = self.network["name_file"](path)
        if end is None:
            return os.stat(path)
        return os.stat_result((stat.S_IFSOCK | 0o755, end.number, 0, 1, 0, 0, 0, 0, 0, 0))

    def remove(self, path):
        if self.network["remove_name"](path) is None:
            os.remove(path)

    unlink = remove


def install_network(sources, clock, arrivals, end_run):
    """Put the network in place. `sources` are pairs of a module's name and its text."""
    add_module("_network_host", make_host(clock, arrivals, end_run))
    spaces = {name: add_module(name, {}, text, f"{name}.py") for name, text in sources}
    sys.modules["select"].select = NotBound(spaces["select"]["select"])
    reload(socket)
    reload(selectors)
    # This build leaves out what is about Unix sockets.
    importlib.reload(asyncio.streams)
    for name in asyncio.streams.__all__:
        setattr(asyncio, name, getattr(asyncio.streams, name))
        if name not in asyncio.__all__:
            asyncio.__all__ += (name,)
    asyncio.selector_events._HAS_SENDMSG, asyncio.selector_events.SC_IOV_MAX = True, 1024
    asyncio.base_events._HAS_IPv6 = True
    asyncio.base_events.os = asyncio.unix_events.os = System(spaces["_network"])
