# What of the operating system needs no real one. There are no files: what would touch one is an OSError that says so.

import os.path

path = os.path
del os

name = 'posix'
sep, altsep, extsep, linesep, pathsep, curdir, pardir, devnull = '/', None, '.', '\n', ':', '.', '..', '/dev/null'
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
error = OSError


class PathLike:
    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__')


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


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


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
    return f'Unknown error {code}'


def _no_files(*args, **kwargs):
    raise OSError('Loopglass has no files')


def getcwd():
    return '/'


def getcwdb():
    return b'/'


listdir = scandir = walk = mkdir = makedirs = remove = unlink = rename = rmdir = chdir = _no_files
stat = lstat = access = open = symlink = replace = chmod = _no_files


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
