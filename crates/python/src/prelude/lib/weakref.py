# Collections that do not keep what they hold alive, stand-ins, and finalizers, on top of `ref`.

from types import MethodType

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

_missing = object()


def getweakrefcount(object):
    return len(getweakrefs(object))


class WeakMethod:
    def __init__(self, meth, callback=None):
        if not isinstance(meth, MethodType):
            raise TypeError(f'argument should be a bound method, not {type(meth)}')
        self._function = meth.__func__
        told = None if callback is None else lambda gone: callback(self)
        self._object = ref(meth.__self__, told)

    def __call__(self):
        found = self._object()
        return None if found is None else MethodType(self._function, found)

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self() is not None and self() == other()

    def __hash__(self):
        return hash(self._function)


# Dictionaries. A dead key or value leaves with its callback; one without a callback is left out where it is met.


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
            for key, value in list(other.items()) if hasattr(other, 'items') else other:
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
        made = self.copy()
        made.update(other)
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
        reference = ref(key)
        self.data[reference if reference in data else ref(key, gone)] = value

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
        if ref(item) not in data:
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
        return all([item in other for item in self])

    def issuperset(self, other):
        return all([item in self for item in other])

    __le__, __ge__ = issubset, issuperset

    def isdisjoint(self, other):
        return not any([item in other for item in self])

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, WeakSet) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return repr({reference for reference in self.data})


# Stand-ins.


class weakproxy:
    __slots__ = ('_weakproxy_to',)

    def __init__(self, object, callback=None):
        told = None if callback is None else lambda gone: callback(self)
        weakproxy._weakproxy_to.__set__(self, ref(object, told))

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
        kind = 'NoneType' if found is None else type(found).__name__
        return f'<weakproxy at {id(self):#x} to {kind} at {id(found):#x}>'

    __hash__ = None


def _behind(proxy):
    found = weakproxy._weakproxy_to.__get__(proxy)()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


def _passed_on(name):
    import operator
    function = getattr(operator, name, None)
    if function is not None:
        return lambda proxy, *args: function(_behind(proxy), *args)
    return lambda proxy, *args: getattr(type(_behind(proxy)), name)(_behind(proxy), *args)


for _name in ('__str__ __bool__ __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __eq__ '
              '__ne__ __lt__ __le__ __gt__ __ge__ __add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __pow__ '
              '__and__ __or__ __xor__ __neg__ __pos__ __abs__ __invert__ __int__ __float__ __index__').split():
    setattr(weakproxy, _name, _passed_on(_name))
weakproxy.__str__ = lambda proxy: str(_behind(proxy))
weakproxy.__bool__ = lambda proxy: bool(_behind(proxy))
weakproxy.__iter__ = lambda proxy: iter(_behind(proxy))
weakproxy.__next__ = lambda proxy: next(_behind(proxy))
weakproxy.__len__ = lambda proxy: len(_behind(proxy))
weakproxy.__int__ = lambda proxy: int(_behind(proxy))
weakproxy.__float__ = lambda proxy: float(_behind(proxy))


class weakcallableproxy(weakproxy):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _behind(self)(*args, **kwargs)


ProxyType, CallableProxyType = weakproxy, weakcallableproxy
ProxyType.__name__ = ProxyType.__qualname__ = 'ProxyType'
CallableProxyType.__name__ = CallableProxyType.__qualname__ = 'CallableProxyType'
ProxyTypes = ProxyType, CallableProxyType


def proxy(object, callback=None, /):
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
