# Files: what `open()` gives, in CPython's three layers. Bytes are written when a buffer is full, flushed or closed;
# texts have their ends of lines translated.

import _files
from io import BufferedIOBase, RawIOBase, TextIOBase, UnsupportedOperation, _as_bytes, _count, _whole

_SIZE = 8192
_open = {}


def _next_descriptor():
    descriptor = 3
    while descriptor in _open:
        descriptor += 1
    return descriptor


class FileIO(RawIOBase):
    closefd = True

    def __init__(self, file, mode='r', closefd=True, opener=None):
        kinds = [letter for letter in mode if letter in 'rwxa']
        if len(kinds) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        self._kind, self._both = kinds[0], '+' in mode
        self.name, self.closefd, self._at = file, closefd, 0
        if isinstance(file, int):
            if file not in _open:
                raise _files.failure(9)
            self._node, self._descriptor = _open[file], file
        else:
            if opener is not None:
                raise NotImplementedError('Loopglass opens its files itself: an opener is not asked')
            self._node = _files.create(file, exclusive=self._kind == 'x', must_exist=self._kind == 'r',
                                       truncate=self._kind == 'w')
            self._descriptor = _next_descriptor()
            _open[self._descriptor] = self._node
        if self._kind == 'a':
            self._at = self._node.size()

    def _check(self, end=''):
        if self.closed:
            raise ValueError('I/O operation on closed file' + end)

    def flush(self):
        self._check('.')

    def __enter__(self):
        self._check('.')
        return self

    __iter__ = __enter__

    def readlines(self, hint=-1, /):
        self._check('.')
        return super().readlines(hint)

    def writelines(self, lines, /):
        self._check('.')
        super().writelines(lines)

    @property
    def mode(self):
        return self._kind + 'b' + '+' * self._both

    def readable(self):
        self._check()
        return self._kind == 'r' or self._both

    def writable(self):
        self._check()
        return self._kind != 'r' or self._both

    def seekable(self):
        self._check()
        return True

    def tell(self):
        self._check()
        return self._at

    def fileno(self):
        self._check()
        return self._descriptor

    def close(self):
        if not self.closed:
            self.closed = True
            if self.closefd:
                _open.pop(self._descriptor, None)

    def read(self, size=-1, /):
        if not self.readable():
            raise UnsupportedOperation('File not open for reading')
        size = _count(size)
        end = self._node.size() if size < 0 else self._at + size
        data = bytes(self._node.data[self._at:end])
        self._at += len(data)
        return data

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        size = _count(size)
        found = self._node.data.find(b'\n', self._at)
        end = self._node.size() if found < 0 else found + 1
        return self.read(end - self._at if size < 0 else min(end - self._at, size))

    def write(self, b, /):
        data = _as_bytes(b)
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        if isinstance(self._node, _files.Nothing):
            return len(data)
        content = self._node.data
        if self._kind == 'a':
            self._at = len(content)
        if self._at > len(content):
            content += bytes(self._at - len(content))
        content[self._at:self._at + len(data)] = data
        self._at += len(data)
        self._node.touch()
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _whole(pos), _whole(whence)
        if whence not in (0, 1, 2):
            raise _files.failure(22)
        place = pos + (0 if whence == 0 else self._at if whence == 1 else self._node.size())
        if place < 0:
            raise _files.failure(22)
        self._at = place
        return place

    def truncate(self, size=None, /):
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        size = self._at if size is None else size
        content = self._node.data
        if size < len(content):
            del content[size:]
        else:
            content += bytes(size - len(content))
        self._node.touch()
        return size

    def __repr__(self):
        if self.closed:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>'


