# Abstract base classes: a metaclass that knows what is still abstract, and registered classes.

from weakref import ref


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    return getattr(value, '__isabstractmethod__', False)


def update_abstractmethods(cls):
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    names = {name for name, value in list(cls.__dict__.items()) if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABCMeta(type):
    def __new__(metacls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(metacls, name, bases, namespace, **kwargs)
        names = {key for key, value in namespace.items() if _is_abstract(value)}
        for base in bases:
            for key in getattr(base, '__abstractmethods__', ()):
                if _is_abstract(getattr(cls, key, None)):
                    names.add(key)
        cls.__abstractmethods__ = frozenset(names)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        global _registrations
        _registrations += 1
        cls._abc_impl.registered.append(subclass)
        flags = getattr(cls, '__abc_tpflags__', None)
        if flags is not None:
            # Where the class takes no attributes it is built in, and patterns know it.
            try:
                subclass.__abc_tpflags__ = flags
            except TypeError:
                pass
        return subclass

    def __instancecheck__(cls, instance):
        known, kind = cls._abc_impl, type(instance)
        shown = instance.__class__
        if _has(known.yes, shown):
            return True
        if shown is kind:
            if known.version == _registrations and _has(known.no, kind):
                return False
            return cls.__subclasscheck__(kind)
        return cls.__subclasscheck__(shown) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        known = cls._abc_impl
        if _has(known.yes, subclass):
            return True
        if known.version != _registrations:
            known.no.clear()
            known.version = _registrations
        elif _has(known.no, subclass):
            return False
        hook = cls.__subclasshook__(subclass)
        if hook is NotImplemented:
            below = cls in subclass.__mro__
            if not below and any([subclass is other for other in known.registered]):
                return True
            hook = below or _is_below(subclass, known.registered) or _is_below(subclass, cls.__subclasses__())
        (known.yes if hook else known.no)[id(subclass)] = ref(subclass)
        return bool(hook)


class _abc_data:
    # What an abstract class knows of others: which were registered, and which were found to be below it or not.
    __slots__ = ('registered', 'yes', 'no', 'version')
    __module__ = '_abc'

    def __init__(self):
        self.registered, self.yes, self.no, self.version = [], {}, {}, _registrations


def _has(classes, cls):
    # References by identity, which do not keep the classes alive.
    found = classes.get(id(cls))
    return found is not None and found() is cls


def _is_below(subclass, classes):
    for other in classes:
        # What a protocol refuses a script it does not refuse here.
        ask = getattr(type(other), '_unrestricted_check', None)
        if issubclass(subclass, other) if ask is None else ask(other, subclass):
            return True
    return False


# How often a class was registered anywhere: what was found not to be below another is forgotten then.
_registrations = 0


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return _registrations
