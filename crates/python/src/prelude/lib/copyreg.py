# How objects are taken apart for `pickle`, and how they are put together again.

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def _no_extensions(*args):
    raise ValueError('Loopglass knows no extension codes for pickles')


add_extension = remove_extension = _no_extensions


def clear_extension_cache():
    pass


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


pickle(complex, lambda number: (complex, (number.real, number.imag)))

# Values that their constructor takes as they are.
_PLAIN = (int, float, complex, str, bytes, tuple)


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__') and base.__name__.strip('_'):
                name = f"_{base.__name__.lstrip('_')}{name}"
            names.append(name)
    return names


def _default_state(obj):
    # What `object.__getstate__` gives.
    own = getattr(obj, '__dict__', None)
    slots = {}
    for name in _slot_names(type(obj)):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    if slots:
        return dict(own) if own else None, slots
    return dict(own) if own else None


def _own_base(cls):
    # The built-in class that instances of this one are made of.
    for base in cls.__mro__:
        if base in _PLAIN or base in (object, dict, list, set, frozenset, bytearray) or base is BaseException:
            return base
        if not base.__flags__ & 512:
            return None
    return object


def _refuse(obj):
    kind = type(obj)
    if kind is memoryview or kind.__name__ == 'code':
        raise TypeError(f'cannot pickle {kind.__name__} objects')
    name = kind.__name__ if kind.__module__ in ('builtins', '_thread') else f'{kind.__module__}.{kind.__name__}'
    raise TypeError(f"cannot pickle '{name}' object")


def _reduce(obj, protocol):
    # What `object.__reduce_ex__` gives.
    cls = type(obj)
    base = _own_base(cls)
    if cls.__module__ == 'types' and cls.__name__ == 'SimpleNamespace':
        return cls, (), obj.__dict__
    if cls.__module__ == 'datetime' or base is None:
        whole = _whole(obj, cls)
        if whole is None:
            _refuse(obj)
        return whole
    if base in (set, frozenset):
        return cls, (list(obj),), obj.__getstate__()
    if base is bytearray:
        return cls, (bytes(obj),) if obj else (), obj.__getstate__()
    if protocol < 2:
        if base is not object and cls is base:
            _refuse(obj)
        if base in (dict, list):
            start = cls, base, base(obj)
        else:
            start = cls, base, None if base is object else base(obj)
        give = type(obj).__getstate__
        if _slot_names(cls) and give is object.__getstate__:
            raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
        state = obj.__getstate__()
        return (_reconstructor, start, state) if state else (_reconstructor, start)
    kwargs = {}
    if hasattr(cls, '__getnewargs_ex__'):
        given = obj.__getnewargs_ex__()
        if not isinstance(given, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(given).__name__}'")
        args, kwargs = given
    elif hasattr(cls, '__getnewargs__'):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    else:
        args = (base(obj),) if base in _PLAIN else ()
    items = iter(obj) if base is list else None
    pairs = iter(obj.items()) if base is dict else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), obj.__getstate__(), items, pairs
    return __newobj__, (cls, *args), obj.__getstate__(), items, pairs


def _whole(obj, cls):
    # Objects of Rust that their class makes of plain values.
    kind = next((base.__name__ for base in cls.__mro__ if not base.__flags__ & 512), '')
    if kind in ('range', 'slice'):
        return cls, (obj.start, obj.stop, obj.step)
    if kind in ('method', 'method-wrapper'):
        return getattr, (obj.__self__, obj.__name__)
    if kind == 'date':
        return cls, (obj.year, obj.month, obj.day)
    if kind == 'time':
        return _moment(cls, (obj.hour, obj.minute, obj.second, obj.microsecond), obj)
    if kind == 'datetime':
        parts = obj.year, obj.month, obj.day, obj.hour, obj.minute, obj.second, obj.microsecond
        return _moment(cls, parts, obj)
    if kind == 'timezone':
        name, offset = obj.tzname(None), obj.utcoffset(None)
        return cls, (offset,) if str(cls(offset)) == name else (offset, name)
    if kind == 'tzinfo':
        args = obj.__getinitargs__() if hasattr(obj, '__getinitargs__') else ()
        state = obj.__getstate__()
        return (cls, args) if state is None else (cls, args, state)
    return None


def _moment(cls, parts, obj):
    if obj.tzinfo is not None:
        parts = *parts, obj.tzinfo
    return (_folded, (cls, *parts)) if obj.fold else (cls, parts)


def _folded(cls, *parts):
    return cls(*parts, fold=1)
