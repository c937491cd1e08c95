# Annotations as values, as far as their names are known, or as text. What has no value yet is found out by running the
# function that evaluates the annotations with names that only note what is done with them.

import builtins as _builtins
from _build import refitted as _refitted
from enum import IntEnum
from typing import ForwardRef

__all__ = ['Format', 'ForwardRef', 'annotations_to_string', 'call_annotate_function', 'call_evaluate_function',
           'get_annotate_from_class_namespace', 'get_annotations', 'type_repr']


class Format(IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


# How tightly what a text holds is bound; an operand that is bound less tightly is put in parentheses.
_OPERATORS = {'or': (1, '|'), 'xor': (2, '^'), 'and': (3, '&'), 'lshift': (4, '<<'), 'rshift': (4, '>>'),
              'add': (5, '+'), 'sub': (5, '-'), 'mul': (6, '*'), 'truediv': (6, '/'), 'floordiv': (6, '//'),
              'mod': (6, '%'), 'matmul': (6, '@')}
_SIGN, _POWER, _WHOLE = 7, 8, 9


def _of(value, least=0):
    # The text of a value in the text of an expression.
    if isinstance(value, _Noted):
        text = value.__forward_arg__
        return f'({text})' if value._bound < least else text
    if isinstance(value, type):
        return type_repr(value)
    if isinstance(value, tuple):
        return '(' + ', '.join([_of(one) for one in value]) + (',)' if len(value) == 1 else ')')
    if isinstance(value, list):
        return '[' + ', '.join([_of(one) for one in value]) + ']'
    return '...' if value is ... else repr(value)


def _index(key):
    if isinstance(key, slice):
        parts = ['' if part is None else _of(part) for part in (key.start, key.stop)]
        return ':'.join(parts) + ('' if key.step is None else ':' + _of(key.step))
    if isinstance(key, tuple) and key:
        return ', '.join([_index(one) for one in key]) + (',' if len(key) == 1 else '')
    return _of(key)


class _Noted:
    # Stands for a name; what is done with it gives the text of that.
    def __init__(self, text, bound, source):
        self.__dict__.update(_bound=bound, _source=source)
        ForwardRef.__init__(self, text, owner=source.owner, is_class=isinstance(source.owner, type))
        source.noted.append(self)

    def _then(self, text, bound=_WHOLE):
        return _Noted(text, bound, self._source)

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return self._then(f'{_of(self, _WHOLE)}.{name}')

    def __getitem__(self, key):
        return self._then(f'{_of(self, _WHOLE)}[{_index(key)}]')

    def __call__(self, /, *args, **kwargs):
        given = [_of(one) for one in args] + [f'{name}={_of(one)}' for name, one in kwargs.items()]
        return self._then(f"{_of(self, _WHOLE)}({', '.join(given)})")

    def __iter__(self):
        yield self._then(f'*{_of(self, _WHOLE)}')

    def __neg__(self):
        return self._then(f'-{_of(self, _SIGN)}', _SIGN)

    def __pos__(self):
        return self._then(f'+{_of(self, _SIGN)}', _SIGN)

    def __invert__(self):
        return self._then(f'~{_of(self, _SIGN)}', _SIGN)

    def __pow__(self, other):
        return self._then(f'{_of(self, _WHOLE)} ** {_of(other, _SIGN)}', _POWER)


def _operator(name, bound, sign):
    def forward(self, other):
        return self._then(f'{_of(self, bound)} {sign} {_of(other, bound + 1)}', bound)

    def backward(self, other):
        return self._then(f'{_of(other, bound)} {sign} {_of(self, bound + 1)}', bound)
    setattr(_Noted, f'__{name}__', forward)
    setattr(_Noted, f'__r{name}__', backward)


for _name, (_bound, _sign) in _OPERATORS.items():
    _operator(_name, _bound, _sign)


class _Source:
    # Of one evaluation: whose annotations they are, and all that was noted.
    def __init__(self, owner):
        self.owner, self.noted = owner, []

    def name(self, name):
        return _Noted(name, _WHOLE, self)


def _run(annotate, owner, as_text):
    source = _Source(owner)
    code, known = annotate.__code__, annotate.__globals__
    names, outside = dict(known), {}
    for name in code.co_names:
        if as_text or name not in known and not hasattr(_builtins, name):
            names[name] = source.name(name)
    for name, cell in zip(code.co_freevars, annotate.__closure__ or ()):
        if name == '__classdict__':
            if as_text:
                outside[name] = {}
            continue
        try:
            empty = cell.cell_contents is cell
        except ValueError:
            empty = True
        if as_text or empty:
            outside[name] = source.name(name)
    found = _refitted(annotate, names, outside)(Format.VALUE_WITH_FAKE_GLOBALS)
    return found, source


def call_annotate_function(annotate, format, *, owner=None):
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.STRING:
        # Whoever does not know names that stand for themselves is asked for the values.
        try:
            annotate(Format.VALUE_WITH_FAKE_GLOBALS)
        except NotImplementedError:
            return annotations_to_string(annotate(Format.VALUE))
        except Exception:
            pass
    found, source = _run(annotate, owner, format == Format.STRING)
    if format == Format.STRING:
        if isinstance(found, dict):
            return {name: one if isinstance(one, str) else _of(one) for name, one in found.items()}
        return found if isinstance(found, str) else _of(found)
    for noted in source.noted:
        noted.__dict__.pop('_bound')
        noted.__dict__.pop('_source')
        noted.__class__ = ForwardRef
    return found


def call_evaluate_function(evaluate, format, *, owner=None):
    return call_annotate_function(evaluate, format, owner=owner)


def get_annotate_from_class_namespace(namespace):
    return namespace.get('__annotate__') or namespace.get('__annotate_func__')


def type_repr(value):
    if isinstance(value, (type, type(type_repr), type(len))):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    return '...' if value is ... else repr(value)


def annotations_to_string(annotations):
    return {name: one if isinstance(one, str) else type_repr(one) for name, one in annotations.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if eval_str and format != Format.VALUE:
        raise ValueError('eval_str=True is only supported with format=Format.VALUE')
    if format == Format.VALUE:
        from inspect import get_annotations
        return get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str)
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    if format not in (Format.FORWARDREF, Format.STRING):
        raise ValueError(f'Unsupported format {format!r}')
    if format == Format.FORWARDREF:
        try:
            return dict(obj.__annotations__)
        except (NameError, AttributeError):
            pass
    annotate = getattr(obj, '__annotate__', None)
    if annotate is not None:
        return dict(call_annotate_function(annotate, format, owner=obj))
    found = getattr(obj, '__annotations__', None)
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f'{obj!r} does not have annotations')
    return annotations_to_string(found) if format == Format.STRING else dict(found)
