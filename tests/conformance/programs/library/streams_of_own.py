"""Streams that a script derives from the abstract ones of `io`: what they can do by themselves, and what they refuse."""

import io
import sys


class Slow(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(3, len(buffer))
        piece, self.data = self.data[:size], self.data[size:]
        buffer[:len(piece)] = piece
        return len(piece)


class Upper(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())
        return len(text)


slow = Slow(b'one\ntwo\nthree\n')
print(slow.read(2), slow.readline(), slow.readall(), slow.read())
print(list(Slow(b'a\nb\nc')), Slow(b'x\ny').readlines())
print(io.BufferedReader(Slow(b'hello world')).read(7), io.BufferedReader(Slow(b'p\nq')).peek())
with Upper() as upper:
    print('some', 'text', file=upper, sep='-')
    upper.writelines(['x', 'y'])
print(upper.parts, upper.closed, upper.encoding, upper.readable())
before, sys.stdout = sys.stdout, Upper()
print('hidden')
sys.stdout, hidden = before, sys.stdout
print(hidden.parts)
for stream in (io.IOBase(), io.RawIOBase(), io.BufferedIOBase(), io.TextIOBase(), upper):
    for name in ('read', 'readline', 'fileno', 'seek', 'tell', 'truncate', 'flush', 'detach'):
        try:
            print(type(stream).__name__, name, getattr(stream, name)(*[0] * (name == 'seek')))
        except Exception as error:
            print(type(stream).__name__, name, type(error).__name__, error)
for make in (lambda: io.BufferedReader(upper), lambda: io.BufferedWriter(slow), lambda: io.Reader()):
    try:
        make()
    except (io.UnsupportedOperation, TypeError) as error:
        print(type(error).__name__, error)
print(isinstance(slow, io.Reader), isinstance(upper, io.Writer), isinstance(5, io.Writer), io.BlockingIOError)
decoder = io.IncrementalNewlineDecoder(None, True)
print([decoder.decode(part) for part in ('a\r', '\nb\rc', '\n')], decoder.newlines)
