# Of `io` what is rarely asked for: what can be read from or written to, and ends of lines in text that comes in parts.

import abc as _abc
from collections.abc import _has_methods
from types import GenericAlias as _GenericAlias


class _Protocol(metaclass=_abc.ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)


class Reader(_Protocol):
    __module__ = 'io'
    __slots__ = ()

    @_abc.abstractmethod
    def read(self, size=..., /):
        pass

    @classmethod
    def __subclasshook__(cls, kind):
        return _has_methods(kind, ['read']) if cls is Reader else NotImplemented


class Writer(_Protocol):
    __module__ = 'io'
    __slots__ = ()

    @_abc.abstractmethod
    def write(self, data, /):
        pass

    @classmethod
    def __subclasshook__(cls, kind):
        return _has_methods(kind, ['write']) if cls is Writer else NotImplemented


class IncrementalNewlineDecoder:
    __module__ = '_io'

    def __init__(self, decoder, translate, errors='strict'):
        self._decoder, self._translate, self.errors = decoder, translate, errors
        self.reset()

    def reset(self):
        self._held, self._seen = False, set()
        if self._decoder is not None:
            self._decoder.reset()

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._held and (text or final):
            text, self._held = '\r' + text, False
        if text.endswith('\r') and not final:
            # Whether a newline follows is known with the next part.
            text, self._held = text[:-1], True
        rest = text.replace('\r\n', '')
        self._seen |= {end for end in '\r\n' if end in rest}
        if len(rest) < len(text):
            self._seen.add('\r\n')
        if self._translate:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def getstate(self):
        buffered, flag = (b'', 0) if self._decoder is None else self._decoder.getstate()
        return buffered, flag << 1 | self._held

    def setstate(self, state):
        buffered, flag = state
        self._held = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((buffered, flag >> 1))

    @property
    def newlines(self):
        seen = tuple([end for end in ('\r', '\n', '\r\n') if end in self._seen])
        return seen if len(seen) > 1 else seen[0] if seen else None
