# Functions to be called when the interpreter ends.

import sys

_registered = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    _registered[:] = [one for one in _registered if one[0] != func]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    threading = sys.modules.get('threading')
    if threading is not None:
        threading._shutdown()
    while _registered:
        func, args, kwargs = _registered.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            sys._call_unraisablehook(error, f'Exception ignored in atexit callback {func!r}')
