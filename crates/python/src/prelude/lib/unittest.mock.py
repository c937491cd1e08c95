# Objects that stand in for others and note how they are used. Each has a record of its own (`_Record`) and a class
# of its own, so that methods with special names can be given to one alone.

from inspect import _is_coroutine_mark, getattr_static, iscoroutinefunction, unwrap

from .util import safe_repr
from ._calls import ANY, DEFAULT, _Call, _CallList, _written, call, sentinel
from ._magic import (_ASYNC_MAGIC, _MAGIC, _UNSUPPORTED, _is_magic, _own_method, _special, _specials, _start_value,
                     _SYNC_MAGIC)
from ._specs import (InvalidSpecError, _is_coroutine_function, _is_exception, _is_list, _is_mock, _signature_for,
                     _unwrapped)

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'ThreadingMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock',
           'seal')

FILTER_DIR = True
_DELETED = sentinel.DELETED


class _Record:
    # What is known of one mock: its place among others, what it may be asked, what it answers, how it was used.
    __slots__ = ('name', 'label', 'owner', 'method_of', 'children', 'wraps', 'allowed', 'spec_class', 'spec_set',
                 'signature', 'checks_calls', 'coroutines', 'sealed', 'unsafe', 'result', 'effect', 'stand_in',
                 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls', 'await_count',
                 'await_args', 'await_args_list')

    def __init__(self):
        self.name = self.owner = self.method_of = self.wraps = self.allowed = self.spec_class = None
        self.label = ''
        self.children = {}
        self.spec_set = self.sealed = self.unsafe = self.checks_calls = False
        self.signature = self.effect = self.stand_in = None
        self.coroutines = ()
        self.result = DEFAULT
        self.forget()

    def forget(self):
        self.called, self.call_count, self.call_args = False, 0, None
        self.call_args_list, self.mock_calls, self.method_calls = _CallList(), _CallList(), _CallList()
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()


def _record(mock):
    return mock.__dict__['_mock_record']


# What a mock notes of its calls may be set whatever its specification says.
_NOTES = ('called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls',
          'await_count', 'await_args', 'await_args_list')


def _noted(name):
    # An attribute that reads and writes the record; where a function stands in for the mock, it shows it too.
    def get(self):
        return getattr(_record(self), name)

    def put(self, value):
        record = _record(self)
        setattr(record, name, value)
        if record.stand_in is not None:
            setattr(record.stand_in, name, value)
    return property(get, put)


def _adopt(owner, value, name, label):
    # A mock without a place of its own gets one below the owner.
    value = _unwrapped(value)
    if not _is_mock(value):
        return False
    record = _record(value)
    if record.name or record.label or record.method_of is not None or record.owner is not None:
        return False
    above = owner
    while above is not None:
        if above is value:
            return False
        above = _record(above).owner
    if label:
        record.owner, record.label = owner, label
    if name:
        record.method_of, record.name = owner, name
    return True


def _matcher(mock, one):
    # What a call is compared by: its arguments as the signature binds them, or the error where it does not.
    signature = _record(mock).signature
    if len(one) > 2 and one[0]:
        signature = None
        children = _record(mock).children
        for part in one[0].replace('()', '').split('.'):
            child = _unwrapped(children.get(part))
            if not _is_mock(child):
                break
            children, signature = _record(child).children, _record(child).signature
    if signature is None:
        return one
    name, args, kwargs = one if len(one) > 2 else ('', *one)
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError as error:
        return error.with_traceback(None)
    return call(name, bound.args, bound.kwargs)


def _same_call(wanted, found):
    return len(wanted) == len(found) and all([one == other for one, other in zip(wanted, found)])


