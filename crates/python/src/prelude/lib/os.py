# What of the operating system needs no real one. What has to do with files is in `_os_files`.

import os.path
from _typing import GenericAlias as _GenericAlias
from abc import ABC as _ABC, abstractmethod as _abstractmethod

__all__ = ['altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'name', 'path', 'devnull', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'fsencode', 'fsdecode', 'fdopen', 'extsep', 'DirEntry', 'EX_OK', 'F_OK',
           'O_APPEND', 'O_CREAT', 'O_EXCL', 'O_RDONLY', 'O_RDWR', 'O_TRUNC', 'O_WRONLY', 'R_OK', 'W_OK', 'X_OK',
           'abort', 'access', 'chdir', 'chmod', 'close', 'cpu_count', 'environ', 'error', 'execv', 'fork', 'fspath',
           'fstat', 'fsync', 'get_terminal_size', 'getcwd', 'getcwdb', 'getlogin', 'getpid', 'getppid', 'isatty',
           'kill', 'listdir', 'lseek', 'lstat', 'mkdir', 'open', 'putenv', 'read', 'readlink', 'remove', 'rename',
           'replace', 'rmdir', 'scandir', 'stat', 'stat_result', 'strerror', 'symlink', 'system', 'terminal_size',
           'truncate', 'umask', 'unlink', 'unsetenv', 'urandom', 'utime', 'write', 'makedirs', 'removedirs',
           'renames', 'walk', 'getenv', 'popen', 'defpath', 'get_exec_path', 'PathLike', 'EX_USAGE',
           'EX_DATAERR', 'EX_NOINPUT', 'EX_NOUSER', 'EX_NOHOST', 'EX_UNAVAILABLE', 'EX_SOFTWARE', 'EX_OSERR', 'EX_OSFILE',
           'EX_CANTCREAT', 'EX_IOERR', 'EX_TEMPFAIL', 'EX_PROTOCOL', 'EX_NOPERM', 'EX_CONFIG']
path = os.path
del os


def __getattr__(name):
    # What has to do with files is there once something of it is asked for.
    import _os_files
    if name not in _os_files.NAMES:
        raise AttributeError(f"module 'os' has no attribute {name!r}", name=name)
    globals().update({one: getattr(_os_files, one) for one in _os_files.NAMES})
    return globals()[name]


def __dir__():
    import _os_files
    return sorted({*globals(), *_os_files.NAMES})

name = 'posix'
sep, altsep, extsep, linesep, pathsep, curdir, pardir, devnull = '/', None, '.', '\n', ':', '.', '..', '/dev/null'
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
error = OSError
defpath = '/bin:/usr/bin'
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT,
 EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)


class PathLike(_ABC):
    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        return any(['__fspath__' in base.__dict__ for base in subclass.__mro__]) or NotImplemented


class _Environ(dict):
    def __setitem__(self, key, value):
        for one in (key, value):
            if not isinstance(one, str):
                raise TypeError(f'str expected, not {type(one).__name__}')
        super().__setitem__(key, value)

    def copy(self):
        return dict(self)

    def __repr__(self):
        return f"environ({{{', '.join([f'{key!r}: {value!r}' for key, value in self.items()])}}})"


environ = _Environ()


def _text_of_variable(name):
    if not isinstance(name, str):
        raise TypeError(f'str expected, not {type(name).__name__}')


def get_exec_path(env=None):
    return (environ if env is None else env).get('PATH', defpath).split(':')


def getenv(key, default=None):
    _text_of_variable(key)
    return environ.get(key, default)


def putenv(name, value, /):
    # Other programs would see it; `environ` knows nothing of it.
    fspath(name), fspath(value)
    if '=' in name:
        raise ValueError('illegal environment variable name')


def unsetenv(name, /):
    if not fspath(name) or '=' in name:
        raise OSError(22, 'Invalid argument')


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def getpid():
    return 42


def getppid():
    return 1


def cpu_count():
    return 4


process_cpu_count = cpu_count


def getlogin():
    return 'learner'


def urandom(size, /):
    from random import randbytes
    return randbytes(size)


def strerror(code, /):
    from errno import _TEXTS
    return _TEXTS.get(code, f'Unknown error {code}')


def _no_links(*args, **kwargs):
    raise NotImplementedError('the files of Loopglass have one name each: there are no links')


symlink = link = readlink = _no_links


def umask(mask, /):
    return 0o022


def _no_programs(*args, **kwargs):
    raise OSError('Loopglass runs no other programs')


system = popen = fork = execv = abort = _no_programs


def kill(pid, signal, /):
    if pid != getpid():
        _no_programs()
    if signal:
        from signal import raise_signal
        raise_signal(signal)


def _exit(status):
    raise NotImplementedError('os._exit() is not supported; use sys.exit()')
