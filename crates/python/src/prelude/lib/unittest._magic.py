# The methods with special names that a magic mock has, each a mock of its own, and what they answer at first.

from ._calls import DEFAULT

_NUMERIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_NAMES = ('lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg '
          'pos abs invert complex int float index round trunc floor ceil bool next fspath aiter').split()
_NAMES += [start + name for start in ('', 'i', 'r') for name in _NUMERIC]
_ASYNC_MAGIC = {'__aenter__', '__aexit__', '__anext__'}
_OTHERS = {f'__{name}__' for name in ('get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate '
                                      'setstate getformat repr dir subclasses format getnewargs_ex').split()}
_SYNC_MAGIC = {f'__{name}__' for name in _NAMES} | _OTHERS
_MAGIC = _SYNC_MAGIC | _ASYNC_MAGIC
_UNSUPPORTED = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__',
                '__subclasscheck__', '__del__'}


def _is_magic(name):
    return f'__{name[2:-2]}__' == name


class _special:
    # Stands in the class of a mock for a special method: asked for, it gives the mock's own mock of that name.
    def __init__(self, name):
        self.name = name

    def __get__(self, mock, kind=None):
        if mock is None:
            raise AttributeError(self.name)
        child = mock.__dict__['_mock_record'].children.get(self.name)
        return mock._magic_child(self.name) if child is None else child


_specials = {name: _special(name) for name in sorted(_MAGIC - _OTHERS)}


def _own_method(name, function):
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    method.__name__ = name
    return method


_FIXED = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
          '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
          '__bool__': True, '__index__': 1, '__aexit__': False}


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for value in self.iterator:
            return value
        raise StopAsyncIteration


def _start_value(mock, child, name):
    # What a special method answers until the test says otherwise.
    record = child.__dict__['_mock_record']

    def given(otherwise):
        return otherwise if record.result is DEFAULT else record.result
    if name in _FIXED:
        child.return_value = _FIXED[name]
    elif name in ('__hash__', '__str__', '__sizeof__'):
        child.return_value = getattr(object, name)(mock)
    elif name == '__fspath__':
        child.return_value = f'{type(mock).__name__}/{mock._path()}/{id(mock)}'
    elif name == '__eq__':
        child.side_effect = lambda other: given(True if mock is other else NotImplemented)
    elif name == '__ne__':
        child.side_effect = lambda other: DEFAULT if record.result is not DEFAULT else (
            False if mock is other else NotImplemented)
    elif name == '__iter__':
        child.side_effect = lambda: iter(given(()))
    elif name == '__aiter__':
        child.side_effect = lambda: _AsyncIterator(iter(given(())))
