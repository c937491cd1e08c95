"""What counts as a coroutine."""

from _asyncio import iscoroutine

__all__ = ('iscoroutinefunction', 'iscoroutine')


def _isawaitable(obj):
    return iscoroutine(obj) or hasattr(type(obj), '__await__')


def iscoroutinefunction(func):
    """Whether calling it makes a coroutine. (Deprecated: `inspect.iscoroutinefunction`.)"""
    from warnings import warn
    warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
         'use inspect.iscoroutinefunction() instead', DeprecationWarning)
    import inspect
    return inspect.iscoroutinefunction(func)
