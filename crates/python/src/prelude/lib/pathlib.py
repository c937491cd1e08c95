# Paths as texts. There are no files here: what would look at one says so.

__all__ = ['UnsupportedOperation', 'PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class UnsupportedOperation(NotImplementedError):
    pass


def _text_of(part):
    if isinstance(part, PurePath):
        return str(part) if str(part) != '.' else ''
    if hasattr(part, '__fspath__'):
        part = part.__fspath__()
    if not isinstance(part, str):
        raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a str, '
                        f'not {type(part).__name__!r}')
    return part


class PurePath:
    __slots__ = ('_root', '_names')
    _windows = False

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        joined = ''
        for part in args:
            text = _text_of(part)
            if not joined or text.startswith('/'):
                joined = text
            elif joined.endswith('/'):
                joined += text
            else:
                joined += '/' + text
        self._root = ''
        if joined.startswith('/'):
            self._root = '//' if joined.startswith('//') and not joined.startswith('///') else '/'
        self._names = [name for name in joined.split('/') if name and name != '.']

    def _like(self, root, names):
        path = object.__new__(type(self))
        path._root, path._names = root, names
        return path

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __str__(self):
        return self._root + '/'.join(self._names) or '.'

    __fspath__ = as_posix = __str__

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        return 'file://' + str(self)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def _order(self):
        return str(self).split('/')

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        return tuple([self._root, *self._names] if self._root else self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        name = self.name.lstrip('.')
        at = name.rfind('.')
        return name[at:] if at > 0 else ''

    @property
    def suffixes(self):
        return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._like(self._root, self._names[:-1])

    @property
    def parents(self):
        return tuple([self._like(self._root, self._names[:at]) for at in range(len(self._names) - 1, -1, -1)])

    def with_name(self, name):
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        if not self._names:
            raise ValueError(f'{self!r} has an empty name')
        return self._like(self._root, [*self._names[:-1], name])

    def with_stem(self, stem):
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith('.'):
            raise ValueError(f'Invalid suffix {suffix!r}')
        if not self.stem:
            raise ValueError(f'{self!r} has an empty name')
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return self._root == other._root and self._names[:len(other._names)] == other._names

    def relative_to(self, other, *, walk_up=False):
        other = self.with_segments(other)
        if self.is_relative_to(other):
            return self._like('', self._names[len(other._names):])
        if not walk_up:
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
        up, nearest = 0, other
        while not self.is_relative_to(nearest):
            if nearest.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            if not nearest._names:
                raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
            up, nearest = up + 1, nearest.parent
        return self._like('', ['..'] * up + self._names[len(nearest._names):])

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError('empty pattern')
        size = len(pattern.parts)
        if size > len(self.parts) or (pattern._root and size != len(self.parts)):
            return False
        pairs = zip(self.parts[-size:], pattern.parts)
        return all([_fits(name, '*' if wanted == '**' else wanted) for name, wanted in pairs])

    def full_match(self, pattern, *, case_sensitive=None):
        return _fit(self.parts, self.with_segments(pattern).parts)

    def __reduce__(self):
        return type(self), self.parts


def _fit(parts, wanted, first=True):
    if not wanted:
        return not parts
    if wanted[0] == '**':
        if len(wanted) == 1:
            return bool(parts) or first
        return any([_fit(parts[at:], wanted[1:], False) for at in range(len(parts) + 1)])
    return bool(parts) and _fits(parts[0], wanted[0]) and _fit(parts[1:], wanted[1:], False)


def _fits(name, pattern):
    import re
    pieces, at = [], 0
    while at < len(pattern):
        letter = pattern[at]
        at += 1
        end = pattern.find(']', at + 1 + (pattern[at:at + 1] == '!')) if letter == '[' else -1
        if letter == '*':
            pieces.append('.*')
        elif letter == '?':
            pieces.append('.')
        elif end > 0:
            inside = pattern[at:end].replace('\\', '\\\\')
            pieces.append('[^' + inside[1:] + ']' if inside[0] == '!' else '[' + inside + ']')
            at = end + 1
        else:
            pieces.append(re.escape(letter))
    return re.fullmatch('(?s:' + ''.join(pieces) + ')', name) is not None


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()

    def __init__(self, *args):
        raise UnsupportedOperation('Loopglass has paths of POSIX only; use PurePosixPath')


def _refused(name):
    def method(self, *args, **kwargs):
        raise UnsupportedOperation(f'Path.{name}(): Loopglass has no files; keep the text in the script, or use '
                                   'io.StringIO to stand for a file')
    method.__name__ = name
    method.__qualname__ = f'Path.{name}'
    return method


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    for _name in ('absolute', 'chmod', 'copy', 'cwd', 'exists', 'expanduser', 'glob', 'home', 'is_dir', 'is_file',
                  'is_symlink', 'iterdir', 'mkdir', 'move', 'open', 'read_bytes', 'read_text', 'rename', 'replace',
                  'resolve', 'rglob', 'rmdir', 'samefile', 'stat', 'touch', 'unlink', 'walk', 'write_bytes',
                  'write_text'):
        locals()[_name] = _refused(_name)
    del _name
    cwd = classmethod(cwd)
    home = classmethod(home)


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()