class NonCallableMock:
    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, *args, **kwargs):
        bases = (cls,)
        given = spec_set or spec
        if given is not None and not issubclass(cls, AsyncMockMixin) and _is_coroutine_function(given):
            bases = (AsyncMockMixin, cls)
        special = _specials if issubclass(cls, MagicMixin) else {}
        own = type(cls.__name__, bases, {**special, '__doc__': cls.__doc__, '__module__': cls.__module__,
                                         '__qualname__': cls.__qualname__})
        made = object.__new__(own)
        made.__dict__['_mock_record'] = _Record()
        return made

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        record = _record(self)
        record.method_of, record.name, record.label = parent, name, _new_name
        record.owner = parent if _new_parent is None else _new_parent
        record.wraps, record.unsafe = wraps, unsafe
        eat_self = parent is not None if _eat_self is None else _eat_self
        self._take_spec(spec if spec_set is None else spec_set, spec_set is not None, _spec_as_instance, eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def _take_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        record = _record(self)
        record.spec_set, record.coroutines, record.spec_class, record.signature = spec_set, (), None, None
        record.allowed = None
        if spec is None:
            return
        if _is_list(spec):
            record.allowed = list(spec)
            return
        record.spec_class = spec if isinstance(spec, type) else type(spec)
        record.signature = _signature_for(spec, as_instance, eat_self)
        record.allowed = dir(spec)
        record.coroutines = {name for name in record.allowed
                             if iscoroutinefunction(_plain(getattr_static(spec, name, None)))}

    def mock_add_spec(self, spec, spec_set=False):
        self._take_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        record = _record(_unwrapped(mock))
        record.method_of = record.owner = None
        record.name = record.label = ''
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        for path in sorted(kwargs, key=lambda path: path.count('.')):
            *inner, last = path.split('.')
            found = self
            for part in inner:
                found = getattr(found, part)
            setattr(found, last, kwargs[path])

    # What a mock shows of itself.

    @property
    def __class__(self):
        found = _record(self).spec_class
        return type(self) if found is None else found

    called = _noted('called')
    call_count = _noted('call_count')
    call_args = _noted('call_args')
    call_args_list = _noted('call_args_list')
    mock_calls = _noted('mock_calls')
    method_calls = _noted('method_calls')

    @property
    def return_value(self):
        record = _record(self)
        if record.stand_in is not None:
            record.result = record.stand_in.return_value
        if record.result is DEFAULT and record.wraps is None:
            self.return_value = self._get_child_mock(_new_parent=self, _new_name='()')
        return record.result

    @return_value.setter
    def return_value(self, value):
        record = _record(self)
        record.result = value
        if record.stand_in is not None:
            record.stand_in.return_value = value
        _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        record = _record(self)
        stand_in = record.stand_in
        if stand_in is not None and stand_in.side_effect is not record.effect:
            self.side_effect = stand_in.side_effect
        return record.effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        record = _record(self)
        record.effect = value
        if record.stand_in is not None:
            record.stand_in.side_effect = value

    def _path(self):
        labels, above = [_record(self).label], _record(self).owner
        outermost = self
        while above is not None:
            outermost = above
            labels.insert(0, _record(above).label)
            above = _record(above).owner
        text = _record(outermost).name or 'mock'
        for label in labels[1:]:
            text += label if label == '()' else f'.{label}'
        return text

    def __repr__(self):
        record = _record(self)
        path = self._path()
        shown = '' if path == 'mock' else f' name={path!r}'
        if record.spec_class is not None:
            shown += f' {"spec_set" if record.spec_set else "spec"}={record.spec_class.__name__!r}'
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        record = _record(self)
        names = set(record.allowed or ())
        names.update([name for name in dir(type(self)) if not name.startswith('_')])
        names.update([name for name in self.__dict__ if not name.startswith('_') or _is_magic(name)])
        names.update([name for name, value in record.children.items() if value is not _DELETED])
        return sorted(names)

    # Attributes.

    def __getattr__(self, name):
        record = self.__dict__.get('_mock_record')
        if record is None or name in ('_mock_methods', '_mock_unsafe'):
            raise AttributeError(name)
        allowed = record.allowed
        if allowed is not None:
            if name not in allowed or name in _MAGIC:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not record.unsafe and (not allowed or name not in allowed):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in _AMBIGUOUS:
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is '
                                     'meant to be an attribute.')
        child = record.children.get(name)
        if child is _DELETED:
            raise AttributeError(name)
        if child is None:
            wraps = None if record.wraps is None else getattr(record.wraps, name)
            child = record.children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps,
                                                                 _new_name=name, _new_parent=self)
        elif isinstance(child, _Later):
            child = record.children[name] = child.made()
        return child

    def __setattr__(self, name, value):
        record = _record(self)
        if name in ('return_value', 'side_effect'):
            object.__setattr__(self, name, value)
            return
        allowed = record.allowed
        if record.spec_set and allowed is not None and name not in allowed and name not in self.__dict__ \
                and name not in _NOTES:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name == '__class__':
            record.spec_class = value
            return
        if name in _MAGIC:
            if allowed is not None and name not in allowed:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                record.children[name] = value
                value = _special(name)
            else:
                value = _own_method(name, value)
            setattr(type(self), name, value)
            return
        if _adopt(self, value, name, name):
            record.children[name] = value
        if record.sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._path()}.{name}')
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        children = _record(self).children
        if name in _MAGIC and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                children.pop(name, None)
                return
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif children.get(name) is _DELETED:
            raise AttributeError(name)
        children[name] = _DELETED

    def _get_child_mock(self, /, **kw):
        record = _record(self)
        if record.sealed:
            raise AttributeError(self._path() + (f'.{kw["name"]}' if 'name' in kw else '()'))
        label, kind = kw.get('_new_name'), type(self)
        if label in record.coroutines:
            return AsyncMock(**kw)
        if issubclass(kind, MagicMock) and label in _ASYNC_MAGIC:
            chosen = AsyncMock
        elif issubclass(kind, AsyncMockMixin):
            plain = label in _SYNC_MAGIC or record.allowed and label in record.allowed
            chosen = MagicMock if plain else AsyncMock
        elif issubclass(kind, CallableMixin):
            chosen = kind.__mro__[1]
        else:
            chosen = MagicMock if issubclass(kind, NonCallableMagicMock) else Mock
        return chosen(**kw)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        record = _record(self)
        result = record.result
        record.forget()
        if record.stand_in is not None:
            for name in _NOTES:
                if hasattr(record.stand_in, name):
                    setattr(record.stand_in, name, getattr(record, name))
        if return_value:
            record.result = DEFAULT
        if side_effect:
            record.effect = None
        for child in list(record.children.values()):
            if not isinstance(child, _Later) and child is not _DELETED:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        if _is_mock(result) and result is not self:
            result.reset_mock(visited)

    # Assertions.

    def _called_name(self):
        return _record(self).name or 'mock'

    def _calls_so_far(self):
        return f'\nCalls: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def assert_not_called(self):
        if self.call_count != 0:
            raise AssertionError(f"Expected '{self._called_name()}' to not have been called. Called "
                                 f'{self.call_count} times.{self._calls_so_far()}')

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._called_name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._called_name()}' to have been called once. Called "
                                 f'{self.call_count} times.{self._calls_so_far()}')

    def _assert_last(self, last, args, kwargs, action):
        wanted, found = _matcher(self, _Call((args, kwargs), two=True)), _matcher(self, last)
        if found != wanted:
            name = self._called_name()
            raise AssertionError(f'expected {action} not found.\nExpected: {_written(name, args, kwargs)}\n'
                                 f'  Actual: {_written(name, *last)}') from _cause([wanted])

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: '
                                 f'{_written(self._called_name(), args, kwargs)}\n  Actual: not called.')
        self._assert_last(self.call_args, args, kwargs, 'call')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._called_name()}' to be called once. Called "
                                 f'{self.call_count} times.{self._calls_so_far()}')
        self.assert_called_with(*args, **kwargs)

    def _assert_any(self, found, args, kwargs, action):
        wanted = _matcher(self, _Call((args, kwargs), two=True))
        cause = _cause([wanted])
        found = [_matcher(self, one) for one in found]
        if cause is not None or not any([_same_call(wanted, one) for one in found]):
            raise AssertionError(f'{_written(self._called_name(), args, kwargs)} {action} not found') from cause

    def assert_any_call(self, /, *args, **kwargs):
        self._assert_any(self.call_args_list, args, kwargs, 'call')

    def _assert_within(self, calls, found, plural, indent):
        # In this order and without others in between.
        wanted = [_matcher(self, one) for one in calls]
        cause = _cause(wanted)
        if wanted in _CallList([_matcher(self, one) for one in found]):
            return
        problem = f'{plural.capitalize()} not found.'
        if cause is not None:
            errors = [one if isinstance(one, Exception) else None for one in wanted]
            problem = f'Error processing expected {plural}.\nErrors: {errors}'
        raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}\n{indent}Actual: {safe_repr(found)}') from cause

    def _left_out(self, calls, found):
        wanted, found = [_matcher(self, one) for one in calls], [_matcher(self, one) for one in found]
        missing = []
        for one in wanted:
            if one in found:
                found.remove(one)
            else:
                missing.append(one)
        return missing, found, _cause(wanted)

    def assert_has_calls(self, calls, any_order=False):
        if not any_order:
            self._assert_within(calls, self.mock_calls, 'calls', '  ')
            return
        missing, left, cause = self._left_out(calls, self.mock_calls)
        if missing:
            raise AssertionError(f'{self._called_name()!r} does not contain all of {tuple(missing)!r} in its call '
                                 f'list, found {left!r} instead') from cause


