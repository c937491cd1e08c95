# Type parameters, generic aliases and unions: what `list[int]`, `int | None`, `class Box[T]` and `type X = …`
# make. The classes go by the names that CPython gives them, in `types` and `typing`.

from _build import caller_globals as _caller_globals


def _shown(argument):
    if argument is ...:
        return '...'
    if argument is None:
        return 'None'
    if isinstance(argument, (list, tuple)):
        return '[' + ', '.join([_shown(part) for part in argument]) + ']'
    if isinstance(argument, (GenericAlias, Union)):
        return repr(argument)
    if isinstance(argument, type):
        if argument is type or argument.__module__ == 'builtins':
            return argument.__qualname__
        return argument.__module__ + '.' + argument.__qualname__
    return repr(argument)


def _parameters_in(arguments):
    found = []
    for argument in arguments:
        if isinstance(argument, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (argument,)
        elif isinstance(argument, (list, tuple)):
            inner = _parameters_in(argument)
        elif isinstance(argument, _Unpacked):
            inner = _parameters_in(argument.__args__)
        elif isinstance(argument, (GenericAlias, Union)):
            inner = argument.__parameters__
        else:
            inner = ()
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _substituted(argument, bindings):
    if isinstance(argument, (TypeVar, ParamSpec, TypeVarTuple)):
        return bindings.get(argument, argument)
    if isinstance(argument, (list, tuple)):
        return type(argument)([_substituted(part, bindings) for part in argument])
    if isinstance(argument, Union):
        return make_union(tuple(_substituted(part, bindings) for part in argument.__args__))
    if isinstance(argument, GenericAlias):
        if not argument.__parameters__:
            return argument
        return argument._with_arguments(_all_substituted(argument.__args__, bindings))
    return argument


def _all_substituted(arguments, bindings):
    result = []
    for argument in arguments:
        if isinstance(argument, _Unpacked) and argument.__origin__ in bindings:
            result.extend(bindings[argument.__origin__])
        else:
            result.append(_substituted(argument, bindings))
    return tuple(result)


def _bindings(alias, parameters, arguments):
    arguments = arguments if isinstance(arguments, tuple) else (arguments,)
    variadic = [index for index, one in enumerate(parameters) if isinstance(one, TypeVarTuple)]
    if variadic:
        before = variadic[0]
        after = len(parameters) - before - 1
        needed = len([one for one in parameters if not isinstance(one, TypeVarTuple) and not one.has_default()])
        if len(arguments) < needed:
            raise TypeError(f'Too few arguments for {alias}; actual {len(arguments)}, expected at least {needed}')
        middle = arguments[before:len(arguments) - after]
        arguments = arguments[:before] + (middle,) + arguments[len(arguments) - after:]
    if len(arguments) < len(parameters):
        missing = parameters[len(arguments):]
        if all(one.has_default() for one in missing):
            arguments += tuple(one.__default__ for one in missing)
    if len(arguments) != len(parameters):
        if len(arguments) > len(parameters):
            many, expected = 'many', len(parameters)
        else:
            required = len([one for one in parameters if not one.has_default()])
            many, expected = 'few', f'at least {required}'
        raise TypeError(f'Too {many} arguments for {alias}; actual {len(arguments)}, expected {expected}')
    return dict(zip(parameters, arguments))


class GenericAlias:
    __module__ = 'types'

    def __init__(self, origin, arguments):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        set_own = object.__setattr__
        set_own(self, '__origin__', origin)
        set_own(self, '__args__', arguments)
        set_own(self, '__parameters__', _parameters_in(arguments))

    def _with_arguments(self, arguments):
        return type(self)(self.__origin__, arguments)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') and name not in _FORWARDED:
            raise AttributeError(f"type object '{self.__origin__.__name__}' has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getitem__(self, arguments):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        bindings = _bindings(repr(self), self.__parameters__, arguments)
        return self._with_arguments(_all_substituted(self.__args__, bindings))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __reduce__(self):
        return type(self), (self.__origin__, self.__args__)

    def __repr__(self):
        origin = self.__origin__
        name = _shown(origin)
        builtin = type(self) is GenericAlias
        shown = ['None' if builtin and one is type(None) else _shown(one) for one in self.__args__]
        return f"{name}[{', '.join(shown) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, GenericAlias) or isinstance(self, _GenericAlias) != isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return _joined(self, other)

    def __ror__(self, other):
        return _joined(other, self)

    def __iter__(self):
        yield _Unpacked(self)

    def __instancecheck__(self, value):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, derived):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')


_FORWARDED = ('__name__', '__qualname__', '__module__', '__doc__', '__mro__', '__value__', '__type_params__')


class _GenericAlias(GenericAlias):
    __module__ = 'typing'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, derived):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if origin is Generic:
            if any([isinstance(base, type) and base.__qualname__ == 'Protocol' and base.__module__ == 'typing' for base in bases]):
                return ()
            place = [base is self for base in bases].index(True)
            if any(isinstance(base, _GenericAlias) for base in bases[place + 1:]):
                return ()
        return (origin,)


