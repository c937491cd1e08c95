# Functions on functions: partial application, wrapping, caches, dispatch by type.

from types import GenericAlias, MethodType, UnionType

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property', 'Placeholder']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotate__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


class partial:
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if args and args[-1] is Placeholder:
            raise TypeError('trailing Placeholders are not allowed')
        if any([one is Placeholder for one in keywords.values()]):
            raise TypeError('Placeholder cannot be passed as a keyword argument')
        if isinstance(func, partial) and not func.__dict__:
            args = _filled(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __call__(self, /, *args, **keywords):
        if keywords:
            keywords = {**self.keywords, **keywords}
        else:
            keywords = self.keywords
        given = self.args
        for one in given:
            if one is Placeholder:
                return self.func(*_filled(given, args, True), **keywords)
        return self.func(*given, *args, **keywords)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return MethodType(self, instance)

    def __repr__(self):
        kind = type(self)
        name = 'functools.partial' if kind is partial else f'{kind.__module__}.{kind.__qualname__}'
        parts = [repr(self.func)]
        parts += [repr(one) for one in self.args]
        parts += [f'{key}={value!r}' for key, value in self.keywords.items()]
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError('argument to __setstate__ must be a tuple')
        if len(state) != 4:
            raise TypeError(f'expected 4 items in state, got {len(state)}')
        func, args, keywords, own = state
        if not callable(func) or not isinstance(args, tuple) or not (keywords is None or isinstance(keywords, dict)):
            raise TypeError('invalid partial state')
        self.func, self.args, self.keywords = func, tuple(args), dict(keywords or {})
        if own is not None:
            self.__dict__.update(own)


class _PlaceholderType:
    def __repr__(self):
        return 'Placeholder'

    def __reduce__(self):
        return 'Placeholder'


Placeholder = _PlaceholderType()


def _filled(given, args, calling=False):
    args = list(args)
    result = []
    for one in given:
        if one is Placeholder:
            if args:
                one = args.pop(0)
            elif calling:
                raise TypeError("missing positional arguments in 'partial' call; expected at least "
                                f'{sum([one is Placeholder for one in given])}, got {len(args)}')
        result.append(one)
    return tuple(result + args)


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        elif not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'the first argument {func!r} must be a callable or a descriptor')
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(one) for one in self.args]
        parts += [f'{key}={value!r}' for key, value in self.keywords.items()]
        return f"functools.partialmethod({', '.join(parts)})"

    def __get__(self, instance, owner=None):
        getter = getattr(type(self.func), '__get__', None)
        if getter is not None and not isinstance(self.func, type):
            bound = self.func.__get__(instance, owner)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made

        return self._make_unbound_method().__get__(instance, owner)

    def _make_unbound_method(self):
        def _method(owner_self, /, *args, **keywords):
            return self.func(owner_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def reduce(function, iterable=_missing, /, initial=_missing):
    if iterable is _missing:
        raise TypeError('reduce() takes at least 2 positional arguments (1 given)')
    try:
        rest = iter(iterable)
    except TypeError:
        if hasattr(type(iterable), '__iter__'):
            raise
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial is _missing:
        try:
            value = next(rest)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    else:
        value = initial
    for item in rest:
        value = function(value, item)
    return value


class KeyWrapper:
    # What `cmp_to_key` makes: called with an object it is the object's key.
    __slots__ = ('_compare', 'obj')

    def __init__(self, compare, obj=None):
        self._compare, self.obj = compare, obj

    def __call__(self, obj):
        return KeyWrapper(self._compare, obj)

    def _against(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError('other argument must be K instance')
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._against(other) < 0

    def __gt__(self, other):
        return self._against(other) > 0

    def __eq__(self, other):
        return self._against(other) == 0

    def __le__(self, other):
        return self._against(other) <= 0

    def __ge__(self, other):
        return self._against(other) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    return KeyWrapper(mycmp)


def _from_root(root, opposite, with_equal):
    # The other three comparisons from one: whether to turn the answer, and whether equality counts.
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if with_equal is None:
            return not answer
        if opposite:
            return not answer and self != other if with_equal == 'and' else not answer or self == other
        return answer or self == other if with_equal == 'or' else answer and self != other
    return compare


_orderings = {
    '__lt__': (('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, None)),
    '__le__': (('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, None)),
    '__gt__': (('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, None)),
    '__ge__': (('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, None)),
}


def total_ordering(cls):
    defined = [name for name in _orderings if getattr(cls, name, None) is not getattr(object, name, None)]
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(defined)
    for name, opposite, with_equal in _orderings[root]:
        if name not in defined:
            function = _from_root(root, opposite, with_equal)
            function.__name__ = name
            function.__qualname__ = f'_{name[2:4]}_from_{root[2:4]}'
            setattr(cls, name, function)
    return cls


_info_class = None


def _cache_info_class():
    global _info_class
    if _info_class is None:
        from collections import namedtuple
        _info_class = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    return _info_class


def __getattr__(name):
    if name == '_CacheInfo':
        return _cache_info_class()
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class _Key(list):
    __slots__ = ('hash',)

    def __init__(self, parts):
        self[:] = parts
        self.hash = hash(parts)

    def __hash__(self):
        return self.hash


def _make_key(args, kwds, typed, kwd_mark=(object(),), fasttypes=(int, str), tuple=tuple, type=type, len=len):
    if not kwds and not typed:
        if len(args) == 1 and type(args[0]) in fasttypes:
            return args[0]
        return args
    parts = args
    if kwds:
        parts += kwd_mark
        for item in kwds.items():
            parts += item
    if typed:
        parts += tuple([type(one) for one in args]) + tuple([type(one) for one in kwds.values()])
    return parts


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._function, self._maxsize, self._typed = function, maxsize, typed
        self._hits = self._misses = 0
        self._kept = {}

    def __call__(self, /, *args, **kwargs):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwargs)
        key = _make_key(args, kwargs, self._typed)
        if type(key) is tuple:
            # Its hash is asked for once.
            key = _Key(key)
        kept = self._kept
        found = kept.get(key, _missing)
        if found is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del kept[key]
                kept[key] = found
            return found
        self._misses += 1
        result = self._function(*args, **kwargs)
        if self._maxsize is not None and key not in kept and len(kept) >= self._maxsize:
            del kept[next(iter(kept))]
        kept[key] = result
        return result

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return MethodType(self, instance)

    def cache_info(self):
        return _cache_info_class()(self._hits, self._misses, self._maxsize, len(self._kept))

    def cache_clear(self):
        self._hits = self._misses = 0
        self._kept.clear()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'<functools._lru_cache_wrapper object at {id(self):#x}>'


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(function, maxsize, typed):
    if not callable(function):
        raise TypeError('the first argument must be callable')
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{self.attrname!r} property.') from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f'item assignment for caching {self.attrname!r} property.') from None
        return value


def _lineage(kind, virtual):
    # The MRO of a class with those abstract classes woven in that it is only registered for, or passes as.
    bases = kind.__bases__
    middle = max([at + 1 for at, base in enumerate(bases) if hasattr(base, '__abstractmethods__')], default=0)
    own = [one for one in virtual if issubclass(kind, one) and not any([issubclass(base, one) for base in bases])]
    inherited = [one for one in virtual if one not in own]
    parts = [list(bases[:middle]), own, list(bases[middle:])]
    lines = [[kind]] + [_lineage(base, inherited) for part in parts for base in part] + parts
    order = []
    while lines := [line for line in lines if line]:
        free = [line[0] for line in lines if not any([line[0] in other[1:] for other in lines])]
        if not free:
            raise RuntimeError('Inconsistent hierarchy')
        order.append(free[0])
        lines = [line[1:] if line[0] is free[0] else line for line in lines]
    return order


def _passes_as(kind, registry):
    # The registered classes that a class passes as without having them in its MRO, the more special ones first.
    known = kind.__mro__
    passed = [one for one in registry if one not in known and not isinstance(one, GenericAlias) and issubclass(kind, one)]
    leaves = [one for one in passed if not any([one is not other and one in other.__mro__ for other in passed])]
    result = []
    for one in leaves:
        below = [[base for base in sub.__mro__ if base in leaves] for sub in one.__subclasses__()
                 if sub not in known and issubclass(kind, sub)]
        below.sort(key=len, reverse=True)
        for line in below or [[one]]:
            result += [base for base in line if base not in result]
    return result


def _find_implementation(kind, registry):
    found = None
    for base in _lineage(kind, _passes_as(kind, registry)):
        if found is not None:
            if base in registry and not (base in kind.__mro__ or found in kind.__mro__ or issubclass(found, base)):
                raise RuntimeError(f'Ambiguous dispatch: {found} or {base}')
            break
        if base in registry:
            found = base
    return registry.get(found)


def _resolved_annotations(func):
    """The annotations of a function; what stands for a name that is not there yet is a forward reference."""
    if not callable(func) and not hasattr(func, '__annotations__'):
        return {}
    from annotationlib import Format, get_annotations
    annotations = get_annotations(func, format=Format.FORWARDREF)
    if not any([isinstance(one, str) for one in annotations.values()]):
        return annotations
    from typing import get_type_hints
    return get_type_hints(func, format=Format.FORWARDREF)


def _classes_of(kind):
    # The classes that a class or a union of classes stands for; nothing for all else.
    classes = (kind,) if isinstance(kind, type) else kind.__args__ if isinstance(kind, UnionType) else None
    if classes is None or not all([isinstance(one, type) and not isinstance(one, GenericAlias) for one in classes]):
        return None
    return classes


def singledispatch(func):
    from abc import get_cache_token
    registry = {object: func}
    found, token = {}, get_cache_token()
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        nonlocal token
        if token != get_cache_token():
            found.clear()
            token = get_cache_token()
        if cls not in found:
            found[cls] = registry[cls] if cls in registry else _find_implementation(cls, registry)
        return found[cls]

    def register(cls, func=None):
        classes = _classes_of(cls)
        if classes is None:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            func = cls
            annotations = _resolved_annotations(getattr(func, '__func__', func))
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated function.')
            argument, cls = next(iter(annotations.items()))
            classes = _classes_of(cls)
            if classes is None:
                from annotationlib import ForwardRef
                if isinstance(cls, UnionType):
                    raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} not all arguments are classes.')
                if isinstance(cls, ForwardRef):
                    raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} is an unresolved forward reference.')
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} is not a class.')
        elif func is None:
            return lambda function: register(cls, function)
        for one in classes:
            registry[one] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _singledispatchmethod_get(self, obj, cls)

    def __repr__(self):
        return f'<single dispatch method descriptor {_method_name(self.func)}>'


class _singledispatchmethod_get:
    # A single dispatch method as it is asked for: what is called is chosen by the first argument, then bound.
    def __init__(self, descriptor, obj, cls):
        self._descriptor, self._obj, self._cls = descriptor, obj, cls
        for name in ('__module__', '__doc__'):
            try:
                setattr(self, name, getattr(descriptor.func, name))
            except AttributeError:
                pass

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._descriptor.func, '__name__', 'singledispatchmethod method')
            raise TypeError(f'{name} requires at least 1 positional argument')
        chosen = self._descriptor.dispatcher.dispatch(args[0].__class__)
        if hasattr(chosen, '__get__'):
            chosen = chosen.__get__(self._obj, self._cls)
        return chosen(*args, **kwargs)

    def __getattr__(self, name):
        if name not in {'__name__', '__qualname__', '__isabstractmethod__', '__annotations__', '__type_params__',
                        '__wrapped__'}:
            raise AttributeError
        if name == '__wrapped__':
            return self._descriptor.func
        return getattr(self._descriptor.func, name)

    @property
    def register(self):
        return self._descriptor.register

    def __repr__(self):
        name = _method_name(self._descriptor.func)
        if self._obj is None:
            return f'<single dispatch method {name}>'
        return f'<bound single dispatch method {name} of {self._obj!r}>'


def _method_name(func):
    return getattr(func, '__qualname__', None) or getattr(func, '__name__', '?')