def _cause(matchers):
    for one in matchers:
        if isinstance(one, Exception):
            return one
    return None


def _plain(value):
    try:
        return unwrap(value)
    except ValueError:
        return value


_AMBIGUOUS = frozenset([name[7:] for name in dir(NonCallableMock) if name.startswith('assert_')])


class _Later:
    # A child with a spec that is made when first asked for.
    def __init__(self, *args):
        self.args = args

    def made(self):
        spec, spec_set, instance, parent, name = self.args
        return create_autospec(spec, spec_set, instance, parent, name)


class CallableMixin:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _new_name='', _new_parent=None, **kwargs):
        _record(self).result = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        record = _record(self)
        if record.checks_calls:
            record.signature.bind(*args, **kwargs)
        self._note_call(args, kwargs)
        return self._mock_call(*args, **kwargs)

    def _note_call(self, args, kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = both = _Call((args, kwargs), two=True)
        self.call_args_list.append(both)
        self.mock_calls.append(_Call(('', args, kwargs)))
        # Those above note the call by its path from them.
        record = _record(self)
        method, path = (record.name, record.label) if record.method_of is not None else (None, record.label)
        above = record.owner
        while above is not None:
            upper = _record(above)
            if method is not None:
                above.method_calls.append(_Call((method, args, kwargs)))
                method = f'{upper.name}.{method}' if upper.method_of is not None else None
            above.mock_calls.append(_Call((path, args, kwargs)))
            if upper.label:
                path = upper.label + (path if path.startswith('()') else f'.{path}')
            above = upper.owner

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _has_answer(self):
        record = _record(self)
        if record.stand_in is not None:
            record.result = record.stand_in.return_value
        return record.result is not DEFAULT or record.wraps is None

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            answer = effect(*args, **kwargs) if callable(effect) else next(effect)
            if not callable(effect) and _is_exception(answer):
                raise answer
            if answer is not DEFAULT:
                return answer
        return self.return_value if self._has_answer() else _record(self).wraps(*args, **kwargs)


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMixin:
    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        self._limit_magic()

    def _limit_magic(self):
        allowed = _record(self).allowed
        if allowed is not None:
            own = type(self).__dict__
            for name in [name for name in _specials if name not in allowed and name in own]:
                delattr(type(self), name)

    def _magic_child(self, name):
        children = _record(self).children
        child = children.get(name)
        if child is None:
            child = children[name] = self._get_child_mock(name=name, _new_name=name, _new_parent=self)
            _start_value(self, child, name)
        return child

    def mock_add_spec(self, spec, spec_set=False):
        self._take_spec(spec, spec_set)
        self._limit_magic()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    def reset_mock(self, /, *args, return_value=False, **kwargs):
        name = _record(self).name
        keeps = name and _is_magic(name)
        super().reset_mock(*args, return_value=return_value and not keeps, **kwargs)


class AsyncMockMixin:
    await_count = _noted('await_count')
    await_args = _noted('await_args')
    await_args_list = _noted('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['__name__'] = 'AsyncMock'
        self.__dict__['_is_coroutine_marker'] = _is_coroutine_mark

    async def _execute_mock_call(self, /, *args, **kwargs):
        self.await_count += 1
        self.await_args = both = _Call((args, kwargs), two=True)
        self.await_args_list.append(both)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                answer = effect(*args, **kwargs)
                if iscoroutinefunction(effect):
                    answer = await answer
            else:
                try:
                    answer = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(answer):
                    raise answer
            if answer is not DEFAULT:
                return answer
        if self._has_answer():
            return self.return_value
        answer = _record(self).wraps(*args, **kwargs)
        return await answer if iscoroutinefunction(_record(self).wraps) else answer

    def _counted(self, wanted):
        return (f'Expected {self._called_name()} to {wanted}. Awaited {self.await_count} times.')

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._called_name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(self._counted('have been awaited once'))

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(self._counted('not have been awaited'))

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {_written(self._called_name(), args, kwargs)}\nNot awaited')
        self._assert_last(self.await_args, args, kwargs, 'await')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        self._assert_any(self.await_args_list, args, kwargs, 'await')

    def assert_has_awaits(self, calls, any_order=False):
        if not any_order:
            self._assert_within(calls, self.await_args_list, 'awaits', '')
            return
        missing, _, cause = self._left_out(calls, self.await_args_list)
        if missing:
            raise AssertionError(f'{tuple(missing)!r} not all found in await list') from cause


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class ThreadingMock(MagicMixin, Mock):
    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_mock_wait_timeout'] = self.DEFAULT_TIMEOUT if timeout is None else timeout

    def wait_until_called(self, *, timeout=None):
        if not self.called:
            timeout = self._mock_wait_timeout if timeout is None else timeout
            raise AssertionError(f'{self._called_name()} was not called before timeout({timeout}).')

    def wait_until_any_call_with(self, *args, **kwargs):
        self.assert_any_call(*args, **kwargs)


def seal(mock):
    record = _record(mock)
    record.sealed = True
    for name, child in list(record.children.items()):
        if isinstance(child, _Later) or not _is_mock(child):
            continue
        if _record(child).owner is mock:
            seal(child)
    if _is_mock(record.result) and _record(record.result).owner is mock:
        seal(record.result)


from ._autospec import create_autospec
from ._mock_open import mock_open
from ._patch import patch
