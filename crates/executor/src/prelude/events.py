"""Which loop runs, which is set, and how one is made."""

from _asyncio import (Handle, TimerHandle, _get_running_loop, _get_set_loop, _set_running_loop, get_running_loop,
                      set_event_loop)

__all__ = ('AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle', 'get_event_loop', 'set_event_loop',
           'new_event_loop', '_set_running_loop', 'get_running_loop', '_get_running_loop')


class AbstractEventLoop:
    """What every loop derives from."""


class AbstractServer:
    """What a server would derive from."""


def get_event_loop():
    """The running loop, else the one that was set."""
    loop = _get_running_loop()
    if loop is None:
        loop = _get_set_loop()
    if loop is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return loop


def new_event_loop():
    """A new event loop."""
    from .base_events import EventLoop
    return EventLoop()
