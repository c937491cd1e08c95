# Paths as texts, and what they lead to among the files of the run.

import os as _os

import _files
from io import open as _open

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


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_files.HOME)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def absolute(self):
        return self if self._root else self.with_segments(_os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return self.with_segments(_os.path.abspath(self))

    def expanduser(self):
        if self._names[:1] == ['~'] and not self._root:
            return self.with_segments(_files.HOME, *self._names[1:])
        return self

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self)

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return _os.path.exists(self)

    def is_dir(self, *, follow_symlinks=True):
        return _os.path.isdir(self)

    def is_file(self, *, follow_symlinks=True):
        return _os.path.isfile(self)

    def is_symlink(self):
        return False

    is_junction = is_socket = is_fifo = is_block_device = is_char_device = is_symlink

    def is_mount(self):
        return _os.path.ismount(self)

    def samefile(self, other_path):
        return _os.path.samefile(self, other_path)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return _open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open('wb') as file:
            return file.write(view)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and _os.path.exists(self):
            _os.utime(self)
        else:
            self.open('x').close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        _os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            _os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        _os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        _os.replace(self, target)
        return self.with_segments(target)

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode)

    def copy(self, target, **kwargs):
        from shutil import copy2, copytree
        (copytree if self.is_dir() else copy2)(self, target)
        return self.with_segments(target)

    def copy_into(self, target_dir, **kwargs):
        return self.copy(self.with_segments(target_dir) / self.name, **kwargs)

    def move(self, target):
        from shutil import move
        move(self, target)
        return self.with_segments(target)

    def move_into(self, target_dir):
        return self.move(self.with_segments(target_dir) / self.name)

    def iterdir(self):
        return iter([self / name for name in _os.listdir(self)])

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for path, folders, files in _os.walk(self, top_down, on_error):
            yield self.with_segments(path), folders, files

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        given = self.with_segments(pattern)
        if given._root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if not given._names:
            raise ValueError(f'Unacceptable pattern: {str(pattern)!r}')
        folders_only = str(pattern).endswith('/')
        for found in self._chosen(given._names):
            if not folders_only or found.is_dir():
                yield found

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self.glob(self.with_segments('**', pattern))

    def _chosen(self, wanted):
        # What is below this directory and fits the names that are wanted.
        if not wanted:
            yield self
            return
        first, rest = wanted[0], wanted[1:]
        if first == '**':
            while rest[:1] == ['**']:
                rest = rest[1:]
            # A `**` at the end stands for files and directories, another one for directories.
            for path in self._below(not rest):
                if rest:
                    yield from path._chosen(rest)
                else:
                    yield path
        elif not any([sign in first for sign in '*?[']):
            path = self / first
            if path.exists():
                yield from path._chosen(rest)
        elif self.is_dir():
            for path in self.iterdir():
                if _fits(path.name, first) and (not rest or path.is_dir()):
                    yield from path._chosen(rest)

    def _below(self, files):
        if self.is_dir():
            yield self
            for path in self.iterdir():
                yield from path._below(files)
        elif files:
            yield self


def _refused(name):
    def method(self, *args, **kwargs):
        raise UnsupportedOperation(f'Path.{name}(): the files of Loopglass have one name each, and no owner')
    method.__name__ = name
    method.__qualname__ = f'Path.{name}'
    return method


for _name in ('symlink_to', 'hardlink_to', 'readlink', 'owner', 'group', 'lchmod'):
    setattr(Path, _name, _refused(_name))
del _name


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()
