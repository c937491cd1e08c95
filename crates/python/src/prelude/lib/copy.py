# Shallow and deep copies.

from copyreg import dispatch_table
from types import MethodType
from weakref import ref as _ref

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, complex, str, bytes, type, type(...), type(NotImplemented), range,
           type(len), type(lambda: None), type((lambda: None).__code__), property, _ref}


def copy(x):
    kind = type(x)
    if kind in _atomic or kind in (tuple, frozenset, slice) or issubclass(kind, type):
        return x
    if kind in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(kind, '__copy__', None)
    if method is not None:
        return method(x)
    how = _reduced(x, kind)
    return x if isinstance(how, str) else _rebuilt(how, None, x)


def replace(obj, /, **changes):
    method = getattr(type(obj), '__replace__', None)
    if method is None:
        if hasattr(type(obj), '__dataclass_fields__'):
            from dataclasses import replace as replaced
            return replaced(obj, **changes)
        raise TypeError(f'replace() does not support {type(obj).__name__} objects')
    return method(obj, **changes)


def deepcopy(x, memo=None):
    kind = type(x)
    if kind in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    made = memo.get(key, memo)
    if made is not memo:
        return made
    if kind is list:
        made = memo[key] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif kind is dict:
        made = memo[key] = {}
        for name, value in x.items():
            made[deepcopy(name, memo)] = deepcopy(value, memo)
    elif kind is tuple:
        made = _deep_tuple(x, memo)
    elif issubclass(kind, type):
        return x
    else:
        method = getattr(x, '__deepcopy__', None)
        if method is not None:
            made = method(memo)
        elif kind is MethodType:
            made = kind(x.__func__, deepcopy(x.__self__, memo))
        else:
            how = _reduced(x, kind)
            made = x if isinstance(how, str) else _rebuilt(how, memo, x)
    if made is not x:
        memo[key] = made
        # As long as the copies are made, nothing else may come to have the identity of what was copied.
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_tuple(x, memo):
    parts = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        # The tuple holds itself.
        return memo[id(x)]
    for old, new in zip(x, parts):
        if old is not new:
            return tuple(parts)
    return x


def _reduced(x, kind):
    reduce = dispatch_table.get(kind)
    return x.__reduce_ex__(4) if reduce is None else reduce(x)


def _rebuilt(how, memo, x):
    # Makes what `__reduce_ex__` describes; with a memo, from copies of its parts.
    make, args, state, items, pairs = (*how, None, None, None)[:5]
    if memo is None:
        made = make(*args)
    else:
        made = make(*[deepcopy(arg, memo) for arg in args])
        memo[id(x)] = made
        if state is not None:
            state = deepcopy(state, memo)
    if state is not None:
        _restore(made, state)
    for item in items or ():
        made.append(item if memo is None else deepcopy(item, memo))
    for key, value in pairs or ():
        if memo is not None:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        made[key] = value
    return made


def _restore(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        made.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(made, name, value)
