# Questions about what a mock is to look like.

from inspect import isawaitable, iscoroutinefunction, signature
from types import FunctionType, MethodType


class InvalidSpecError(Exception):
    __module__ = 'unittest.mock'


def _is_mock(value):
    # By its type: what it says of itself in `__class__` may be another's.
    return '_mock_record' in getattr(value, '__dict__', ()) and hasattr(type(value), '_take_spec')


def _unwrapped(value):
    if isinstance(value, FunctionType):
        return getattr(value, 'mock', value)
    return value


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_list(value):
    return type(value) in (list, tuple)


def _is_coroutine_function(value):
    if _is_mock(value) and not hasattr(type(value), 'assert_awaited'):
        return False
    value = getattr(value, '__func__', value)
    return iscoroutinefunction(value) or isawaitable(value)


def _callable(value):
    if isinstance(value, (staticmethod, classmethod, MethodType)):
        return _callable(value.__func__)
    return isinstance(value, type) or getattr(value, '__call__', None) is not None


def _instance_callable(value):
    # Whether instances of a class can be called; for other values, whether they can.
    if not isinstance(value, type):
        return getattr(value, '__call__', None) is not None
    return any([base.__dict__.get('__call__') is not None for base in value.__mro__])


def _signature_for(spec, as_instance, eat_self):
    # The signature that calls must fit; None where it is not known.
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = eat_self or isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, (FunctionType, MethodType)):
        spec = getattr(spec, '__call__', None)
        if spec is None:
            return None
    try:
        found = signature(spec)
    except (TypeError, ValueError):
        return None
    if eat_self:
        parameters = list(found.parameters.values())
        if parameters and parameters[0].kind <= 1:
            found = found.replace(parameters=parameters[1:])
    return found