class _Unpacked:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin
        self.__args__ = (origin,)
        self.__parameters__ = _parameters_in((origin,))

    def __repr__(self):
        if isinstance(self.__origin__, TypeVarTuple):
            return f'typing.Unpack[{self.__origin__!r}]'
        return f'*{self.__origin__!r}'

    def __eq__(self, other):
        return isinstance(other, _Unpacked) and self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(('*', self.__origin__))


_Unpacked.__name__ = _Unpacked.__qualname__ = '_UnpackGenericAlias'


class Union:
    __module__ = 'typing'

    def __init__(self, *arguments):
        raise TypeError("cannot create 'typing.Union' instances")

    @property
    def __origin__(self):
        return Union

    @property
    def __parameters__(self):
        return _parameters_in(self.__args__)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return 'Union'
        raise AttributeError(f"'typing.Union' object has no attribute '{name}'", name=name, obj=self)

    def __class_getitem__(cls, arguments):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        if not arguments:
            raise TypeError('Cannot take a Union of no types.')
        return make_union(tuple([_type_or_reference(one) for one in arguments]))

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __getitem__(self, arguments):
        bindings = _bindings(repr(self), self.__parameters__, arguments)
        return make_union(_all_substituted(self.__args__, bindings))

    def __repr__(self):
        return ' | '.join(['None' if one is type(None) else _shown(one) for one in self.__args__])

    def __eq__(self, other):
        if not isinstance(other, Union):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other):
        return _joined(self, other)

    def __ror__(self, other):
        return _joined(other, self)

    def __instancecheck__(self, value):
        return any([isinstance(value, one) for one in self.__args__])

    def __subclasscheck__(self, derived):
        return any([issubclass(derived, one) for one in self.__args__])


def _may_join(value):
    return value is None or isinstance(
        value, (type, GenericAlias, Union, TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, _Unpacked))


def _joined(left, right):
    if isinstance(left, _Parameter) and isinstance(right, str) or isinstance(left, str) and isinstance(right, _Parameter):
        return Union[left, right]
    if not (_may_join(left) and _may_join(right)):
        return NotImplemented
    return make_union((left, right))


def _type_or_reference(value):
    # What is meant by an argument: None stands for its type, text for something to look up.
    if value is None:
        return type(None)
    if isinstance(value, str):
        from typing import ForwardRef
        return ForwardRef(value)
    return value


def make_union(arguments):
    flat = []
    for argument in arguments:
        parts = argument.__args__ if isinstance(argument, Union) else (argument,)
        for part in parts:
            part = type(None) if part is None else part
            if part not in flat:
                flat.append(part)
    if len(flat) == 1:
        return flat[0]
    union = object.__new__(Union)
    union.__args__ = tuple(flat)
    return union


class NoDefaultType:
    __module__ = 'typing'

    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = NoDefaultType()


class _Parameter:
    __module__ = 'typing'
    _evaluate_default = None
    _default = NoDefault

    @property
    def __default__(self):
        if self._evaluate_default is not None:
            self._default = self._evaluate_default(1)
            self._evaluate_default = None
        return self._default

    def has_default(self):
        return self._evaluate_default is not None or self._default is not NoDefault

    def __init_subclass__(cls, /, **kwargs):
        for base in cls.__mro__[1:]:
            if base.__dict__.get('_is_final', False):
                raise TypeError(f"type 'typing.{base.__name__}' is not an acceptable base type")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__name__

    def __or__(self, other):
        return _joined(self, other)

    def __ror__(self, other):
        return _joined(other, self)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        if self.__covariant__:
            return '+' + self.__name__
        if self.__contravariant__:
            return '-' + self.__name__
        return '~' + self.__name__


