# What `os` does with the files of a run.

import io

import _files
import _io_files
from collections import namedtuple as _namedtuple

_Status = _namedtuple('stat_result', 'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime', module='os')


class stat_result(_Status):
    __module__ = 'os'
    __slots__ = ()

    st_atime_ns = property(lambda self: round(self.st_atime * 1e9))
    st_mtime_ns = property(lambda self: round(self.st_mtime * 1e9))
    st_ctime_ns = property(lambda self: round(self.st_ctime * 1e9))
    st_blksize = property(lambda self: 4096)
    st_blocks = property(lambda self: (self.st_size + 511) // 512)

    def __repr__(self):
        return 'os.' + super().__repr__()


class terminal_size(_namedtuple('terminal_size', 'columns lines', module='os')):
    __module__ = 'os'
    __slots__ = ()

    def __new__(cls, sequence):
        return super().__new__(cls, *sequence)

    def __repr__(self):
        return 'os.' + super().__repr__()


def _status(node):
    return stat_result(node.kind | node.permissions, node.number, 1, 1, 0, 0, node.size(), node.read_at / 1e9,
                       node.changed / 1e9, node.made / 1e9)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    return _status(_files.find(_files.checked(path, 'stat', kinds=_files.OR_INTEGER)))


def lstat(path, *, dir_fd=None):
    return _status(_files.find(_files.checked(path, 'lstat')))


def fstat(fd):
    if fd not in _io_files._open:
        raise _files.failure(9)
    return _status(_io_files._open[fd])


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _files.find_or_none(_files.checked(path, 'access')) is not None


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _files.find(_files.checked(path, 'chmod', kinds=_files.OR_INTEGER)).permissions = mode & 0o7777


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    node = _files.find(path)
    if times is not None:
        ns = [round(one * 1e9) for one in times]
    if ns is None:
        node.touch()
    else:
        node.read_at, node.changed = ns


def listdir(path='.'):
    if path is not None:
        _files.checked(path, 'listdir', kinds='string, bytes, os.PathLike, integer or None')
    return list(_files.directory('.' if path is None else path).names)


class DirEntry:
    __module__ = 'posix'

    def __init__(self, name, path, node):
        self.name, self.path, self._node = name, path, node

    def is_dir(self, *, follow_symlinks=True):
        return isinstance(self._node, _files.Directory)

    def is_file(self, *, follow_symlinks=True):
        return not self.is_dir()

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return _status(self._node)

    def inode(self):
        return self._node.number

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _Entries:
    # An iterator that may be closed, as a `with` does.

    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def scandir(path='.'):
    if path is not None:
        _files.checked(path, 'scandir', kinds='string, bytes, os.PathLike, integer or None')
    given = '.' if path is None else _files.text_of(path)
    before = '' if path is None else given if given.endswith('/') else given + '/'
    return _Entries([DirEntry(name, before + name, node) for name, node in _files.directory(given).names.items()])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _files.text_of(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [one.name for one in entries if one.is_dir()]
    files = [one.name for one in entries if not one.is_dir()]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(top + ('' if top.endswith('/') else '/') + name, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _files.make_directory(_files.checked(path, 'mkdir'), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    text = _files.text_of(name)
    above = text.rstrip('/').rpartition('/')[0]
    if above and _files.find_or_none(above) is None:
        makedirs(above, exist_ok=True)
    try:
        _files.make_directory(name, mode)
    except FileExistsError:
        if not exist_ok or not isinstance(_files.find_or_none(name), _files.Directory):
            raise


def remove(path, *, dir_fd=None):
    _files.remove_file(_files.checked(path, 'remove'))


def rmdir(path, *, dir_fd=None):
    _files.remove_directory(_files.checked(path, 'rmdir'))


def removedirs(name):
    rmdir(name)
    above = _files.text_of(name).rstrip('/').rpartition('/')[0]
    while above:
        try:
            rmdir(above)
        except OSError:
            break
        above = above.rpartition('/')[0]


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _files.rename(_files.checked(src, 'rename', 'src'), _files.checked(dst, 'rename', 'dst'))


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _files.rename(_files.checked(src, 'replace', 'src'), _files.checked(dst, 'replace', 'dst'))


def renames(old, new):
    above = _files.text_of(new).rpartition('/')[0]
    if above:
        makedirs(above, exist_ok=True)
    _files.rename(old, new)


def chdir(path):
    _files.go(_files.checked(path, 'chdir', kinds=_files.OR_INTEGER))


def getcwd():
    return _files.here()


def getcwdb():
    return _files.here().encode()


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
_raw = {}


def open(path, flags, mode=0o777, *, dir_fd=None):
    if not flags & O_CREAT:
        _files.find(path)
    if flags & O_EXCL and flags & O_CREAT and _files.find_or_none(path) is not None:
        raise _files.failure(17, path)
    if flags & O_TRUNC or _files.find_or_none(path) is None:
        _files.create(path, truncate=True)
    kind = 'a' if flags & O_APPEND else 'r'
    raw = _io_files.FileIO(path, kind + ('+' if flags & 3 else ''))
    _raw[raw.fileno()] = raw
    return raw.fileno()


def _of(fd):
    if fd not in _raw:
        raise _files.failure(9)
    return _raw[fd]


def close(fd):
    _of(fd).close()
    del _raw[fd]


def read(fd, length, /):
    return _of(fd).read(length)


def write(fd, data, /):
    if fd in (1, 2):
        import sys
        (sys.__stdout__ if fd == 1 else sys.__stderr__).write(bytes(data).decode())
        return len(data)
    return _of(fd).write(data)


def lseek(fd, position, whence, /):
    return _of(fd).seek(position, whence)


def fsync(fd):
    pass


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    return _io_files.open(fd, mode, buffering, encoding, *args, **kwargs)


def truncate(path, length):
    if isinstance(path, int):
        _of(path).truncate(length)
        return
    with _io_files.FileIO(path, 'r+') as raw:
        raw.truncate(length)


def isatty(fd, /):
    return False


def get_terminal_size(fd=1, /):
    raise OSError(25, 'Inappropriate ioctl for device')


unlink = remove
NAMES = ('DirEntry O_APPEND O_CREAT O_EXCL O_RDONLY O_RDWR O_TRUNC O_WRONLY access chdir chmod close fdopen fstat fsync '
         'get_terminal_size getcwd getcwdb isatty listdir lseek lstat makedirs mkdir open read remove removedirs rename '
         'renames replace rmdir scandir stat stat_result terminal_size truncate unlink utime walk write').split()
