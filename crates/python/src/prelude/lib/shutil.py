# Files and directories as wholes: copies, moves, removal.

import os
import fnmatch as _fnmatch

from _files import text_of as _text_of

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'SpecialFileError', 'make_archive', 'unpack_archive', 'ignore_patterns', 'chown', 'which',
           'get_terminal_size', 'SameFileError', 'disk_usage']

COPY_BUFSIZE = 262144


class Error(OSError):
    pass


class SpecialFileError(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    with open(src, 'rb') as source, open(dst, 'wb') as target:
        copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode)


def copystat(src, dst, *, follow_symlinks=True):
    status = os.stat(src)
    os.utime(dst, (status.st_atime, status.st_mtime))
    os.chmod(dst, status.st_mode)


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignored(path, names):
        return {name for pattern in patterns for name in _fnmatch.filter(names, pattern)}
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    names = os.listdir(src)
    left_out = ignore(os.fspath(src), names) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        if os.path.isdir(source):
            copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
        else:
            copy_function(source, target)
    copystat(src, dst)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    try:
        if not os.path.isdir(path):
            os.rmdir(path)
        for name in os.listdir(path):
            one = os.path.join(path, name)
            if os.path.isdir(one):
                rmtree(one, ignore_errors, onerror, onexc=onexc)
            else:
                os.unlink(one)
        os.rmdir(path)
    except OSError as error:
        error.filename = path
        if onexc is not None:
            onexc(os.rmdir, path, error)
        elif onerror is not None:
            onerror(os.rmdir, path, (type(error), error, error.__traceback__))
        elif not ignore_errors:
            raise


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if os.path.samefile(src, dst):
            os.rename(src, dst)
            return dst
        target = os.path.join(dst, os.path.basename(_text_of(src).rstrip('/')))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.isdir(src):
            raise
        copy_function(src, target)
        os.unlink(src)
    return target


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name, instead in zip(('COLUMNS', 'LINES'), fallback):
        given = os.environ.get(name, '')
        sizes.append(int(given) if given.isdigit() and int(given) else instead)
    return os.terminal_size(sizes)


def _refused(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f'shutil.{name}(): Loopglass has no disks and no archives')
    function.__name__ = function.__qualname__ = name
    return function


make_archive, unpack_archive, disk_usage, chown = [
    _refused(_name) for _name in ('make_archive', 'unpack_archive', 'disk_usage', 'chown')]
