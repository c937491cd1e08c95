# Mocks that look like another object all the way down, with the signatures of its functions.

from dataclasses import fields, is_dataclass
from inspect import isdatadescriptor, iscoroutinefunction
from types import FunctionType, MethodType

from .mock import AsyncMock, DEFAULT, MagicMock, NonCallableMagicMock, _Later, _record
from ._magic import _is_magic
from ._specs import InvalidSpecError, _callable, _instance_callable, _is_list, _is_mock, _signature_for

_FUNCTIONS = (FunctionType, MethodType)
_ASSERTIONS = ('assert_called_with', 'assert_called_once_with', 'assert_has_calls', 'assert_any_call', 'assert_called',
               'assert_not_called', 'assert_called_once', 'reset_mock')
_AWAIT_ASSERTIONS = ('assert_awaited', 'assert_awaited_once', 'assert_awaited_with', 'assert_awaited_once_with',
                     'assert_any_await', 'assert_has_awaits', 'assert_not_awaited')
_NOTED = ('called', 'call_count', 'call_args', 'call_args_list', 'method_calls', 'mock_calls')
_AWAITS_NOTED = ('await_count', 'await_args', 'await_args_list')


def _stand_in(mock, original, is_async):
    # A function with the signature of the original that passes on to the mock, and shows what the mock notes.
    fits = _signature_for(original, False, False)
    if fits is None:
        return mock
    if is_async:
        async def function(*args, **kwargs):
            fits.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            fits.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    function.__name__ = original.__name__ if original.__name__.isidentifier() else 'funcopy'
    function.__qualname__ = function.__name__
    for name in ('__doc__', '__module__'):
        setattr(function, name, getattr(original, name, None))
    function.__signature__ = fits
    function.mock = mock
    for name in _NOTED + (_AWAITS_NOTED if is_async else ()):
        setattr(function, name, getattr(mock, name))
    for name in _ASSERTIONS + (_AWAIT_ASSERTIONS if is_async else ()):
        setattr(function, name, getattr(mock, name))
    function.return_value, function.side_effect = mock.return_value, mock.side_effect
    _record(mock).stand_in = function
    return function


def _refuse_typos(given):
    for typo in ('autospect', 'auto_spec', 'set_spec'):
        if typo in given:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


def _takes_self(spec, name, is_type):
    if not isinstance(spec, type):
        if name in getattr(spec, '__dict__', {}):
            return False
        spec = spec.__class__
    for base in spec.__mro__:
        if name in base.__dict__:
            return isinstance(base.__dict__[name], _FUNCTIONS) and is_type
    return is_type


def _check(original, mock, skip_first, instance=False):
    fits = _signature_for(original, instance, skip_first)
    if fits is not None:
        record = _record(mock)
        record.signature, record.checks_calls = fits, True


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if _is_list(spec):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    if not unsafe:
        _refuse_typos(kwargs)
    is_type = isinstance(spec, type)
    is_async = isinstance(spec, FunctionType) and iscoroutinefunction(spec)
    options = {} if spec is None else {'spec_set' if spec_set else 'spec': spec}
    if options and instance:
        options['_spec_as_instance'] = True
    name = kwargs.pop('name', _name)
    kind = MagicMock
    if isdatadescriptor(spec):
        options = {}
    elif is_async:
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        kind = AsyncMock
    elif not _callable(spec) or is_type and instance and not _instance_callable(spec):
        kind = NonCallableMagicMock
    mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else name, name=name,
                **{**options, **kwargs})
    inner = mock
    more = []
    if is_type and instance and is_dataclass(spec):
        more = [(one.name, one.type) for one in fields(spec)]
        _record(mock).allowed += [one[0] for one in more]
    if isinstance(spec, _FUNCTIONS):
        mock = _stand_in(mock, spec, is_async)
    else:
        _check(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _record(_parent).children[name] = mock
    wrapped = kwargs.pop('wraps', None)
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, True, mock, '()', wraps=wrapped)
    children = _record(inner).children
    for entry, original in [(one, DEFAULT) for one in dir(spec)] + more:
        if _is_magic(entry):
            continue
        if original is DEFAULT:
            try:
                original = getattr(spec, entry)
            except AttributeError:
                continue
        if not isinstance(original, _FUNCTIONS):
            children[entry] = _Later(original, spec_set, False, inner, entry)
            continue
        skip_first = _takes_self(spec, entry, is_type)
        child_kind = AsyncMock if iscoroutinefunction(original) else MagicMock
        given = {'wraps': original} if wrapped and hasattr(wrapped, entry) else {}
        child = child_kind(parent=inner, name=entry, _new_name=entry, _new_parent=inner, _eat_self=skip_first,
                           **{'spec_set' if spec_set else 'spec': original}, **given)
        children[entry] = child
        _check(original, child, skip_first)
    return mock
