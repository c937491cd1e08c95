"""What counts as a coroutine."""

from _asyncio import iscoroutine
from _build import is_awaitable_generator

__all__ = ('iscoroutinefunction', 'iscoroutine')


def _is_debug_mode():
    """Whether loops are made in debug mode: the environment says so."""
    import sys
    environment = sys.modules.get('os')
    return sys.flags.dev_mode or environment is not None and bool(environment.environ.get('PYTHONASYNCIODEBUG'))


def _format_coroutine(coro):
    from . import format_helpers
    return format_helpers._format_coroutine(coro)


def _is_function(func):
    import inspect
    return inspect.iscoroutinefunction(func)


def _isawaitable(obj):
    return iscoroutine(obj) or is_awaitable_generator(obj) or hasattr(type(obj), '__await__')


def iscoroutinefunction(func):
    """Whether calling it makes a coroutine. (Deprecated: `inspect.iscoroutinefunction`.)"""
    from warnings import warn
    warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
         'use inspect.iscoroutinefunction() instead', DeprecationWarning)
    import inspect
    return inspect.iscoroutinefunction(func)
