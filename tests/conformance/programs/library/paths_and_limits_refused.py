"""Paths as bytes, what functions of paths and of `sys` refuse, and what `sys` and `os` know by name."""

import base64
import gc
import itertools
import math
import operator
import os
import statistics
import sys
import types
import warnings
from functools import reduce

path = os.path
print(path.join(b'a', b'b', b'/c'), path.split(b'/x/y'), path.splitext(b'n.tar.gz'), path.basename(b'/p/q'))
print(path.splitroot('//a/b'), path.splitroot('///a'), path.splitroot('/a'), path.splitroot('a/b'), path.normpath(b'a/../b'))
print(path.relpath('a/b'), path.relpath('a', 'b/c'), path.relpath('/x/y', '/x'), path.exists(99), path.isdevdrive('a'))
print(os.get_exec_path({'PATH': '/bin:/sbin'}), os.defpath, os.EX_USAGE, os.PathLike[str], type(os.PathLike).__name__)


class Place(os.PathLike):
    pass


def attempt(action, *args, **kwargs):
    try:
        print(getattr(action, '__name__', '?'), action(*args, **kwargs))
    except (Exception, SystemExit) as error:
        print(getattr(action, '__name__', '?'), type(error).__name__, repr(error))


attempt(Place)
for function in (path.exists, path.isfile, path.isdir, path.lexists, path.islink, path.isabs, os.stat, os.listdir,
                 os.mkdir, os.remove, os.chdir, os.fspath):
    attempt(function, 5.5)
attempt(path.join, 'a', b'b')
attempt(path.join, 'a', 5)
attempt(path.relpath, '')
attempt(os.getenv, 5)
attempt(os.putenv, 'a=b', 'c')
for code in (None, 3, 'text', (1, 2)):
    attempt(sys.exit, code)
attempt(sys.getrefcount)
attempt(sys.getsizeof)
attempt(sys.setswitchinterval, 0)
attempt(sys.unraisablehook, 5)
attempt(type(sys.version_info))
print(type(sys.implementation).__name__, sys.implementation.cache_tag, sys.flags.n_fields > 20)
print('json' in sys.stdlib_module_names, 'nothing' in sys.stdlib_module_names, type(sys.stdlib_module_names).__name__)
print(True.as_integer_ratio(), next(itertools.count(True)), gc.collect, warnings.warn)
attempt(reduce, print)
attempt(operator.indexOf, 5, 5)
attempt(base64.decodebytes, 'x')
attempt(statistics.harmonic_mean, ['a'])
attempt(statistics.median_grouped, ['a'])
attempt(math.ldexp, 1, 1.5)
attempt(types.ModuleType, 5)
attempt(warnings.warn)
attempt(gc.collect, 1, 2)
attempt(itertools.chain.from_iterable, 1)
