# Annotations as values, or as far as their names are known.

from enum import IntEnum
from typing import ForwardRef

__all__ = ['Format', 'ForwardRef', 'get_annotations']


class Format(IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if format != Format.VALUE:
        raise NotImplementedError('annotationlib.get_annotations() knows Format.VALUE alone here')
    from inspect import get_annotations
    return get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str)
