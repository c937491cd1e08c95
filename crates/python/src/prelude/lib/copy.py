# Shallow and deep copies.


class Error(Exception):
    pass


error = Error
_atomic = (type(None), int, float, bool, complex, str, bytes, type, type(...), type(NotImplemented), range, slice,
           type(len), type(lambda: None), property)


def copy(x):
    kind = type(x)
    if kind in _atomic or issubclass(kind, type) or kind in (tuple, frozenset):
        return x
    if kind in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(kind, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuilt(x, kind, lambda value: value)


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
    if kind in _atomic or issubclass(kind, type):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key][0]
    if kind is list:
        made = []
        memo[key] = (made, x)
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if kind is dict:
        made = {}
        memo[key] = (made, x)
        for name, value in x.items():
            made[deepcopy(name, memo)] = deepcopy(value, memo)
        return made
    if kind is tuple:
        parts = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key][0]
        made = x
        for old, new in zip(x, parts):
            if old is not new:
                made = tuple(parts)
                break
        memo[key] = (made, x)
        return made
    if kind in (set, frozenset):
        made = kind([deepcopy(item, memo) for item in x])
    elif kind is bytearray:
        made = bytearray(x)
    else:
        method = getattr(kind, '__deepcopy__', None)
        if method is not None:
            made = method(x, memo)
        elif kind.__name__ == 'method' and hasattr(x, '__func__'):
            made = kind(x.__func__, deepcopy(x.__self__, memo))
        else:
            return _rebuilt(x, kind, lambda value: deepcopy(value, memo), memo)
    memo[key] = (made, x)
    return made


def _rebuilt(x, kind, convert, memo=None):
    if kind.__name__ in ('generator', 'coroutine', 'async_generator', 'module', 'Task', 'Future', '_asyncio.Task'):
        raise TypeError(f"cannot pickle '{kind.__name__}' object")
    if any(getattr(base, '__module__', None) == 'datetime' for base in kind.__mro__) and not hasattr(x, '__dict__'):
        # Nothing of a date or time ever changes.
        return x
    if isinstance(x, BaseException):
        made = kind(*[convert(one) for one in x.args])
    else:
        for base in (dict, list, set, str, int, float, tuple, frozenset):
            if issubclass(kind, base):
                made = base.__new__(kind, x) if base in (str, int, float, tuple, frozenset) else base.__new__(kind)
                break
        else:
            made = object.__new__(kind)
    if memo is not None:
        memo[id(x)] = (made, x)
    if isinstance(x, dict):
        for key, value in x.items():
            dict.__setitem__(made, convert(key), convert(value))
    elif isinstance(x, list):
        list.extend(made, [convert(item) for item in x])
    elif isinstance(x, set):
        set.update(made, [convert(item) for item in x])
    own = getattr(x, '__dict__', None)
    give = getattr(kind, '__getstate__', None)
    if give is not None and give is not object.__getstate__:
        state = convert(give(x))
        restore = getattr(kind, '__setstate__', None)
        if restore is not None:
            restore(made, state)
        elif state:
            made.__dict__.update(state)
        return made
    if own:
        state = {name: convert(value) for name, value in own.items()}
        restore = getattr(kind, '__setstate__', None)
        if restore is not None:
            restore(made, state)
        else:
            made.__dict__.update(state)
    for base in kind.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                try:
                    object.__setattr__(made, name, convert(getattr(x, name)))
                except AttributeError:
                    pass
    return made
