# Puts something else in an attribute's or a dict's place for a while.

from contextlib import ExitStack
from functools import wraps
from inspect import iscoroutinefunction
from types import ModuleType
import builtins
import sys

from .mock import AsyncMock, DEFAULT, MagicMock, NonCallableMagicMock, NonCallableMock
from ._autospec import _refuse_typos, create_autospec
from ._specs import InvalidSpecError, _instance_callable, _is_coroutine_function, _is_list, _is_mock

_active = []


def _resolved(path):
    # The object that a dotted name stands for; modules on the way are imported.
    first, *rest = path.split('.')
    found, name = sys.modules.get(first) or __import__(first), first
    for part in rest:
        name += f'.{part}'
        if not hasattr(found, part) and isinstance(found, ModuleType):
            __import__(name)
        found = getattr(found, part)
    return found


class _Patching:
    # What all patches do: work as decorators of functions and classes, as context managers, and by start and stop.

    def start(self):
        made = self.__enter__()
        _active.append(self)
        return made

    def stop(self):
        if not any([one is self for one in _active]):
            return None
        _active[:] = [one for one in _active if one is not self]
        return self.__exit__(None, None, None)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        if iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **keywargs):
                with ExitStack() as stack:
                    args, keywargs = _applied(patched.patchings, stack, args, keywargs)
                    return await func(*args, **keywargs)
        else:
            @wraps(func)
            def patched(*args, **keywargs):
                with ExitStack() as stack:
                    args, keywargs = _applied(patched.patchings, stack, args, keywargs)
                    return func(*args, **keywargs)
        patched.patchings = [self]
        return patched


def _applied(patchings, stack, args, keywargs):
    more = []
    for one in patchings:
        made = stack.enter_context(one)
        if one.attribute_name is not None:
            keywargs.update(made)
        elif one.passes_on:
            more.append(made)
    return (*args, *more), keywargs


class _patch(_Patching):
    attribute_name = None

    def __init__(self, target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                 new_callable=None, kwargs=None, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        kwargs = kwargs or {}
        if not unsafe:
            _refuse_typos(kwargs)
        for name, given in (('spec', spec), ('spec_set', spec_set)):
            if _is_mock(given):
                what = 'spec' if name == 'spec' else 'spec_set target'
                raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the {what} has already been mocked out. '
                                       f'[{name}={given!r}]')
        self._given = target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs
        self.attribute, self.new = attribute, new
        self.additional_patchers = []
        self.is_started = False

    @property
    def passes_on(self):
        return self.new is DEFAULT

    def copy(self):
        made = _patch(*self._given, unsafe=True)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [one.copy() for one in self.additional_patchers]
        return made

    def _replacement(self, target, original):
        _, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs = self._given
        spec, spec_set, autospec = [None if one is False else one for one in (spec, spec_set, autospec)]
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            autospec = original if autospec is True else autospec
            where = f'[target={target!r}, attr={autospec!r}]'
            if _is_mock(target):
                raise InvalidSpecError(f'Cannot autospec attr {attribute!r} as the patch target has already been '
                                       f'mocked out. {where}')
            if _is_mock(autospec):
                name = getattr(target, '__name__', target)
                raise InvalidSpecError(f'Cannot autospec attr {attribute!r} from target {name!r} as it has already '
                                       f'been mocked out. {where}')
            return create_autospec(autospec, spec_set=bool(spec_set), _name=attribute, **kwargs)
        if new is not DEFAULT:
            if kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            return new
        strict = spec_set is not None
        model = original if spec is True or (spec is None and spec_set is True) else spec
        if strict and spec_set is not True:
            model = spec_set
        return self._mock_like(original, model, strict, new_callable, kwargs)

    def _mock_like(self, original, model, strict, new_callable, kwargs):
        options = {}
        if model is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            options['spec_set' if strict else 'spec'] = model
        if new_callable is not None:
            kind = new_callable
        elif _is_coroutine_function(original if model is None else model):
            kind = AsyncMock
        elif model is None or ('__call__' in model if _is_list(model) else callable(model)):
            kind = MagicMock
        else:
            kind = NonCallableMagicMock
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            options['name'] = self.attribute
        options.update(kwargs)
        made = kind(**options)
        if model is not None and isinstance(original, type) and _is_mock(made):
            if not _is_list(model) and not _instance_callable(model):
                kind = NonCallableMagicMock
            options.pop('name', None)
            made.return_value = kind(_new_parent=made, _new_name='()', **options)
        return made

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        target, name = self._given[0], self.attribute
        target = target()
        own = getattr(target, '__dict__', {})
        self._local = name in own
        self._original = own[name] if self._local else getattr(target, name, DEFAULT)
        self._create = self._given[4] or isinstance(target, ModuleType) and hasattr(builtins, name)
        if self._original is DEFAULT and not self._create:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        made = self._replacement(target, self._original)
        self._target, self._stack, self.is_started = target, ExitStack(), True
        try:
            setattr(target, name, made)
            if self.attribute_name is None:
                return made
            named = {self.attribute_name: made} if self.new is DEFAULT else {}
            for one in self.additional_patchers:
                more = self._stack.enter_context(one)
                if one.new is DEFAULT:
                    named.update(more)
            return named
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        target, name, original = self._target, self.attribute, self._original
        if self._local and original is not DEFAULT:
            setattr(target, name, original)
        else:
            delattr(target, name)
            # What a function always has is there again at once, but empty.
            lasting = ('__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')
            if not self._create and (not hasattr(target, name) or name in lasting):
                setattr(target, name, original)
        stack = self._stack
        del self._target, self._original, self._stack
        self.is_started = False
        return stack.__exit__(*exc_info)


class _patch_dict(_Patching):
    attribute_name = None
    passes_on = False

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolved(self.in_dict)
        found = self.in_dict
        self._original = found.copy() if hasattr(found, 'copy') else {key: found[key] for key in found}
        if self.clear:
            _emptied(found)
        _filled(found, self.values)
        return found

    def __exit__(self, *exc_info):
        if self._original is not None:
            _emptied(self.in_dict)
            _filled(self.in_dict, self._original)
        return False


def _emptied(mapping):
    if hasattr(mapping, 'clear'):
        mapping.clear()
    else:
        for key in list(mapping):
            del mapping[key]


def _filled(mapping, values):
    if hasattr(mapping, 'update'):
        mapping.update(values)
    else:
        for key in values:
            mapping[key] = values[key]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(lambda: _resolved(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')

    def getter():
        return _resolved(target) if type(target) is str else target
    made = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable)
        one.attribute_name = attribute
        made.append(one)
    made[0].additional_patchers = made[1:]
    return made[0]


def _stop_all():
    for one in _active[::-1]:
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'
