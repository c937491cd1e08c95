# Text and bytes in memory.


class StringIO:
    def __init__(self, initial_value='', newline='\n'):
        self._text, self._at, self.closed = initial_value or '', 0, False

    def write(self, s, /):
        if self.closed:
            raise ValueError('I/O operation on closed file')
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._text = self._text[:self._at] + s + self._text[self._at + len(s):]
        self._at += len(s)
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        return self._text

    def read(self, size=-1, /):
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        found = self._text.find('\n', self._at)
        return self.read((len(self._text) if found < 0 else found + 1) - self._at)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0, /):
        self._at = pos if whence == 0 else len(self._text) if whence == 2 else self._at
        return self._at

    def tell(self):
        return self._at

    def truncate(self, pos=None, /):
        self._text = self._text[:self._at if pos is None else pos]

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class BytesIO:
    def __init__(self, initial_bytes=b''):
        self._data, self._at, self.closed = bytes(initial_bytes), 0, False

    def write(self, b, /):
        self._data = self._data[:self._at] + bytes(b) + self._data[self._at + len(b):]
        self._at += len(b)
        return len(b)

    def getvalue(self):
        return self._data

    def read(self, size=-1, /):
        end = len(self._data) if size is None or size < 0 else self._at + size
        data = self._data[self._at:end]
        self._at += len(data)
        return data

    def seek(self, pos, whence=0, /):
        self._at = pos if whence == 0 else len(self._data)
        return self._at

    def tell(self):
        return self._at

    def close(self):
        self.closed = True
