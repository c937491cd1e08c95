# Names for the kinds of objects that the interpreter makes, and a few small classes.

from _build import is_awaitable_generator as _is_awaitable_generator, make_awaitables as _make_awaitables
from _typing import GenericAlias, Union as UnionType

__all__ = ['AsyncGeneratorType', 'BuiltinFunctionType', 'BuiltinMethodType', 'CapsuleType', 'CellType',
           'ClassMethodDescriptorType', 'CodeType', 'CoroutineType', 'EllipsisType', 'FrameType', 'FunctionType',
           'GeneratorType', 'GenericAlias', 'GetSetDescriptorType', 'LambdaType', 'MappingProxyType',
           'MemberDescriptorType', 'MethodDescriptorType', 'MethodType', 'MethodWrapperType', 'ModuleType',
           'NoneType', 'NotImplementedType', 'SimpleNamespace', 'TracebackType', 'UnionType', 'WrapperDescriptorType',
           'new_class', 'resolve_bases', 'prepare_class', 'get_original_bases', 'DynamicClassAttribute', 'coroutine']


def _function():
    pass


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _with_cell(value):
    def inner():
        return value
    return inner


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
CellType = type(_with_cell(1).__closure__[0])
GeneratorType = type(_generator())
_one = _coroutine()
CoroutineType = type(_one)
_one.close()
AsyncGeneratorType = type(_async_generator())
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)


class CapsuleType:
    __module__, __qualname__ = 'builtins', 'PyCapsule'

    def __new__(cls):
        raise TypeError("cannot create 'PyCapsule' instances")


class _Methods:
    def method(self):
        pass


MethodType = type(_Methods().method)
import sys as _sys
ModuleType = type(_sys)
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    try:
        FrameType = type(_error.__traceback__.tb_frame)
    except AttributeError:
        FrameType = None
GetSetDescriptorType = type(type.__dict__.get('__name__'))
MemberDescriptorType = type(type('_Slotted', (), {'__slots__': ('slot',)}).slot)


_shown_namespaces = set()


class SimpleNamespace:
    def __init__(self, /, *mapping_or_iterable, **kwargs):
        if len(mapping_or_iterable) > 1:
            given = len(mapping_or_iterable)
            raise TypeError(f'{type(self).__name__} expected at most 1 argument, got {given}')
        if mapping_or_iterable:
            given = dict(*mapping_or_iterable)
            if not all([isinstance(key, str) for key in given]):
                raise TypeError('keywords must be strings')
            self.__dict__.update(given)
        self.__dict__.update(kwargs)

    def __getattr__(self, name):
        kind = type(self)
        shown = 'types.SimpleNamespace' if kind is SimpleNamespace else kind.__name__
        raise AttributeError(f'{shown!r} object has no attribute {name!r}', name=name, obj=self)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown_namespaces:
            return name + '(...)'
        _shown_namespaces.add(id(self))
        try:
            return name + '(' + ', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()]) + ')'
        finally:
            _shown_namespaces.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def _ordered(compare):
        def method(self, other):
            if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
                return compare(self.__dict__, other.__dict__)
            return NotImplemented
        return method

    __lt__, __le__ = _ordered(lambda a, b: a < b), _ordered(lambda a, b: a <= b)
    __gt__, __ge__ = _ordered(lambda a, b: a > b), _ordered(lambda a, b: a >= b)
    del _ordered
    __hash__ = None

    def __replace__(self, /, **changes):
        made = type(self)(**self.__dict__)
        made.__dict__.update(changes)
        return made


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, fget.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


class _GeneratorWrapper:
    # Makes an awaitable of what behaves like a generator.
    def __init__(self, gen):
        self.__wrapped = gen
        self.__name__ = getattr(gen, '__name__', None)
        self.__qualname__ = getattr(gen, '__qualname__', None)

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, *args):
        return self.__wrapped.throw(*args)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if type(self.__wrapped) is GeneratorType else self

    __await__ = __iter__

    def _asks(name):
        return property(lambda self: getattr(self._GeneratorWrapper__wrapped, name))

    cr_code = gi_code = _asks('gi_code')
    cr_frame = gi_frame = _asks('gi_frame')
    cr_running = gi_running = _asks('gi_running')
    cr_suspended = gi_suspended = _asks('gi_suspended')
    cr_await = gi_yieldfrom = _asks('gi_yieldfrom')
    del _asks


def _is_generator(made):
    from collections.abc import Coroutine, Generator
    return isinstance(made, Generator) and not isinstance(made, Coroutine)


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    code = getattr(func, '__code__', None)
    flags = getattr(code, 'co_flags', 0)
    if flags & 0x180:
        return func
    if flags & 0x20 and type(func) is FunctionType:
        _make_awaitables(func)
        return func
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType or _is_awaitable_generator(made) or not _is_generator(made):
            return made
        return _GeneratorWrapper(made)
    return wrapped


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(kind, meta):
                meta = kind
            elif not issubclass(meta, kind):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) '
                                'subclass of the metaclasses of all its bases')
    return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    found = []
    changed = False
    for base in bases:
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            found.extend(base.__mro_entries__(bases))
            changed = True
        else:
            found.append(base)
    return tuple(found) if changed else bases


def get_original_bases(cls, /):
    if not isinstance(cls, type):
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}')
    return cls.__dict__.get('__orig_bases__', cls.__bases__)
