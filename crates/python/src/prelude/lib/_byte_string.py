# `collections.abc.ByteString`, which is on its way out.

from abc import ABCMeta
from collections.abc import Sequence
import warnings


def _deprecated():
    warnings.warn("'collections.abc.ByteString' is deprecated and slated for removal in Python 3.17",
                  DeprecationWarning, stacklevel=1)


class _Kind(ABCMeta):
    def __new__(metacls, name, bases, namespace, **kwargs):
        if name != 'ByteString':
            _deprecated()
        return super().__new__(metacls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _deprecated()
        return super().__instancecheck__(instance)


class ByteString(Sequence, metaclass=_Kind):
    __module__ = 'collections.abc'
    __slots__ = ()


ByteString.register(bytes)
ByteString.register(bytearray)
