# Collections that do not keep what they hold alive, stand-ins, and finalizers, on top of `ref`.

import builtins

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

_missing = object()


def getweakrefcount(object):
    return len(_getweakrefs(object))


def getweakrefs(object):
    return [one.proxy() if isinstance(one, _ToProxied) else one for one in _getweakrefs(object)]


class WeakMethod(ref):
    __slots__ = '_function', '_kind', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def gone(_):
            method = itself()
            if method is not None and method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)
        method = ref.__new__(cls, owner, gone)
        method._function, method._kind, method._alive = ref(function, gone), type(meth), True
        itself = ref(method)
        return method

    def __call__(self):
        owner, function = super().__call__(), self._function()
        return None if owner is None or function is None else self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        return NotImplemented if not isinstance(other, WeakMethod) else not self == other

    __hash__ = ref.__hash__


# Dictionaries. A dead key or value leaves with its callback; one without a callback is left out where it is met.


def _is_mapping(value):
    from collections.abc import Mapping
    return isinstance(value, (_WeakMapping, Mapping))


class _WeakMapping:
    def __contains__(self, key):
        return self.get(key, _missing) is not _missing

    def __iter__(self):
        for key, value in self.items():
            yield key

    keys = __iter__

    def values(self):
        for key, value in self.items():
            yield value

    def __len__(self):
        return len(list(self.items()))

    def setdefault(self, key, default=None):
        found = self.get(key, _missing)
        if found is _missing:
            self[key] = found = default
        return found

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in list((other if hasattr(other, 'items') else dict(other)).items()):
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def pop(self, key, *default):
        found = self.get(key, _missing)
        if found is not _missing:
            del self[key]
            return found
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        for key, value in list(self.items())[::-1]:
            del self[key]
            return key, value
        raise KeyError('popitem(): dictionary is empty')

    def clear(self):
        self.data.clear()

    def copy(self):
        made = type(self)()
        made.update(self)
        return made

    __copy__ = copy

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if hasattr(other, 'items') else NotImplemented

    __hash__ = None

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'


class WeakValueDictionary(_WeakMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __setitem__(self, key, value):
        data = self.data

        def gone(reference):
            if data.get(key) is reference:
                del data[key]
        data[key] = ref(value, gone)

    def __getitem__(self, key):
        found = self.data[key]()
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key, default=None):
        reference = self.data.get(key)
        found = None if reference is None else reference()
        return default if found is None else found

    def __delitem__(self, key):
        del self.data[key]

    def items(self):
        for key, reference in list(self.data.items()):
            found = reference()
            if found is not None:
                yield key, found

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()


