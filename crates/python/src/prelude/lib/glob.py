# Names that fit a pattern.

import os as _os
from fnmatch import filter as _filter

__all__ = ['escape', 'glob', 'iglob', 'translate']


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = '' if root_dir is None else _os.fspath(root_dir)
    start, names = ('/', pathname.lstrip('/')) if pathname.startswith('/') else ('', pathname)
    if not names:
        return iter([])
    return iter(_below(root, start, names.split('/'), recursive, include_hidden))


def has_magic(s):
    return any([sign in s for sign in '*?['])


def _below(root, before, names, recursive, hidden):
    # What fits the names, below `before`, which ends with a slash where there is one.
    if not names:
        return [before.rstrip('/') or before]
    first, rest = names[0], names[1:]
    place = _os.path.join(root, before) if before else root or '.'
    if first == '':
        return [before] if _os.path.isdir(place) else []
    if first == '**' and recursive:
        found = []
        for path in _folders_and_files(root, before, hidden, bool(rest)):
            if rest:
                found += _below(root, path and path + '/', rest, recursive, hidden)
            elif path or before:
                found.append(path or before)
        return found if rest else ([before] if before else []) + [one for one in found if one != before.rstrip('/')]
    if not has_magic(first):
        path = _os.path.join(root, before + first)
        if not _os.path.exists(path) or rest and not _os.path.isdir(path):
            return []
        return _below(root, before + first + '/', rest, recursive, hidden) if rest else [before + first]
    found = []
    try:
        here = _os.listdir(place)
    except OSError:
        return found
    for name in _filter(here, first):
        if name.startswith('.') and not hidden and not first.startswith('.'):
            continue
        if not rest:
            found.append(before + name)
        elif _os.path.isdir(_os.path.join(place, name)):
            found += _below(root, before + name + '/', rest, recursive, hidden)
    return found


def _folders_and_files(root, before, hidden, folders_only):
    place = _os.path.join(root, before) if before else root or '.'
    yield before.rstrip('/')
    try:
        here = _os.listdir(place)
    except OSError:
        return
    for name in here:
        if name.startswith('.') and not hidden:
            continue
        if _os.path.isdir(_os.path.join(place, name)):
            yield from _folders_and_files(root, before + name + '/', hidden, folders_only)
        elif not folders_only:
            yield before + name


def escape(pathname):
    return ''.join([f'[{letter}]' if letter in '*?[' else letter for letter in pathname])


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    raise NotImplementedError('glob.translate() is not supported; fnmatch.translate() is')
