# Containers beyond the built-in ones.

from types import GenericAlias
from _build import caller_globals as _caller_globals, ordered_iterator as _ordered_iterator, run as _run
from _collections import deque
import sys as _sys

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']

_missing = object()
_keywords = ('False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def',
             'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is',
             'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield')


def __getattr__(name):
    if name == 'abc':
        import collections.abc
        return _sys.modules['collections.abc']
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        import _user_collections
        globals()[name] = found = getattr(_user_collections, name)
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if module is None:
        module = _caller_globals().get('__name__', '__main__')
    return _named_tuple_class(typename, field_names, rename, defaults, module, (tuple,), {})


def _named_tuple_class(typename, field_names, rename, defaults, module, bases, extra):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(fields):
            if not name.isidentifier() or name in _keywords or name.startswith('_') or name in seen:
                fields[index] = f'_{index}'
            seen.add(name)
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _keywords:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in fields:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(reversed(list(zip(reversed(fields), reversed(defaults)))))
    fields = tuple(fields)
    arguments = ', '.join([f'{name}=None' if name in field_defaults else name for name in fields])
    listed = ', '.join(fields) + (',' if len(fields) == 1 else '')
    names = {'_tuple_new': tuple.__new__, '__name__': f'namedtuple_{typename}'}
    _run(f'def __new__(_cls, {arguments}):\n    return _tuple_new(_cls, ({listed}))\n', names)
    new = names['__new__']
    new.__doc__ = f"Create new instance of {typename}({', '.join(fields)})"
    new.__qualname__ = f'{typename}.__new__'
    if defaults is not None:
        new.__defaults__ = defaults
    shown = '(' + ', '.join([f'{name}=%r' for name in fields]) + ')'

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f'Expected {len(fields)} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        return type(self).__name__ + shown % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for function in (_make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f'{typename}.{function.__name__}'
    namespace = {'__doc__': f"{typename}({', '.join(fields)})", '__slots__': (), '_fields': fields,
                 '_field_defaults': field_defaults, '__new__': new, '_make': classmethod(_make),
                 '__replace__': _replace, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
                 '__getnewargs__': __getnewargs__, '__match_args__': fields}
    for index, name in enumerate(fields):
        namespace[name] = _field(index)
    namespace['__module__'] = module
    return type(typename, bases, namespace | extra)


class _tuplegetter:
    # What reads a field of a named tuple.
    def __init__(self, index, doc):
        self.index, self.__doc__ = index, doc

    def __get__(self, obj, objtype=None):
        return self if obj is None else tuple.__getitem__(obj, self.index)

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f'_tuplegetter({self.index}, {self.__doc__!r})'


def _field(index):
    return _tuplegetter(index, f'Alias for field number {index}')


_shown_now = []


def _shown(owner, make):
    """The text of a container, or dots inside its own."""
    if id(owner) in _shown_now:
        return '...'
    _shown_now.append(id(owner))
    try:
        return make()
    finally:
        _shown_now.pop()


class defaultdict(dict):
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    __slots__ = ('default_factory',)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = self[key] = factory()
        return value

    def __repr__(self):
        factory = _shown(self, lambda: repr(self.default_factory))
        return f'{type(self).__name__}({factory}, {dict.__repr__(self)})'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __reduce__(self):
        return type(self), (self.default_factory,), None, None, iter(self.items())


class _odict_view:
    # What `keys`, `values` and `items` of an ordered dict give: the dict's own view under a name of its own.
    __slots__ = ('_view',)
    __module__ = 'builtins'
    __hash__ = None

    def __init__(self, view):
        self._view = view

    @property
    def mapping(self):
        return self._view.mapping

    def __len__(self):
        return len(self._view)

    def __iter__(self):
        return _ordered_iterator(self._view, False)

    def __reversed__(self):
        return _ordered_iterator(self._view, True)

    def __contains__(self, item):
        return item in self._view

    def __repr__(self):
        return _shown(self, lambda: f'{type(self).__name__}({list(self._view)!r})')


