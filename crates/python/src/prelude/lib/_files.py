# The files of a run: a tree in memory, which begins with the script's own text in an empty directory, and goes with the
# run. Names that cannot be found, and the like, are errors with Linux's numbers and texts.

from time import time_ns as _now

_TEXTS = {2: 'No such file or directory', 9: 'Bad file descriptor', 13: 'Permission denied', 16: 'Device or resource busy',
          17: 'File exists', 20: 'Not a directory', 21: 'Is a directory', 22: 'Invalid argument',
          39: 'Directory not empty'}
HOME = '/home/user'


def failure(code, name=None, other=None):
    # The exception for one of the numbers above. It names paths as text, whatever they were given as.
    if name is None:
        return OSError(code, _TEXTS[code])
    name, other = [one.__fspath__() if hasattr(one, '__fspath__') else one for one in (name, other)]
    return OSError(code, _TEXTS[code], name) if other is None else OSError(code, _TEXTS[code], name, None, other)


class File:
    kind, permissions = 0o100000, 0o644

    def __init__(self, data=b''):
        self.data = bytearray(data)
        self.number = _next_number()
        self.changed = self.read_at = self.made = _now()

    def touch(self):
        self.changed = _now()

    def size(self):
        return len(self.data)


class Nothing(File):
    # What `/dev/null` is: empty, whatever is written to it.
    kind, permissions = 0o020000, 0o666


class Directory:
    kind, permissions = 0o040000, 0o755

    def __init__(self):
        self.names = {}
        self.number = _next_number()
        self.changed = self.read_at = self.made = _now()

    def size(self):
        return 4096


_number = 0


def _next_number():
    global _number
    _number += 1
    return _number


def checked(path, function, what='path', kinds='string, bytes or os.PathLike'):
    # A path that a function of `os` was given; what it may be besides is told in `kinds`.
    if isinstance(path, (str, bytes)) or hasattr(type(path), '__fspath__'):
        return path
    raise TypeError(f'{function}: {what} should be {kinds}, not {type(path).__name__}')


OR_INTEGER = 'string, bytes, os.PathLike or integer'


def text_of(path):
    # A path as text.
    if not isinstance(path, (str, bytes)):
        method = getattr(type(path), '__fspath__', None)
        if method is None:
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
        path = method(path)
    if isinstance(path, bytes):
        path = path.decode()
    if '\0' in path:
        raise ValueError('embedded null byte')
    return path


_root = Directory()
_here = []


def _begin():
    for name in ('home', 'tmp', 'dev'):
        _root.names[name] = Directory()
    _root.names['dev'].names['null'] = Nothing()
    home = _root.names['home'].names['user'] = Directory()
    _here[:] = ['home', 'user']
    import sys
    from _build import source_lines
    name = getattr(sys.modules.get('__main__'), '__file__', None)
    if name:
        directory = home
        *above, last = [part for part in name.split('/') if part]
        if name.startswith('/'):
            directory = _root
        for part in above:
            directory = directory.names.setdefault(part, Directory())
        directory.names[last] = File(''.join(source_lines(name)).encode())


def _parts(path):
    # The names that lead from the root to a place; what is not there yet may be the last.
    text = text_of(path)
    if not text:
        raise failure(2, path)
    found, node = [], _root
    steps = text.split('/') if text.startswith('/') else _here + text.split('/')
    for step in steps:
        if step in ('', '.'):
            continue
        if node is None:
            raise failure(2, path)
        if not isinstance(node, Directory):
            raise failure(20, path)
        if step == '..':
            found = found[:-1]
            node = _at(found)
        else:
            found.append(step)
            node = node.names.get(step)
    return found


def _at(parts):
    node = _root
    for part in parts:
        node = node.names[part]
    return node


def look(path):
    # The directory a path leads to and the name in it, and what has that name, or None.
    parts = _parts(path)
    if not parts:
        return _root, '', _root
    directory = _at(parts[:-1])
    return directory, parts[-1], directory.names.get(parts[-1])


def find(path):
    node = look(path)[2]
    if node is None:
        raise failure(2, path)
    return node


def find_or_none(path):
    try:
        return look(path)[2]
    except (OSError, ValueError):
        return None


def directory(path):
    node = find(path)
    if not isinstance(node, Directory):
        raise failure(20, path)
    return node


def here():
    return '/' + '/'.join(_here)


def go(path):
    directory(path)
    _here[:] = _parts(path)


def make_directory(path, mode=0o777):
    parent, name, node = look(path)
    if node is not None:
        raise failure(17, path)
    made = parent.names[name] = Directory()
    made.permissions = mode & 0o755
    parent.changed = _now()


def remove_file(path):
    parent, name, node = look(path)
    if node is None:
        raise failure(2, path)
    if isinstance(node, Directory):
        raise failure(21, path)
    del parent.names[name]
    parent.changed = _now()


def remove_directory(path):
    parent, name, node = look(path)
    if node is None:
        raise failure(2, path)
    if not isinstance(node, Directory):
        raise failure(20, path)
    if node.names:
        raise failure(39, path)
    if not name:
        raise failure(16, path)
    del parent.names[name]
    parent.changed = _now()


def rename(source, target):
    parent, name, node = look(source)
    if node is None:
        raise failure(2, source, target)
    try:
        new_parent, new_name, other = look(target)
    except FileNotFoundError:
        raise failure(2, source, target) from None
    if other is node:
        return
    if isinstance(other, Directory):
        if not isinstance(node, Directory):
            raise failure(21, source, target)
        if other.names:
            raise failure(39, source, target)
    elif other is not None and isinstance(node, Directory):
        raise failure(20, source, target)
    if isinstance(node, Directory) and _parts(target)[:len(_parts(source))] == _parts(source):
        raise failure(22, source, target)
    del parent.names[name]
    new_parent.names[new_name] = node


def create(path, exclusive=False, must_exist=False, truncate=False):
    # The file at a path, for opening.
    parent, name, node = look(path)
    if isinstance(node, Directory):
        raise failure(17 if exclusive else 21, path)
    if node is None:
        if must_exist:
            raise failure(2, path)
        if text_of(path).endswith('/'):
            raise failure(21, path)
        node = parent.names[name] = File()
        parent.changed = _now()
    elif exclusive:
        raise failure(17, path)
    elif truncate:
        node.data.clear()
        node.touch()
    return node


_begin()
