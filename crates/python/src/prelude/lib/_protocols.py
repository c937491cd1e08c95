# Protocols: classes that say which members an object must have, and the checks of objects against them.

from abc import ABCMeta as _ABCMeta
from _typing import Generic

__name__ = 'typing'

# Abstract classes of the library that a protocol may extend.
_ALLOWED_BASES = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable', 'Sized',
                        'Container', 'Collection', 'Reversible', 'Buffer'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
    'io': ('Reader', 'Writer'),
    'os': ('PathLike',),
}
_NOT_CHECKABLE = 'Instance and class checks can only be used with @runtime_checkable protocols'


class _ProtocolMeta(_ABCMeta):
    def __new__(metacls, name, bases, namespace, /, **kwargs):
        if namespace.get('__module__') != __name__ and (Protocol in bases or Generic in bases):
            for base in bases:
                allowed = base is object or base is Generic or getattr(base, '_is_protocol', False)
                if not allowed and base.__name__ not in _ALLOWED_BASES.get(base.__module__, ()):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(metacls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            if cls in type(instance).__mro__:
                return True
            raise TypeError(_NOT_CHECKABLE)
        kind, shown = type(instance), instance.__class__
        if cls._unrestricted_check(shown) or shown is not kind and cls._unrestricted_check(kind):
            return True
        from inspect import getattr_static
        for name in cls.__protocol_attrs__:
            try:
                value = getattr_static(instance, name)
            except AttributeError:
                return False
            if value is None and name not in cls.__non_callable_proto_members__:
                return False
        return True

    def __subclasscheck__(cls, kind):
        if cls is Protocol:
            return type.__subclasscheck__(cls, kind)
        if getattr(cls, '_is_protocol', False):
            if not getattr(cls, '_is_runtime_protocol', False):
                _must_be_class(kind)
                if cls not in kind.__mro__:
                    raise TypeError(_NOT_CHECKABLE)
                return True
            data = cls.__non_callable_proto_members__
            if data and getattr(cls.__dict__.get('__subclasshook__'), '__func__', None) is _fits_protocol:
                _must_be_class(kind)
                raise TypeError("Protocols with non-method members don't support issubclass(). "
                                f'Non-method members: {str(sorted(data))[1:-1]}.')
        return super().__subclasscheck__(kind)

    def _unrestricted_check(cls, kind):
        return _ABCMeta.__subclasscheck__(cls, kind)


def _must_be_class(kind):
    if not isinstance(kind, type):
        raise TypeError('issubclass() arg 1 must be a class')


def _fits_protocol(cls, kind):
    # The `__subclasshook__` of a protocol: whether a class has all its members.
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in kind.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if base.__dict__.get('_is_protocol', False) and name in _annotated(base):
                break
        else:
            return NotImplemented
    return True


_NOT_MEMBERS = ('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__', '__init__',
                '__abstractmethods__', '_abc_impl', '_is_protocol', '_is_runtime_protocol', '__parameters__',
                '__orig_bases__', '__annotations__', '__annotate__', '__annotate_func__', '__annotations_cache__',
                '__firstlineno__', '__static_attributes__', '__subclasshook__', '__type_params__', '__new__',
                '__class_getitem__', '__match_args__', '__protocol_attrs__',
                '__non_callable_proto_members__', '__classdictcell__', '__conditional_annotations__')


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__:
        if base.__dict__.get('_is_protocol', False) and base is not Protocol:
            names.update([name for name in base.__dict__ if name not in _NOT_MEMBERS])
            names.update(_annotated(base))
    return names


def _annotated(cls):
    try:
        return getattr(cls, '__annotations__', {})
    except NameError:
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls.__dict__.get('_is_protocol', False):
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init:
        return
    # A class that takes part in a protocol: what it inherits besides, from now on without this detour.
    inherited = [base.__dict__['__init__'] for base in cls.__mro__ if '__init__' in base.__dict__]
    cls.__init__ = [init for init in inherited if init is not _no_init][0]
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True
    _declares_parameters = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_fits_protocol)
        if cls._is_protocol:
            if '__init__' not in cls.__dict__:
                cls.__init__ = _no_init
            cls.__protocol_attrs__ = _protocol_names(cls)


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for name in cls.__protocol_attrs__:
        try:
            is_method = callable(getattr(cls, name, None))
        except Exception as error:
            raise TypeError(f'Failed to determine whether protocol member {name!r} is a method member') from error
        if not is_method:
            cls.__non_callable_proto_members__.add(name)
    return cls


class SupportsInt(Protocol):
    def __int__(self): pass


class SupportsFloat(Protocol):
    def __float__(self): pass


class SupportsIndex(Protocol):
    def __index__(self): pass


class SupportsAbs(Protocol):
    def __abs__(self): pass


class SupportsComplex(Protocol):
    def __complex__(self): pass


class SupportsBytes(Protocol):
    def __bytes__(self): pass


class SupportsRound(Protocol):
    def __round__(self, ndigits=0): pass


for _one in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs, SupportsComplex, SupportsBytes, SupportsRound):
    runtime_checkable(_one)
