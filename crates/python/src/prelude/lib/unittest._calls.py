# Calls as values: what a mock notes down, and what `call(…)` makes to compare with it.

__all__ = ['ANY', 'DEFAULT', 'call', 'sentinel']


class _SentinelObject:
    __module__ = 'unittest.mock'

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    __module__ = 'unittest.mock'

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError(name)
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    __module__ = 'unittest.mock'

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = None

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _parts(value, name=''):
    # Name, arguments and keyword arguments of a tuple that may leave out any of them; None if it is no call.
    args, kwargs = (), {}
    if len(value) > 3:
        return None
    if len(value) == 3:
        return tuple(value)
    rest = list(value)
    if rest and isinstance(rest[0], str):
        name = rest.pop(0)
    elif len(rest) == 2:
        return (name, *rest)
    if rest:
        if isinstance(rest[0], tuple):
            args = rest[0]
        else:
            kwargs = rest[0]
    return name, args, kwargs


def _written(name, args, kwargs):
    return f"{name}({', '.join([repr(one) for one in args] + [f'{key}={kwargs[key]!r}' for key in kwargs])})"


class _Call(tuple):
    __module__ = 'unittest.mock'

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        name, args, kwargs = _parts(value, name)
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        try:
            theirs = _parts(other) if isinstance(other, tuple) or len(other) >= 0 else None
        except TypeError:
            return NotImplemented
        if theirs is None:
            return False
        name, args, kwargs = _parts(tuple(self))
        mine, other_parent = self._mock_parent, getattr(other, '_mock_parent', None)
        if mine and other_parent and mine != other_parent:
            return False
        if name and theirs[0] != name:
            return False
        return (theirs[1], theirs[2]) == (args, kwargs)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattribute__(self, attr):
        # `call.count` and `call.__len__` are calls too, and not the methods of tuples.
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        name, args, kwargs = _parts(tuple(self))
        if name:
            name = name if name.startswith('()') else f'.{name}'
        return _written(f'call{name}', args, kwargs)

    def call_list(self):
        found, one = [], self
        while one is not None:
            if one._mock_from_kall:
                found.insert(0, one)
            one = one._mock_parent
        return _CallList(found)


call = _Call(from_kall=False)


class _CallList(list):
    __module__ = 'unittest.mock'

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        return any([self[start:start + length] == value for start in range(len(self) - length + 1)])

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))