class WeakKeyDictionary(_WeakMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __setitem__(self, key, value):
        data = self.data

        def gone(reference):
            data.pop(reference, None)
        data[ref(key, gone)] = value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def get(self, key, default=None):
        try:
            return self.data.get(ref(key), default)
        except TypeError:
            return default

    def __delitem__(self, key):
        del self.data[ref(key)]

    def items(self):
        for reference, value in list(self.data.items()):
            found = reference()
            if found is not None:
                yield found, value

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    def __init__(self, data=None):
        self.data = {}
        for item in () if data is None else data:
            self.add(item)

    def add(self, item):
        data = self.data

        def gone(reference):
            data.pop(reference, None)
        data[ref(item, gone)] = None

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')

    def clear(self):
        self.data.clear()

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len([None for reference in self.data if reference() is not None])

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def copy(self):
        return type(self)(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def intersection_update(self, other):
        for item in [item for item in self if item not in other]:
            self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def _made(self, items):
        return type(self)(items)

    def union(self, other):
        return self._made([*self, *other])

    __or__ = union

    def intersection(self, other):
        return self._made([item for item in self if item in other])

    __and__ = intersection

    def difference(self, other):
        return self._made([item for item in self if item not in other])

    __sub__ = difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def symmetric_difference(self, other):
        return self._made([item for item in self if item not in other] + [item for item in other if item not in self])

    __xor__ = symmetric_difference

    def issubset(self, other):
        other = set(other)
        return all([item in other for item in self])

    def issuperset(self, other):
        return all([item in self for item in other])

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return len(self) < len(set(other)) and self.issubset(other)

    def __gt__(self, other):
        return len(self) > len(set(other)) and self.issuperset(other)

    def isdisjoint(self, other):
        return not any([item in other for item in self])

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, WeakSet) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return repr({reference for reference in self.data})


# Stand-ins.


class _ToProxied(ref):
    """The reference inside a proxy without a callback, by which the proxy is found again."""
    __slots__ = ('proxy',)


class weakproxy:
    __slots__ = ('_weakproxy_to', '__weakref__')

    def __init__(self, object, callback=None):
        if callback is None:
            to = _ToProxied(object)
            to.proxy = ref(self)
        else:
            to = ref(object, lambda gone: callback(self))
        weakproxy._weakproxy_to.__set__(self, to)

    def __getattribute__(self, name):
        if name == '__class__':
            return _behind(self).__class__
        return getattr(_behind(self), name)

    def __setattr__(self, name, value):
        setattr(_behind(self), name, value)

    def __delattr__(self, name):
        delattr(_behind(self), name)

    def __repr__(self):
        found = weakproxy._weakproxy_to.__get__(self)()
        if found is None:
            return f'<weakproxy at {id(self):#x}; dead>'
        return f"<weakproxy at {id(self):#x}; to '{type(found).__name__}' at {id(found):#x}>"

    def __next__(self):
        found = _behind(self)
        if not hasattr(type(found), '__next__'):
            raise TypeError(f"Weakref proxy referenced a non-iterator '{type(found).__name__}' object")
        return next(found)

    def __bytes__(self):
        return bytes(_behind(self))

    def __reversed__(self):
        return reversed(_behind(self))

    __hash__ = None


def _behind(proxy):
    found = weakproxy._weakproxy_to.__get__(proxy)()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


def _meant(value):
    return _behind(value) if issubclass(type(value), weakproxy) else value


def _passed_on(function):
    return lambda proxy, *args: function(_behind(proxy), *[_meant(value) for value in args])


def _reflected(function):
    return lambda proxy, other, *rest: function(_meant(other), _behind(proxy), *rest)


def _prepare():
    import operator
    for name in ('len', 'str', 'bool', 'iter', 'int', 'float', 'abs', 'divmod', 'pow'):
        setattr(weakproxy, f'__{name}__', _passed_on(getattr(builtins, name)))
    for name in 'getitem setitem delitem contains eq ne lt le gt ge neg pos invert index'.split():
        setattr(weakproxy, f'__{name}__', _passed_on(getattr(operator, f'__{name}__')))
    for name in 'add sub mul matmul truediv floordiv mod and or xor lshift rshift'.split():
        function = getattr(operator, f'__{name}__')
        setattr(weakproxy, f'__{name}__', _passed_on(function))
        setattr(weakproxy, f'__r{name}__', _reflected(function))
        setattr(weakproxy, f'__i{name}__', _passed_on(getattr(operator, f'__i{name}__')))
    weakproxy.__ipow__ = _passed_on(operator.__ipow__)
    weakproxy.__rpow__ = _reflected(pow)
    weakproxy.__rdivmod__ = _reflected(divmod)


_prepare()


class weakcallableproxy(weakproxy):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _behind(self)(*args, **kwargs)


ProxyType, CallableProxyType = weakproxy, weakcallableproxy
ProxyType.__name__ = ProxyType.__qualname__ = 'ProxyType'
CallableProxyType.__name__ = CallableProxyType.__qualname__ = 'CallableProxyType'
ProxyTypes = ProxyType, CallableProxyType


def proxy(object, callback=None, /):
    if callback is None:
        for one in _getweakrefs(object):
            if isinstance(one, _ToProxied):
                found = one.proxy()
                if found is not None:
                    return found
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


# Finalizers.


class _Call:
    def __init__(self, *parts):
        self.reference, self.func, self.args, self.kwargs = parts
        self.atexit = True


class finalize:
    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registry:
            import atexit
            atexit.unregister(finalize._at_exit)
            atexit.register(finalize._at_exit)
        finalize._registry[id(self)] = self, _Call(ref(obj, lambda gone: self()), func, args, kwargs)

    @staticmethod
    def _at_exit():
        for one, call in list(finalize._registry.values())[::-1]:
            if call.atexit:
                one()

    def _taken(self):
        found = finalize._registry.pop(id(self), None)
        return None if found is None else found[1]

    def __call__(self, _=None):
        call = self._taken()
        if call is not None:
            return call.func(*call.args, **call.kwargs)

    def detach(self):
        found = self.peek()
        if found is not None:
            self._taken()
        return found

    def peek(self):
        found = finalize._registry.get(id(self))
        if found is None or found[1].reference() is None:
            return None
        call = found[1]
        return call.reference(), call.func, call.args, call.kwargs

    @property
    def alive(self):
        return id(self) in finalize._registry

    @property
    def atexit(self):
        found = finalize._registry.get(id(self))
        return found is not None and found[1].atexit

    @atexit.setter
    def atexit(self, value):
        found = finalize._registry.get(id(self))
        if found is not None:
            found[1].atexit = bool(value)

    def __repr__(self):
        found = self.peek()
        if found is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(found[0]).__name__!r} at {id(found[0]):#x}>'