class _odict_set(_odict_view):
    __slots__ = ()
    __module__ = 'builtins'
    __hash__ = None

    def __eq__(self, other):
        return self._view == _view_of(other)

    def __lt__(self, other):
        return self._view < _view_of(other)

    def __le__(self, other):
        return self._view <= _view_of(other)

    def __gt__(self, other):
        return self._view > _view_of(other)

    def __ge__(self, other):
        return self._view >= _view_of(other)

    def __and__(self, other):
        return self._view & _view_of(other)

    def __or__(self, other):
        return self._view | _view_of(other)

    def __sub__(self, other):
        return self._view - _view_of(other)

    def __xor__(self, other):
        return self._view ^ _view_of(other)

    def __rand__(self, other):
        return other & self._view

    def __ror__(self, other):
        return other | self._view

    def __rsub__(self, other):
        return other - self._view

    def __rxor__(self, other):
        return other ^ self._view

    def isdisjoint(self, other):
        return self._view.isdisjoint(other)


def _view_of(other):
    return other._view if isinstance(other, _odict_view) else other


class odict_keys(_odict_set):
    __slots__ = ()
    __module__ = 'builtins'


class odict_items(_odict_set):
    __slots__ = ()
    __module__ = 'builtins'


class odict_values(_odict_view):
    __slots__ = ()
    __module__ = 'builtins'


def _fill_ordered(ordered, other, kwds):
    if isinstance(other, dict) and type(ordered) is OrderedDict:
        dict.update(ordered, other)
    elif hasattr(other, 'keys'):
        for key in list(other.keys()):
            ordered[key] = other[key]
    else:
        for pair in other:
            pair = tuple(pair)
            if len(pair) < 2:
                raise ValueError(f'need more than {len(pair)} value{"" if len(pair) == 1 else "s"} to unpack')
            if len(pair) > 2:
                raise ValueError('too many values to unpack (expected 2)')
            ordered[pair[0]] = pair[1]
    for key, value in kwds.items():
        ordered[key] = value


class OrderedDict(dict):
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, other=(), /, **kwds):
        _fill_ordered(self, other, kwds)

    def update(self, /, *other, **kwds):
        if len(other) > 1:
            raise TypeError(f'update() takes at most 1 positional argument ({len(other)} given)')
        _fill_ordered(self, other[0] if other else (), kwds)

    def keys(self):
        return odict_keys(dict.keys(self))

    def items(self):
        return odict_items(dict.items(self))

    def values(self):
        return odict_values(dict.values(self))

    def __iter__(self):
        return _ordered_iterator(self, False)

    def __reversed__(self):
        return _ordered_iterator(self, True)

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        key = next(dict.__iter__(self))
        return key, dict.pop(self, key)

    def pop(self, key, default=_missing):
        if default is _missing:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
            return
        rest = [(other, dict.__getitem__(self, other)) for other in list(self) if other != key]
        dict.clear(self)
        dict.__setitem__(self, key, value)
        for other, value in rest:
            dict.__setitem__(self, other, value)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    __hash__ = None

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        if type(self).__getitem__ is dict.__getitem__:
            return _shown(self, lambda: f'{type(self).__name__}({dict(self.items())!r})')
        return _shown(self, lambda: f'{type(self).__name__}({ {key: self[key] for key in list(self)}!r})')

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made


def _count_elements(mapping, iterable):
    get = mapping.get
    for item in iterable:
        mapping[item] = get(item, 0) + 1


class Counter(dict):
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ordered if n is None else ordered[:n if n >= 0 else 0]

    def elements(self):
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, 'items'):
                if not self:
                    dict.update(self, iterable)
                else:
                    for item, count in iterable.items():
                        self[item] = count + self.get(item, 0)
            else:
                get = self.get
                item = None
                try:
                    for item in iterable:
                        self[item] = get(item, 0) + 1
                except TypeError:
                    hash(item)
                    raise
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict):
                for item, count in iterable.items():
                    self[item] = self.get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, item):
        if item in self:
            dict.__delitem__(self, item)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{type(self).__name__}({shown!r})'

    def _compared(self, other, test):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([test(self[item], other[item]) for both in (self, other) for item in both])

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    __hash__ = None

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in list(self) + [item for item in other if item not in self]:
            count = combine(self[item], other[item])
            if count > 0:
                result[item] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _kept(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._kept()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._kept()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._kept()

    def __iand__(self, other):
        for item, count in list(self.items()):
            if other[item] < count:
                self[item] = other[item]
        return self._kept()
