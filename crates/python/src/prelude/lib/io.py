# Text and bytes in memory. Files are in `_io_files`.

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO',
           'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase',
           'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE',
           'text_encoding', 'IncrementalNewlineDecoder', 'Reader', 'Writer']

BlockingIOError = BlockingIOError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    # What is common to all streams. What a stream does not have of its own it cannot do.
    closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file' + self._end_of_message)

    _end_of_message = '.'

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.')

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.')

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    writable = seekable = readable

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def seek(self, offset, whence=0, /):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        raise UnsupportedOperation('truncate')

    def readline(self, size=-1, /):
        pieces, left = [], -1 if size is None else size
        while left:
            piece = self.read(1)
            if not piece:
                break
            pieces.append(piece)
            if piece == b'\n':
                break
            left -= 1
        return b''.join(pieces)

    def readlines(self, hint=-1, /):
        lines, total, hint = [], 0, _count(hint)
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def _whole(number):
    # What is meant where a number is asked for.
    if type(number) is int:
        return number
    kind = type(number)
    if not hasattr(kind, '__index__'):
        raise TypeError(f"'{kind.__name__}' object cannot be interpreted as an integer")
    return kind.__index__(number)


def _count(size):
    # How much is to be read: -1 stands for all.
    if type(size) is int:
        return size
    if size is None:
        return -1
    if not hasattr(type(size), '__index__'):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return _whole(size)


class _Memory(IOBase):
    # A sequence of characters or bytes with a place in it; what is common to both kinds.

    def __del__(self):
        pass

    def close(self):
        self.closed = True

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def tell(self):
        self._check()
        return self._at

    def read(self, size=-1, /):
        self._check()
        size = _count(size)
        end = len(self._data) if size < 0 else self._at + size
        data = self._data[self._at:end]
        self._at += len(data)
        return data

    def readline(self, size=-1, /):
        self._check()
        size = _count(size)
        found = self._data.find(self._line_end, self._at)
        end = len(self._data) if found < 0 else found + 1
        if size >= 0:
            end = min(end, self._at + size)
        return self.read(max(end - self._at, 0))

    def _put(self, data):
        if self._at > len(self._data):
            self._data += self._nothing * (self._at - len(self._data))
        if self._at == len(self._data):
            self._data += data
        else:
            self._data = self._data[:self._at] + data + self._data[self._at + len(data):]
        self._at += len(data)
        return len(data)

    def truncate(self, pos=None, /):
        self._check()
        pos = self._at if pos is None else self._size(pos)
        if pos < 0:
            raise ValueError(f'{"Negative" if isinstance(self, TextIOBase) else "negative"} size value {pos}')
        self._data = self._data[:pos]
        return pos

    def getvalue(self):
        self._check()
        return self._data


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        if not 0 <= count <= size:
            raise ValueError(f'readinto returned {count} outside buffer size {size}')
        return bytes(buffer[:count])

    def readall(self):
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        return b''.join(pieces) if pieces else piece

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    def detach(self):
        raise UnsupportedOperation('detach')

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def read1(self, size=-1, /):
        raise UnsupportedOperation('read1')

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        data = self.read1(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, b, /):
        raise UnsupportedOperation('write')


class TextIOBase(IOBase):
    encoding = errors = newlines = None

    def detach(self):
        raise UnsupportedOperation('detach')

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def readline(self, size=-1, /):
        raise UnsupportedOperation('readline')

    def write(self, s, /):
        raise UnsupportedOperation('write')


class StringIO(_Memory, TextIOBase):
    _size = staticmethod(_count)
    _line_end, _nothing, _end_of_message = '\n', '\0', ''
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._newline, self._newlines = newline, set()
        self._data, self._at = '', 0
        StringIO.write(self, initial_value or '')
        self._at = 0

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        count, newline = len(s), self._newline
        if newline:
            s = s if newline == '\n' else s.replace('\n', newline)
        elif '\n' in s or '\r' in s:
            ends = s.count('\r\n')
            self._newlines |= {'\r\n'} if ends else set()
            self._newlines |= {'\n'} if s.count('\n') > ends else set()
            self._newlines |= {'\r'} if s.count('\r') > ends else set()
            if newline is None:
                s = s.replace('\r\n', '\n').replace('\r', '\n')
        self._put(s)
        return count

    @property
    def newlines(self):
        found = [one for one in ('\r', '\n', '\r\n') if one in self._newlines]
        return tuple(found) if len(found) > 1 else found[0] if found else None

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _whole(pos), _whole(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}')
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else len(self._data)
        return self._at


def _as_bytes(given):
    if isinstance(given, (str, int, list, tuple)) or given is None:
        raise TypeError(f"a bytes-like object is required, not '{type(given).__name__}'")
    return bytes(given)


class BytesIO(_Memory, BufferedIOBase):
    _size = staticmethod(_whole)
    _line_end, _nothing = b'\n', b'\0'

    def __init__(self, initial_bytes=b''):
        self._data, self._at = b'' if initial_bytes is None else _as_bytes(initial_bytes), 0

    def write(self, b, /):
        self._check()
        return self._put(_as_bytes(b))

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _whole(pos), _whole(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        start = 0 if whence == 0 else self._at if whence == 1 else len(self._data)
        self._at = max(start + pos, 0)
        return self._at

    def readlines(self, size=None, /):
        if size is not None and not hasattr(type(size), '__index__'):
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'")
        return _Memory.readlines(self, size)

    read1 = _Memory.read
    readinto1 = BufferedIOBase.readinto

    def getbuffer(self):
        self._check()
        return memoryview(bytearray(self._data))


StringIO.__module__ = BytesIO.__module__ = '_io'

from _io_files import BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOWrapper, open


class BufferedRWPair(BufferedIOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader, self.writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def readline(self, size=-1, /):
        return self.reader.readline(size)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def write(self, b, /):
        return self.writer.write(b)

    def flush(self):
        self.writer.flush()

    def close(self):
        self.writer.close()
        self.reader.close()


def open_code(path):
    return open(path, 'rb')


def __getattr__(name):
    if name in ('Reader', 'Writer', 'IncrementalNewlineDecoder'):
        import _io_protocols
        globals()[name] = found = getattr(_io_protocols, name)
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding
