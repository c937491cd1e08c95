# Names for annotations: nothing is checked, but each has its text and can be subscripted.

from _build import caller_globals as _caller_globals
import sys as _sys
from _typing import (Generic, GenericAlias, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType,
                     TypeVar, TypeVarTuple, Union, make_union as _make_union, _GenericAlias as _Base, _shown,
                     _parameters_in, _Unpacked)
from _protocols import (Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex,
                        SupportsInt, SupportsRound, runtime_checkable, _protocol_names)
import collections as _collections
import collections.abc as _abc

TYPE_CHECKING = False
_missing = object()


class _Alias(_Base):
    # A subscripted name of this module: `List[int]`, `Callable[[int], str]`.
    def __new__(cls, origin, arguments, name='Annotated'):
        return object.__new__(_ALIAS_KINDS.get(name, cls))

    def __init__(self, origin, arguments, name):
        super().__init__(origin, arguments)
        object.__setattr__(self, '_name', name)

    def _with_arguments(self, arguments):
        if self._name == 'Concatenate' and isinstance(arguments[-1], (list, tuple)):
            # With the rest known, it is a list of parameters.
            return (*arguments[:-1], *arguments[-1])
        if self._name == 'Callable':
            flat = []
            for one in arguments[:-1]:
                flat += one if isinstance(one, (list, tuple)) else (one,)
            arguments = (*flat, arguments[-1])
        return _Alias(self.__origin__, arguments, self._name)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Name):
            raise TypeError(f'Cannot subclass {self!r}')
        return _bases_of(self, bases)

    def __reduce__(self):
        return _again, (self._name, self.__args__)

    def __call__(self, *args, **kwargs):
        if self._name in _BUILTIN:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return super().__call__(*args, **kwargs)

    def __repr__(self):
        arguments = self.__args__
        if self._name == 'Callable' and len(arguments) > 0:
            if len(arguments) == 2 and (isinstance(arguments[0], ParamSpec)
                                        or getattr(arguments[0], '_name', None) == 'Concatenate'):
                return f'typing.Callable[{_shown(arguments[0])}, {_shown(arguments[1])}]'
            if arguments[0] is ...:
                return f'typing.Callable[..., {_shown(arguments[-1])}]'
            inner = ', '.join([_shown(one) for one in arguments[:-1]])
            return f'typing.Callable[[{inner}], {_shown(arguments[-1])}]'
        if self._name == 'Literal':
            shown = [_shown(one) if isinstance(one, type) else repr(one) for one in arguments]
            return f"typing.Literal[{', '.join(shown) or '()'}]"
        if self._name == 'Tuple' and not arguments:
            return 'typing.Tuple[()]'
        return f"typing.{self._name}[{', '.join([_shown(one) for one in arguments])}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._name == other._name == 'Literal':
            return self._typed_values() == other._typed_values()
        return self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        if self._name == 'Literal':
            return hash(frozenset(self._typed_values()))
        return hash((self._name, self.__args__))

    def _typed_values(self):
        return {(type(one), one) for one in self.__args__}


def _bases_of(alias, bases):
    # A class that derives from a name of this module is generic, unless one of the bases that follow says so itself.
    after = bases[[base is alias for base in bases].index(True) + 1:]
    generic = any([isinstance(base, (_Base, _Name)) or isinstance(base, type) and issubclass(base, Generic)
                   for base in after])
    return (alias.__origin__,) if generic else (alias.__origin__, Generic)


# What the aliases of some names are called.
_ALIAS_KINDS = {name: type(kind, (_Alias,), {}) for name, kind in (
    ('Callable', '_CallableGenericAlias'), ('Literal', '_LiteralGenericAlias'),
    ('Concatenate', '_ConcatenateGenericAlias'), ('Unpack', '_UnpackGenericAlias'))}


def _again(name, arguments):
    # An alias made anew, for a copy or from a pickle.
    named = globals()[name] if name in globals() else __getattr__(name)
    return _Alias(named.__origin__, arguments, name)


class ForwardRef:
    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__, self.__forward_module__, self.__owner__ = arg, module, owner
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class

    def __repr__(self):
        more = ''
        if self.__forward_module__ is not None:
            more += f', module={self.__forward_module__!r}'
        if self.__forward_is_class__:
            more += ', is_class=True'
        if self.__owner__ is not None:
            more += f', owner={self.__owner__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{more})'

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash(self.__forward_arg__)

    def _parts(self):
        return (self.__forward_arg__, self.__forward_module__, self.__forward_is_class__, id(self.__owner__))

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=1):
        """What the reference means by now; NameError where it still means nothing."""
        import sys
        owner = self.__owner__ if owner is None else owner
        if format == 4:
            return self.__forward_arg__
        if globals is None:
            globals = getattr(owner, '__globals__', None)
        if globals is None:
            module = self.__forward_module__ or getattr(owner, '__module__', None)
            globals = vars(sys.modules[module]) if module in sys.modules else _caller_globals()
        names = {one.__name__: one for one in type_params or getattr(owner, '__type_params__', ())}
        names.update(vars(owner) if isinstance(owner, type) else {})
        names.update(locals or {})
        try:
            code = compile(self.__forward_arg__, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {self.__forward_arg__!r}') from None
        try:
            return eval(code, globals, names)
        except NameError:
            if format == 3:
                return self
            raise

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


def _converted(value, is_class=False):
    if value is None:
        return type(None)
    if not isinstance(value, str):
        return value
    try:
        compile(value, '<string>', 'eval')
    except SyntaxError:
        raise SyntaxError(f'Forward reference must be an expression -- got {value!r}') from None
    return ForwardRef(value, is_class=is_class)


def _union(arguments):
    return Union[arguments]


# How many arguments the names take that have no parameters of their own.
_COUNTS = {name: 1 for name in ('List', 'Set', 'FrozenSet', 'Deque', 'Counter', 'AbstractSet', 'Awaitable',
                                'AsyncIterable', 'AsyncIterator', 'Iterable', 'Iterator', 'Reversible', 'Container',
                                'Collection', 'MutableSet', 'MappingView', 'KeysView', 'ValuesView', 'Sequence',
                                'MutableSequence', 'Type')}
_COUNTS.update({name: 2 for name in ('Dict', 'DefaultDict', 'OrderedDict', 'ChainMap', 'Mapping', 'MutableMapping',
                                     'ItemsView')})
_COUNTS['Coroutine'] = 3


# What stands for arguments that are left out, from the second on.
_DEFAULTS = {'Generator': (None, None), 'AsyncGenerator': (None,), 'ContextManager': (bool | None,),
             'AsyncContextManager': (bool | None,)}
_BUILTIN = ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type')
_SINGLE = ('ClassVar', 'Final', 'TypeGuard', 'TypeIs', 'Required', 'NotRequired', 'ReadOnly', 'Unpack')


def _distinct(values):
    # Each value once, where 1 and True are two; literals within literals count as their values.
    flat, kept = [], []
    for value in values:
        flat.extend(value.__args__ if isinstance(value, _Alias) and value._name == 'Literal' else [value])
    for value in flat:
        if not any([type(value) is type(other) and value == other for other in kept]):
            kept.append(value)
    return tuple(kept)


class _Name:
    # A name that stands for itself and, subscripted, for an alias.
    _special = False

    def __new__(cls, name, origin=None):
        return object.__new__(_NAME_KINDS.get(name, _SpecialForm if origin is None else _SpecialGenericAlias))

    def __init__(self, name, origin=None):
        self._name = self.__name__ = name
        self.__origin__ = self if origin is None else origin

    def __init_subclass__(cls, /, *args, **kwds):
        if cls._special:
            raise TypeError('Cannot subclass special typing classes')

    def __getitem__(self, arguments):
        if self._name in ('NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'):
            raise TypeError(f'{self!r} is not subscriptable')
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        if self._name == 'Optional':
            if len(arguments) != 1:
                raise TypeError(f'typing.Optional requires a single type. Got {arguments!r}.')
            return _union(arguments + (None,))
        expected = _COUNTS.get(self._name)
        if expected is not None and len(arguments) != expected:
            many = 'many' if len(arguments) > expected else 'few'
            raise TypeError(f'Too {many} arguments for {self!r}; actual {len(arguments)}, expected {expected}')
        if self._name == 'Callable':
            if len(arguments) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            given, result = arguments
            given = tuple(given) if isinstance(given, list) else (given,)
            arguments = tuple([_converted(one) for one in given + (result,)])
        elif self._name == 'Unpack' and len(arguments) == 1 and isinstance(arguments[0], TypeVarTuple):
            return next(iter(arguments[0]))
        elif self._name == 'Literal':
            arguments = _distinct(arguments)
        else:
            if self._name == 'Concatenate' and not arguments:
                raise TypeError('Cannot take a Concatenate of no types.')
            if self._name == 'Concatenate' and not (arguments and (arguments[-1] is ... or isinstance(arguments[-1], ParamSpec))):
                raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
            if self._name in _SINGLE and len(arguments) != 1:
                raise TypeError(f'{self!r} accepts only single type. Got {arguments!r}.')
            arguments += _DEFAULTS.get(self._name, ())[len(arguments) - 1:]
            arguments = tuple([_converted(one, self._name in ('ClassVar', 'Final')) for one in arguments])
        return _Alias(self.__origin__, arguments, self._name)

    def __call__(self, *args, **kwds):
        if self.__origin__ is self:
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name in _BUILTIN:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        if self.__origin__ is self:
            raise TypeError(f'Cannot subclass {self!r}')
        return _bases_of(self, bases)

    def __instancecheck__(self, value):
        if self.__origin__ is self:
            raise TypeError(f'{self!r} cannot be used with isinstance()')
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, kind):
        if self.__origin__ is self:
            raise TypeError(f'{self!r} cannot be used with issubclass()')
        return issubclass(kind, self.__origin__)

    def __or__(self, other):
        return _named_union(self, other)

    def __ror__(self, other):
        return _named_union(other, self)

    def __repr__(self):
        return f'typing.{self._name}'


class _SpecialForm(_Name):
    pass


class _TypedCacheSpecialForm(_Name):
    pass


class _SpecialGenericAlias(_Name):
    pass


class _CallableType(_Name):
    pass


class _TupleType(_Name):
    pass


_Name._special = True
_NAME_KINDS = {'Literal': _TypedCacheSpecialForm, 'Callable': _CallableType, 'Tuple': _TupleType}


def _named_union(left, right):
    return _union((left, right))


class _AnyMeta(type):
    def __instancecheck__(self, value):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(self, value)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
        object.__setattr__(self, '__metadata__', metadata)

    def _with_arguments(self, arguments):
        return _AnnotatedAlias(arguments[0], self.__metadata__)

    def __reduce__(self):
        return _AnnotatedAlias, (self.__origin__, self.__metadata__)

    def __repr__(self):
        metadata = ', '.join([repr(one) for one in self.__metadata__])
        return f'typing.Annotated[{_shown(self.__origin__)}, {metadata}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _AnnotatedMeta(type):
    def __repr__(self):
        return 'typing.Annotated'


class Annotated(metaclass=_AnnotatedMeta):
    def __new__(cls, *args, **kwargs):
        raise TypeError('Cannot instantiate typing.Annotated')

    def __class_getitem__(cls, arguments):
        if not isinstance(arguments, tuple) or len(arguments) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
        origin, *metadata = arguments
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, (*origin.__metadata__, *metadata)
        return _AnnotatedAlias(_converted(origin, True), tuple(metadata))


for _one in ('Optional', 'Literal', 'Final', 'ClassVar', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias',
             'Concatenate', 'TypeGuard', 'TypeIs', 'Required', 'NotRequired', 'ReadOnly', 'Unpack'):
    globals()[_one] = _Name(_one)
for _one, _kind in (('List', list), ('Dict', dict), ('Set', set), ('FrozenSet', frozenset), ('Tuple', tuple),
                    ('Type', type), ('Deque', _collections.deque), ('DefaultDict', _collections.defaultdict),
                    ('OrderedDict', _collections.OrderedDict), ('Counter', _collections.Counter),
                    ('ChainMap', _collections.ChainMap), ('AbstractSet', _abc.Set)):
    globals()[_one] = _Name(_one, _kind)
for _one in ('Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
             'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'MutableSet',
             'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence',
             'MutableSequence'):
    globals()[_one] = _Name(_one, getattr(_abc, _one))


def __getattr__(name):
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        return _Name(name, getattr(contextlib, 'Abstract' + name))
    if name == 'ByteString':
        return _Name(name, _abc.ByteString)
    if name in ('Pattern', 'Match'):
        import re
        return _Name(name, getattr(re, name))
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


AnyStr = TypeVar('AnyStr', bytes, str)
AnyStr.__module__ = 'typing'
T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co, V_co, VT_co = [TypeVar(name, covariant=True) for name in ('T_co', 'V_co', 'VT_co')]
T_contra = TypeVar('T_contra', contravariant=True)
Text = str


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


def _describe(cls, methods, values):
    # What annotations say of files: it only has names.
    from abc import abstractmethod
    for name in methods.split() + values.split():
        def method(self, *args):
            pass
        method.__name__, method.__qualname__ = name, f'{cls.__name__}.{name}'
        setattr(cls, name, abstractmethod(method) if name in methods.split() else property(abstractmethod(method)))


_describe(IO, 'close fileno flush isatty read readable readline readlines seek seekable tell truncate writable write '
          'writelines __enter__ __exit__', 'mode name closed')
_describe(BinaryIO, 'write __enter__', '')
_describe(TextIO, '__enter__', 'buffer encoding errors line_buffering newlines')


from _typing_records import NamedTuple, TypedDict, is_typeddict


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _caller_globals().get('__name__')

    def __call__(self, arg, /):
        return arg

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        class Refused:
            def __init_subclass__(cls):
                raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: '
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {self.__name__})`")
        return (Refused,)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    shown = repr(arg)
    shown = f'{shown[:100]}...' if len(shown) > 100 else shown
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


_overloads = {}


def overload(func):
    inner = getattr(func, '__func__', func)
    _overloads.setdefault((inner.__module__, inner.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def is_protocol(tp, /):
    return isinstance(tp, type) and tp.__dict__.get('_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_protocol_names(tp))


def _marked(name):
    def mark(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg
    return mark


final = _marked('__final__')
override = _marked('__override__')


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    told = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}

    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = told
        return cls_or_fn
    return mark


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=1):
    found = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
    return found if format == 4 else _looked_up(found, globals or {}, locals)


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, Union):
        return Union
    if isinstance(tp, _Unpacked):
        return Unpack
    if isinstance(tp, _Name):
        return None if tp.__origin__ is tp else tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (GenericAlias, Union, _Unpacked)):
        arguments = tp.__args__
        return _abc._callable_arguments(arguments) if tp.__origin__ is _abc.Callable else arguments
    return ()


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _Alias) and value._name in ('Required', 'NotRequired', 'ReadOnly'):
        return _without_extras(value.__args__[0])
    if isinstance(value, GenericAlias) and not isinstance(value, _Alias):
        plain = tuple([_without_extras(one) for one in value.__args__])
        return value if plain == value.__args__ else value._with_arguments(plain)
    return value


def _looked_up(value, names, localns, within=()):
    # What names as text stand for, also within other annotations; a name that stands for itself stays one.
    if isinstance(value, ForwardRef):
        if value.__forward_arg__ in within:
            return value
        value = value.__forward_arg__
    if isinstance(value, str):
        try:
            code = compile(value, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {value!r}') from None
        return _looked_up(eval(code, names, localns), names, localns, (*within, value))
    if isinstance(value, (Union, GenericAlias)) and getattr(value, '_name', None) != 'Literal':
        arguments = value.__args__
        # Text within `list[...]` is a name to look up, in the arguments of `Annotated` it is only what it says.
        looked = (ForwardRef, Union, GenericAlias, str) if getattr(value, '_name', None) != 'Annotated' else (ForwardRef, Union, GenericAlias)
        known = tuple([_looked_up(one, names, localns, within) if isinstance(one, looked) else one
                       for one in arguments])
        if any([new is not old for new, old in zip(known, arguments)]):
            return _union(known) if isinstance(value, Union) else value._with_arguments(known)
    return value


def _scope(source, names, local_names):
    # The names by which the annotations of a class or function are looked up where they are text.
    if isinstance(source, type):
        if names is None:
            module = _sys.modules.get(source.__module__)
            names = _caller_globals() if module is None else vars(module)
        if local_names is None:
            local_names = dict(vars(source))
    elif names is None:
        inner = source
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        names = getattr(inner, '__globals__', None) or _caller_globals()
    parameters = getattr(source, '__type_params__', ())
    if parameters:
        local_names = {one.__name__: one for one in parameters} | dict(local_names or {})
    return names, local_names


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=1):
    hints = {}
    if format == 4:
        from annotationlib import get_annotations
        for source in reversed(obj.__mro__) if isinstance(obj, type) else [obj]:
            hints.update(get_annotations(source, format=format))
        return hints
    if getattr(obj, '__no_type_check__', None):
        return hints
    if format != 3 and not isinstance(obj, type) and not hasattr(obj, '__annotations__') and not callable(obj) \
            and not isinstance(obj, type(_sys)):
        raise TypeError(f'{obj!r} does not have annotations')
    sources = list(reversed(obj.__mro__)) if isinstance(obj, type) else [obj]
    for source in sources:
        names, local_names = _scope(source, globalns, localns)
        if format == 3:
            from annotationlib import get_annotations
            annotations = get_annotations(source, format=format)
        else:
            annotations = dict(getattr(source, '__annotations__', None) or {})
        for name, value in annotations.items():
            try:
                value = _looked_up(value, names, local_names)
            except NameError:
                if format != 3:
                    raise
                if isinstance(value, str):
                    value = ForwardRef(value, is_class=isinstance(source, type))
            if value is None:
                value = type(None)
            if not include_extras:
                value = _without_extras(value)
            hints[name] = value
    return hints


_Alias.__name__ = _Alias.__qualname__ = '_GenericAlias'
__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal',
           'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet',
           'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView',
           'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
           'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
           'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
           'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict',
           'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'evaluate_forward_ref', 'final', 'get_args', 'get_origin', 'get_overloads',
           'get_protocol_members', 'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never',
           'NewType', 'no_type_check', 'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload',
           'override', 'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable',
           'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']
