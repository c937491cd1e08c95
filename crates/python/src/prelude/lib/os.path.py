# Paths as texts, as on POSIX.

import os as _os
import sys as _sys

__name__ = 'posixpath'
_sys.modules[__name__] = _sys.modules['os.path']

sep, curdir, pardir, extsep, pathsep, altsep, defpath = '/', '.', '..', '.', ':', None, '/bin:/usr/bin'


def _text(path):
    return _os.fspath(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, /, *p):
    whole = _text(a)
    for part in p:
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


realpath = abspath


def relpath(path, start=None):
    here, there = [[part for part in abspath(one).split('/') if part] for one in (start or '/', path)]
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


def _found(path):
    from _files import find_or_none
    return find_or_none(path)


def exists(path):
    return _found(path) is not None


lexists = exists


def isdir(s, /):
    return getattr(_found(s), 'kind', None) == 0o040000


def isfile(path, /):
    return getattr(_found(path), 'kind', None) == 0o100000


def islink(path, /):
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