class _Buffered(BufferedIOBase):
    # What was read ahead of what has been asked for, or what has not been written yet.
    _flushed = None

    def __init__(self, raw, buffer_size=131072):
        self._fits(raw)
        self.raw, self._size = raw, buffer_size
        self._ahead, self._waiting = b'', bytearray()

    @staticmethod
    def _fits(raw):
        pass

    @property
    def closed(self):
        return self.raw.closed

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)

    def _check(self, what=None):
        if self.raw.closed:
            raise ValueError('I/O operation on closed file.' if what is None else f'{what} closed file')

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def close(self):
        if not self.raw.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def __del__(self):
        if '_waiting' in self.__dict__ and not self.raw.closed:
            self.close()

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def flush(self):
        self._check(self._flushed)
        if self._waiting:
            data, self._waiting = bytes(self._waiting), bytearray()
            self.raw.write(data)

    def _filled(self):
        # Reads more ahead; false at the end.
        more = self.raw.read(_SIZE)
        if more:
            self._ahead += more
        return bool(more)

    def _begin_reading(self, what='read of'):
        self._check(what)
        self.flush()

    def read(self, size=-1, /):
        self._begin_reading()
        size = _count(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        if size < 0:
            data, self._ahead = self._ahead + (self.raw.read() or b''), b''
            return data
        while len(self._ahead) < size and self._filled():
            pass
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def read1(self, size=-1, /):
        self._begin_reading()
        size = _whole(size)
        if not self._ahead:
            self._filled()
        return self.read(len(self._ahead) if size < 0 else min(size, len(self._ahead)))

    def peek(self, size=0, /):
        self._begin_reading('peek of')
        if not self._ahead:
            self._filled()
        return self._ahead

    def readinto(self, buffer, /):
        self._begin_reading('readinto of')
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1, /):
        self._begin_reading('readline of')
        size = _count(size)
        while (found := self._ahead.find(b'\n')) < 0 and self._filled():
            pass
        end = len(self._ahead) if found < 0 else found + 1
        return self.read(end if size < 0 else min(end, size))

    def write(self, b, /):
        self._check('write to')
        if not self.writable():
            raise UnsupportedOperation('write')
        data = _as_bytes(b)
        if self._ahead:
            self.raw.seek(-len(self._ahead), 1)
            self._ahead = b''
        self._waiting += data
        if len(self._waiting) > self._size:
            self.flush()
        return len(data)

    def tell(self):
        return self.raw.tell() - len(self._ahead) + len(self._waiting)

    def seek(self, target, whence=0, /):
        self._check('seek of')
        target, whence = _whole(target), _whole(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        self.flush()
        if whence == 1:
            target, whence = target + self.tell(), 0
        self._ahead = b''
        return self.raw.seek(target, whence)

    def truncate(self, pos=None, /):
        self._check('truncate of')
        if not self.raw.writable():
            raise UnsupportedOperation('truncate')
        self.flush()
        return self.raw.truncate(self.tell() if pos is None else pos)

    def __repr__(self):
        named = f' name={self.raw.name!r}' if hasattr(self.raw, 'name') else ''
        return f'<_io.{type(self).__name__}{named}>'


class BufferedReader(_Buffered):
    @staticmethod
    def _fits(raw):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')

    def writable(self):
        return False

    def write(self, b, /):
        raise UnsupportedOperation('write')


class BufferedWriter(_Buffered):
    _flushed = 'flush of'

    @staticmethod
    def _fits(raw):
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')

    def readable(self):
        return False

    def _begin_reading(self, what=None):
        raise UnsupportedOperation('read')


class BufferedRandom(BufferedReader, BufferedWriter):
    readable, writable, write, _fits = _Buffered.readable, _Buffered.writable, _Buffered.write, staticmethod(_Buffered._fits)
    _begin_reading = _Buffered._begin_reading


class TextIOWrapper(TextIOBase):
    # Text is taken from the buffer as a whole when reading begins; `_at` is the place in it.

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self.encoding = 'UTF-8' if encoding in (None, 'locale') else encoding
        if self.encoding.lower() not in ('utf-8', 'utf8'):
            ''.encode(self.encoding)
        self.buffer, self.errors = buffer, 'strict' if errors is None else errors
        self.line_buffering, self.write_through, self._newline = line_buffering, write_through, newline
        self._text, self._start, self._at, self._iterated, self._newlines = None, 0, 0, False, set()
        self._waiting = bytearray()

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def newlines(self):
        found = [one for one in ('\r', '\n', '\r\n') if one in self._newlines]
        return tuple(found) if len(found) > 1 else found[0] if found else None

    name = property(lambda self: self.buffer.name)

    def _check(self):
        if self.buffer is None:
            raise ValueError('underlying buffer has been detached')
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def close(self):
        if self.buffer is not None and not self.buffer.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def flush(self):
        self._check()
        self._give()
        self.buffer.flush()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        self.encoding = encoding or self.encoding
        self.errors = errors or self.errors
        if newline is not None:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def _begin_reading(self):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        if self._text is None or self._at >= len(self._text):
            self.flush()
            self._start = self.buffer.tell() if self.buffer.seekable() else 0
            data = self.buffer.read()
            # Nothing is lost where not all can be decoded: the bytes are given back first.
            try:
                text = data.decode(self.encoding, self.errors)
            except UnicodeError:
                if self.buffer.seekable():
                    self.buffer.seek(self._start)
                raise
            if self._newline in (None, ''):
                ends = text.count('\r\n')
                self._newlines |= {'\r\n'} if ends else set()
                self._newlines |= {'\n'} if text.count('\n') > ends else set()
                self._newlines |= {'\r'} if text.count('\r') > ends else set()
            if self._newline is None and '\r' in text:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            self._text, self._at = text, 0

    def read(self, size=-1, /):
        size = _count(size)
        self._begin_reading()
        end = len(self._text) if size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        size = _whole(size)
        self._begin_reading()
        if self._newline == '':
            ends = [found + len(sign) for sign in ('\r\n', '\n', '\r')
                    if (found := self._text.find(sign, self._at)) >= 0]
            if ends:
                first = min(ends)
                ends = [first + (self._text[first - 1:first + 1] == '\r\n')]
        else:
            sign = self._newline or '\n'
            found = self._text.find(sign, self._at)
            ends = [found + len(sign)] if found >= 0 else []
        end = min(ends, default=len(self._text)) - self._at
        return self.read(end if size < 0 else min(end, size))

    def __next__(self):
        line = self.readline()
        self._iterated = bool(line)
        if not line:
            raise StopIteration
        return line

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            kind = 'None' if s is None else type(s).__name__
            raise TypeError(f'write() argument must be str, not {kind}')
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        # What was read ahead is forgotten: text is written where the buffer has come to.
        self._text = None
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        self._waiting += text.encode(self.encoding, self.errors)
        ended = self.line_buffering and ('\n' in s or '\r' in s)
        if ended or self.write_through or len(self._waiting) > _SIZE:
            self._give()
        if ended:
            self.buffer.flush()
        return len(s)

    def _give(self):
        # What was written goes on to the buffer.
        if self._waiting:
            data, self._waiting = bytes(self._waiting), bytearray()
            self.buffer.write(data)

    def __del__(self):
        if '_waiting' in self.__dict__ and self.buffer is not None and not self.buffer.closed:
            self.close()

    def tell(self):
        self._check()
        if self._iterated:
            raise OSError('telling position disabled by next() call')
        self._give()
        if self._text is None:
            return self.buffer.tell()
        text = self._text[:self._at]
        if self._newline is None and '\r\n' in self._newlines:
            text = text.replace('\n', '\r\n')
        return self._start + len(text.encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0, /):
        self._check()
        whence = _whole(whence)
        if not self.buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence == 1 and cookie:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and cookie < 0:
            raise ValueError(f'negative seek position {cookie!r}')
        if whence == 1:
            cookie, whence = self.tell(), 0
        self.flush()
        self._text, self._iterated, self._newlines = None, False, set()
        place = self.buffer.seek(int(cookie), whence)
        return cookie if whence == 0 else place

    def truncate(self, pos=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)

    def __repr__(self):
        named = f' name={self.name!r}' if hasattr(self.buffer, 'name') else ''
        mode = f' mode={self.mode!r}' if hasattr(self, 'mode') else ''
        return f'<_io.TextIOWrapper{named}{mode} encoding={self.encoding!r}>'


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        if not isinstance(file, (str, bytes)) and not hasattr(type(file), '__fspath__'):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
        file = file if isinstance(file, (str, bytes)) else type(file).__fspath__(file)
    for given, name, kind in ((mode, 'mode', str), (buffering, 'buffering', int)):
        if not isinstance(given, kind):
            raise TypeError(f"open() argument '{name}' must be {kind.__name__}, not {type(given).__name__}")
    for given, name in ((encoding, 'encoding'), (errors, 'errors')):
        if given is not None and not isinstance(given, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(given).__name__}")
    letters = set(mode)
    if letters - set('rwxabt+') or len(mode) > len(letters):
        raise ValueError(f'invalid mode: {mode!r}')
    if 't' in letters and 'b' in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set('rwxa')) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if not letters & set('rwxa'):
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    binary = 'b' in letters
    if binary:
        for given, name in ((encoding, 'n encoding'), (errors, 'n errors'), (newline, ' newline')):
            if given is not None:
                raise ValueError(f"binary mode doesn't take a{name} argument")
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline}')
    raw = FileIO(file, ''.join([letter for letter in mode if letter not in 'bt']), closefd, opener)
    if buffering == 0:
        if not binary:
            raw.close()
            raise ValueError("can't have unbuffered text I/O")
        return raw
    kind = BufferedRandom if '+' in letters else BufferedReader if 'r' in letters else BufferedWriter
    buffer = kind(raw)
    if binary:
        return buffer
    try:
        text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    except BaseException:
        raw.close()
        raise
    text.mode = mode
    return text


for _kind in (FileIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper, open):
    _kind.__module__ = '_io'
del _kind