class TypeVar(_Parameter):
    __module__ = 'typing'
    _is_final = True
    _evaluate_bound = None
    _evaluate_constraints = None

    def __init__(self, name=NoDefault, *constraints, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        if name is NoDefault:
            raise TypeError("typevar() missing required argument 'name' (pos 1)")
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if not isinstance(name, str):
            raise TypeError(f"typevar() argument 'name' must be str, not {type(name).__name__}")
        self.__name__ = name
        self.__module__ = _caller_globals().get('__name__')
        self._bound = None if bound is None else _type_or_reference(bound)
        self._constraints = constraints
        self._default = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            self._bound = self._evaluate_bound(1)
            self._evaluate_bound = None
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            self._constraints = self._evaluate_constraints(1)
            self._evaluate_constraints = None
        return self._constraints

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of TypeVar')


class ParamSpecArgs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Parameter):
    __module__ = 'typing'
    _is_final = True

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"paramspec() argument 'name' must be str, not {type(name).__name__}")
        self.__name__ = name
        self.__module__ = _caller_globals().get('__name__')
        self.__bound__ = type(None) if bound is None else _type_or_reference(bound)
        self._default = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter):
    __module__ = 'typing'
    _is_final = True

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__module__ = _caller_globals().get('__name__')
        self._default = default

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield _Unpacked(self)


class TypeAliasType:
    __module__ = 'typing'
    _evaluate = None

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__module__ = _caller_globals().get('__name__')
        self._value = value
        self.__type_params__ = type_params

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate(1)
            self._evaluate = None
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __getitem__(self, arguments):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, arguments)

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return _joined(self, other)

    def __ror__(self, other):
        return _joined(other, self)


class Generic:
    __module__ = 'typing'
    __slots__ = ()
    _declares_parameters = True  # Of Protocol too: what is subscripted are the class's own parameters.

    def __class_getitem__(cls, arguments):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        if '_declares_parameters' in cls.__dict__:
            shown = f'{cls.__name__}[...]'
            if not arguments:
                raise TypeError(f'Parameter list to {shown} cannot be empty')
            for argument in arguments:
                if not isinstance(argument, (TypeVar, ParamSpec, TypeVarTuple, _Unpacked)):
                    raise TypeError(f'Parameters to {shown} must all be type variables '
                                    'or parameter specification variables.')
            if len(set(arguments)) != len(arguments):
                raise TypeError(f'Parameters to {shown} must all be unique')
            return _GenericAlias(cls, arguments)
        parameters = cls.__dict__.get('__parameters__', ())
        if not parameters:
            raise TypeError(f'{cls} is not a generic class')
        if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not isinstance(
                arguments[0] if len(arguments) == 1 else None, (list, tuple, ParamSpec, type(...), GenericAlias)):
            arguments = (arguments,)
        arguments = tuple([tuple(one) if isinstance(one, list) else _type_or_reference(one) for one in arguments])
        bindings = _bindings(cls, parameters, arguments)
        flat = []
        for parameter in parameters:
            bound = bindings[parameter]
            if isinstance(parameter, TypeVarTuple):
                flat.extend(bound)
            else:
                flat.append(bound)
        return _GenericAlias(cls, tuple(flat))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        if Generic in (bases if '__orig_bases__' in cls.__dict__ else cls.__bases__) and (
                cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta'):
            raise TypeError('Cannot inherit from plain Generic')
        own, once, used = None, False, _parameters_in(bases)
        for base in bases:
            if isinstance(base, _GenericAlias) and '_declares_parameters' in base.__origin__.__dict__:
                if once and base.__origin__ is Generic:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                once = once or base.__origin__ is Generic
                own = base.__parameters__
        if own is not None and not set(used) <= set(own):
            missing = ', '.join([str(one) for one in used if one not in own])
            raise TypeError(f"Some type variables ({missing}) are not listed in Generic[{', '.join([str(one) for one in own])}]")
        cls.__parameters__ = used if own is None else own


def _declared(kind, name):
    # A parameter of `class C[T]`, `def f[T]` or `type A[T]`.
    parameter = kind(name) if kind is TypeVarTuple else kind(name, infer_variance=True)
    parameter.__module__ = 'typing'
    return parameter


def type_var(name):
    return _declared(TypeVar, name)


def type_var_with_bound(name, evaluate):
    parameter = _declared(TypeVar, name)
    parameter._evaluate_bound = evaluate
    return parameter


def type_var_with_constraints(name, evaluate):
    parameter = _declared(TypeVar, name)
    parameter._evaluate_constraints = evaluate
    return parameter


def param_spec(name):
    parameter = _declared(ParamSpec, name)
    parameter.__bound__ = None
    return parameter


def type_var_tuple(name):
    return _declared(TypeVarTuple, name)


def set_default(parameter, evaluate):
    parameter._evaluate_default = evaluate
    return parameter


def type_alias(name, parameters, evaluate):
    alias = TypeAliasType(name, None, type_params=parameters or ())
    alias._evaluate = evaluate
    return alias


def subscript_generic(parameters):
    return Generic[tuple([_Unpacked(one) if isinstance(one, TypeVarTuple) else one for one in parameters])]
