# Files and directories for a while. Their names come from the run's seed.

import io as _io
import os as _os
import shutil as _shutil

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp',
           'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']

tempdir = None
TMP_MAX = 10000
template = 'tmp'
_chooser = None
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def gettempdir():
    return '/tmp' if tempdir is None else _os.fspath(tempdir)


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def _free_path(suffix, prefix, dir):
    # A path that nothing has yet.
    global _chooser
    if _chooser is None:
        from random import SystemRandom
        _chooser = SystemRandom()
    dir = gettempdir() if dir is None else _os.fspath(dir)
    while True:
        letters = ''.join([_chooser.choice(_LETTERS) for _ in range(8)])
        path = _os.path.abspath(_os.path.join(dir, (template if prefix is None else prefix) + letters + (suffix or '')))
        if not _os.path.exists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _free_path(suffix, prefix, dir)
    _os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _free_path(suffix, prefix, dir)
    return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), path


def mktemp(suffix='', prefix=template, dir=None):
    return _free_path(suffix, prefix, dir)


class _TemporaryFileWrapper:
    # A file that is removed when it is closed.

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self._delete, self._delete_on_close = file, name, delete, delete_on_close

    def __getattr__(self, name):
        found = getattr(self.__dict__['file'], name)
        if not isinstance(found, int):
            setattr(self, name, found)
        return found

    def _remove(self):
        if self._delete and _os.path.exists(self.name):
            _os.unlink(self.name)
            self._delete = False

    def close(self):
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc_info):
        self.file.__exit__(*exc_info)
        self._remove()

    def __iter__(self):
        return iter(self.file)

    def __del__(self):
        if 'file' in self.__dict__:
            self.file.close()
            self._remove()


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    path = _free_path(suffix, prefix, dir)
    open(path, 'x').close()
    return _TemporaryFileWrapper(open(path, mode, buffering, encoding, errors, newline), path, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    path = _free_path(suffix, prefix, dir)
    open(path, 'x').close()
    file = open(path, mode, buffering, encoding, errors, newline)
    _os.unlink(path)
    return file


class SpooledTemporaryFile:
    # Nothing is slow here, so what is spooled stays in memory.

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = _io.BytesIO() if 'b' in mode else _io.TextIOWrapper(_io.BytesIO(), encoding or 'utf-8', errors, newline)
        self._max_size, self._rolled = max_size, False

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def rollover(self):
        self._rolled = True

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name, self._delete, self._gone = mkdtemp(suffix, prefix, dir), delete, False

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if not self._gone and _os.path.exists(self.name):
            _shutil.rmtree(self.name)
        self._gone = True

    def __del__(self):
        if not self._gone and self._delete:
            import warnings
            self.cleanup()
            warnings.warn(f'Implicitly cleaning up {self!r}', ResourceWarning)
