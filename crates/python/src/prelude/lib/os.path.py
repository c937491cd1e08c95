# Paths as texts, as on POSIX.

import os as _os
import sys as _sys

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir',
           'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile',
           'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath',
           'supports_unicode_filenames', 'relpath', 'commonpath', 'isjunction', 'isdevdrive', 'ALLOW_MISSING']

__name__ = 'posixpath'
_sys.modules[__name__] = _sys.modules['os.path']

sep, curdir, pardir, extsep, pathsep, altsep, defpath = '/', '.', '..', '.', ':', None, '/bin:/usr/bin'
devnull, supports_unicode_filenames = '/dev/null', False


def _text(path):
    return _os.fspath(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, /, *p):
    whole = _text(a)
    for part in p:
        if not isinstance(part, str) and not hasattr(type(part), '__fspath__'):
            raise TypeError("Can't mix strings and bytes in path components" if isinstance(part, bytes) else
                            f'join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}')
        part = _text(part)
        if part.startswith('/') or not whole:
            whole = part
        else:
            whole += part if whole.endswith('/') else '/' + part
    return whole


def split(p):
    head, slash, tail = _text(p).rpartition('/')
    head += slash
    return (head.rstrip('/') if head.strip('/') else head), tail


def splitroot(p):
    # No drive, the slashes of the root (two alone are kept), and the rest.
    p = _text(p)
    rest = p.lstrip('/')
    slashes = len(p) - len(rest)
    root = '//' if slashes == 2 else '/' if slashes else ''
    return '', root, p[len(root):]


def samestat(s1, s2):
    return (s1.st_ino, s1.st_dev) == (s2.st_ino, s2.st_dev)


def sameopenfile(fp1, fp2):
    return samestat(_os.fstat(fp1), _os.fstat(fp2))


def isjunction(path):
    _text(path)
    return False


isdevdrive = isjunction


class ALLOW_MISSING:
    def __new__(cls):
        raise TypeError('ALLOW_MISSING is the only one of its kind')

    def __repr__(self):
        return 'os.path.ALLOW_MISSING'


ALLOW_MISSING = object.__new__(ALLOW_MISSING)


def dirname(p):
    return split(p)[0]


def basename(p):
    return split(p)[1]


def splitext(p):
    p = _text(p)
    start = p.rfind('/') + 1
    while p[start:start + 1] == '.':
        start += 1
    dot = p.rfind('.', start)
    return (p, '') if dot < 0 else (p[:dot], p[dot:])


def splitdrive(p):
    return '', _text(p)


def normpath(path):
    path = _text(path)
    slashes = '//' if path.startswith('//') and not path.startswith('///') else '/' if path.startswith('/') else ''
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not slashes and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return slashes + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith('/') else join(_os.getcwd(), path))


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    here, there = [[part for part in abspath(one).split('/') if part] for one in (start or curdir, path)]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return '/'.join(['..'] * (len(here) - shared) + there[shared:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    low, high = min(m), max(m)
    for place, item in enumerate(low):
        if item != high[place]:
            return low[:place]
    return low


def commonpath(paths):
    paths = [_text(one) for one in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({one.startswith('/') for one in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in one.split('/') if part and part != '.'] for one in paths]
    shared = commonprefix(parts)
    return ('/' if paths[0].startswith('/') else '') + '/'.join(shared)


def expanduser(path):
    path = _text(path)
    first, slash, rest = path.partition('/')
    return '/home/user' + slash + rest if first == '~' else path


def expandvars(path):
    # `$name` and `${name}` where the environment has such a name.
    from re import sub

    def value(found):
        from os import environ
        return environ.get(found[1] or found[2], found[0])
    return sub(r'\$(?:(\w+)|\{([^}]*)\})', value, _text(path))


def _found(path, function='stat'):
    import _files
    if isinstance(path, int):
        import _io_files
        return _io_files._open.get(path)
    _files.checked(path, function, kinds=_files.OR_INTEGER)
    return _files.find_or_none(path)


def exists(path):
    return _found(path) is not None


def lexists(path):
    from _files import checked
    return _found(checked(path, 'lstat')) is not None


def isdir(s, /):
    return getattr(_found(s), 'kind', None) == 0o040000


def isfile(path, /):
    return getattr(_found(path), 'kind', None) == 0o100000


def islink(path, /):
    from _files import checked
    checked(path, 'lstat')
    return False


def ismount(path):
    return _os.fspath(path) == '/'


def getsize(filename):
    return _os.stat(filename).st_size


def getmtime(filename):
    return _os.stat(filename).st_mtime


def getatime(filename):
    return _os.stat(filename).st_atime


def getctime(filename):
    return _os.stat(filename).st_ctime


def samefile(f1, f2):
    return _os.stat(f1).st_ino == _os.stat(f2).st_ino


def _of_bytes_too(function):
    # Bytes in, bytes out, as if they were text.
    def called(first, *rest):
        if not isinstance(first, bytes):
            return function(first, *rest)
        if any([isinstance(one, str) for one in rest]):
            raise TypeError("Can't mix strings and bytes in path components")
        found = function(first.decode(), *[one.decode() for one in rest])
        return tuple([one.encode() for one in found]) if isinstance(found, tuple) else found.encode()

    def either(path, *more, **named):
        return function(path, *more, **named) if named else called(path, *more)
    either.__name__ = either.__qualname__ = function.__name__
    either.__module__, either.__wrapped__ = __name__, function
    return either


for _one in (join, split, dirname, basename, splitext, splitdrive, splitroot, normpath, abspath, realpath, expanduser):
    globals()[_one.__name__] = _of_bytes_too(_one)
