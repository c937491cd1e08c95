# Imports by name. What can be imported is what Loopglass has; modules are not loaded from the files of a run.

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']


def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        start = name.lstrip('.')
        levels = len(name) - len(start)
        parts = package.split('.')
        if levels > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        name = '.'.join(parts[:len(parts) - levels + 1] + ([start] if start else []))
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    raise NotImplementedError('Loopglass cannot load a module again')
