"""What counts as a coroutine."""

from _asyncio import iscoroutine

__all__ = ('iscoroutinefunction', 'iscoroutine')


def _isawaitable(obj):
    return iscoroutine(obj) or hasattr(type(obj), '__await__')


def iscoroutinefunction(func):
    """Whether calling it makes a coroutine. (Deprecated: `inspect.iscoroutinefunction`.)"""
    import warnings
    warnings._deprecated('asyncio.iscoroutinefunction',
                         "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
                         'use inspect.iscoroutinefunction() instead', remove=(3, 16))
    import inspect
    return inspect.iscoroutinefunction(func)
