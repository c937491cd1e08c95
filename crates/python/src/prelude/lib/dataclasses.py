# Data classes: methods made from annotated fields, as text, so that calls are bound as for any function.

from _build import caller_globals as _caller_globals, run as _run
from abc import update_abstractmethods as _update_abstractmethods
from keyword import iskeyword as _iskeyword
from types import GenericAlias, MappingProxyType, new_class as _new_class
import sys as _sys

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{shown}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


def _shown_once(repr):
    # A field that is shown already, inside itself, is shown as three dots.
    running = set()

    def __repr__(self):
        if id(self) in running:
            return '...'
        running.add(id(self))
        try:
            return repr(self)
        finally:
            running.discard(id(self))
    return __repr__


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', 'doc', '_field_type')
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    @_shown_once
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},doc={self.doc!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)

    def __repr__(self):
        return '_DataclassParams(' + ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__]) + ')'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def _own_annotations(cls):
    # An annotation may name what is not there yet, such as the class itself: that is a forward reference.
    try:
        return dict(cls.__annotations__)
    except NameError:
        from annotationlib import Format, call_annotate_function
        return call_annotate_function(cls.__annotate__, Format.FORWARDREF, owner=cls)


def _read_annotations(cls):
    # CPython writes the signature of `__init__` into the docstring, which asks the class and all bases for their
    # annotations: for values, and where one has none, all of them again for what they have.
    lineage = [base for base in reversed(cls.__mro__) if hasattr(base, '__dict__') and '__annotate_func__' in base.__dict__]
    try:
        for base in lineage:
            base.__annotations__
    except NameError:
        for base in lineage:
            _own_annotations(base)


def _signature_text(cls):
    import inspect
    from annotationlib import Format
    try:
        return str(inspect.signature(cls, annotation_format=Format.FORWARDREF)).replace(' -> None', '')
    except (TypeError, ValueError):
        return ''


def _begins_with(annotation, cls, module):
    # What the name stands for that an annotation in text begins with, by itself or as an attribute of this module.
    names = vars(_sys.modules.get(cls.__module__, object()))
    first, dot, rest = annotation.partition('[')[0].partition('.')
    if not dot:
        return names.get(first.strip())
    return vars(module).get(rest.strip()) if names.get(first.strip()) is module else None


def _is_class_var(annotation, cls):
    typing = _sys.modules.get('typing')
    if typing is None:
        return False
    if isinstance(annotation, str):
        annotation = _begins_with(annotation, cls, typing)
    return annotation is typing.ClassVar or getattr(annotation, '__origin__', None) is typing.ClassVar


def _is_init_var(annotation, cls):
    if isinstance(annotation, str):
        annotation = _begins_with(annotation, cls, _sys.modules[__name__])
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        annotation = _begins_with(annotation, cls, _sys.modules[__name__])
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default) is _slot_kind:
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_class_var(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_init_var(annotation, cls):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = default_kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made


class _Slotted:
    __slots__ = ('one',)


_slot_kind = type(getattr(_Slotted, 'one', MISSING))


def _make_method(cls, name, parameters, body, names):
    names = {'_object': object, '_MISSING': MISSING, '_FACTORY': _HAS_DEFAULT_FACTORY, '_set': object.__setattr__,
             '_cls': cls, '__name__': cls.__module__, **names}
    lines = ''.join(['    ' + line + '\n' for line in body])
    _run(f'def {name}({parameters}):\n{lines}', names)
    function = names[name]
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    return function


def _init_method(cls, positional, keyword_only, all_fields, frozen, has_post_init, slots):
    seen = None
    for one in positional:
        if one.init:
            if one.default is not MISSING or one.default_factory is not MISSING:
                seen = one
            elif seen is not None:
                raise TypeError(f'non-default argument {one.name!r} follows default argument {seen.name!r}')
    names = {}

    def parameter(one):
        if one.default is not MISSING:
            names[f'_default_{one.name}'] = one.default
            return f'{one.name}=_default_{one.name}'
        if one.default_factory is not MISSING:
            return f'{one.name}=_FACTORY'
        return one.name

    self_name = '__dataclass_self__' if 'self' in [one.name for one in all_fields] else 'self'
    parameters = [self_name] + [parameter(one) for one in positional if one.init]
    if keyword_only:
        parameters += ['*'] + [parameter(one) for one in keyword_only]
    body = []
    for one in all_fields:
        if one._field_type is _FIELD_CLASSVAR:
            continue
        value = one.name
        if one.default_factory is not MISSING:
            names[f'_factory_{one.name}'] = one.default_factory
            value = f'_factory_{one.name}()'
            if one.init:
                value += f' if {one.name} is _FACTORY else {one.name}'
        elif not one.init:
            if slots and one.default is not MISSING:
                names[f'_default_{one.name}'] = one.default
                value = f'_default_{one.name}'
            else:
                continue
        if one._field_type is _FIELD_INITVAR:
            if one.default_factory is not MISSING:
                body.append(f'{one.name} = {value}')
            continue
        if frozen:
            body.append(f'_set({self_name}, {one.name!r}, {value})')
        else:
            body.append(f'{self_name}.{one.name} = {value}')
    if has_post_init:
        given = ', '.join([one.name for one in all_fields if one._field_type is _FIELD_INITVAR])
        body.append(f'{self_name}.__post_init__({given})')
    function = _make_method(cls, '__init__', ', '.join(parameters), body or ['pass'], names)
    annotations = {one.name: one.type for one in positional + keyword_only if one.init}
    annotations['return'] = None
    function.__annotations__ = annotations
    return function


_shown_now = set()


def _repr_method(cls, shown):
    names = [one.name for one in shown]

    def __repr__(self):
        key = id(self)
        if key in _shown_now:
            return '...'
        _shown_now.add(key)
        try:
            return (self.__class__.__qualname__ + '('
                    + ', '.join([f'{name}={getattr(self, name)!r}' for name in names]) + ')')
        finally:
            _shown_now.discard(key)
    return __repr__


def _tuple_text(owner, names):
    return '(' + ''.join([f'{owner}.{name},' for name in names]) + ')'


_COMPARISONS = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}


def _process_class(cls, options):
    init, repr, eq, order = options['init'], options['repr'], options['eq'], options['order']
    frozen, slots = options['frozen'], options['slots']
    setattr(cls, _PARAMS, _DataclassParams(**options))
    all_fields = {}
    any_frozen_base = False
    all_frozen_bases = None
    has_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            has_base = True
            for one in inherited.values():
                all_fields[one.name] = one
            if all_frozen_bases is None:
                all_frozen_bases = True
            frozen_base = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and frozen_base
            any_frozen_base = any_frozen_base or frozen_base
    annotations = _own_annotations(cls)
    own = []
    kw_only = options['kw_only']
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for one in own:
        all_fields[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_base:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, all_fields)
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_hash = not (class_hash is MISSING or class_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    in_init = [one for one in all_fields.values() if one._field_type in (_FIELD, _FIELD_INITVAR)]
    positional = [one for one in in_init if one.init and not one.kw_only]
    keyword_only = [one for one in in_init if one.init and one.kw_only]
    made_init = None
    if init:
        function = _init_method(cls, positional, keyword_only, in_init, frozen, hasattr(cls, '__post_init__'), slots)
        if '__init__' not in cls.__dict__:
            cls.__init__ = made_init = function
    plain = [one for one in all_fields.values() if one._field_type is _FIELD]
    if repr and '__repr__' not in cls.__dict__:
        function = _repr_method(cls, [one for one in plain if one.repr])
        function.__qualname__ = f'{cls.__qualname__}.__repr__'
        function.__module__ = cls.__module__
        cls.__repr__ = function
    compared = [one.name for one in plain if one.compare]
    own_eq = '__eq__' in cls.__dict__
    if eq and not own_eq:
        terms = ' and '.join([f'self.{name}==other.{name}' for name in compared]) or 'True'
        cls.__eq__ = _make_method(cls, '__eq__', 'self, other', [
            'if self is other:', '    return True', 'if other.__class__ is self.__class__:', f'    return {terms}',
            'return NotImplemented'], {})
    if order:
        for name, sign in _COMPARISONS.items():
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} '
                                'Consider using functools.total_ordering')
            left, right = _tuple_text('self', compared), _tuple_text('other', compared)
            setattr(cls, name, _make_method(cls, name, 'self, other', [
                'if other.__class__ is self.__class__:', f'    return {left}{sign}{right}',
                'return NotImplemented'], {}))
    if frozen:
        listed = tuple([one.name for one in plain])
        for name, what in (('__setattr__', 'assign to'), ('__delattr__', 'delete')):
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
            setattr(cls, name, _frozen_method(cls, listed, name, what, slots))
    hashed = [one.name for one in plain if (one.compare if one.hash is None else one.hash)]
    if options['unsafe_hash']:
        if has_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        _set_hash(cls, hashed)
    elif eq and frozen:
        if not has_hash:
            _set_hash(cls, hashed)
    elif eq and class_hash is MISSING and not (own_eq and '__hash__' in cls.__dict__):
        cls.__hash__ = None
    if not getattr(cls, '__doc__'):
        if made_init is not None and type(cls).__call__ is type.__call__:
            _read_annotations(cls)
            texts = [_field_text(one) for one in positional] + ['*'] * bool(keyword_only)
            cls.__doc__ = cls.__name__ + '(' + ', '.join(texts + [_field_text(one) for one in keyword_only]) + ')'
        else:
            cls.__doc__ = cls.__name__ + _signature_text(cls)
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if options['match_args'] and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in positional])
    if options['weakref_slot'] and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, plain, options['weakref_slot'], options['frozen'])
    return _update_abstractmethods(cls)


def _field_text(one):
    module = getattr(one.type, '__module__', None)
    if isinstance(one.type, type) and module != 'typing':
        shown = one.type.__qualname__ if module == 'builtins' else f'{module}.{one.type.__qualname__}'
    elif type(one.type).__name__ == 'ForwardRef':
        shown = one.type.__forward_arg__
    else:
        shown = repr(one.type)
        if 'typing' in (module, type(one.type).__module__):
            shown = shown.replace('typing.', '')
    text = f'{one.name}: {shown}'
    if one.default is not MISSING:
        text += f' = {one.default!r}'
    elif one.default_factory is not MISSING:
        text += ' = <factory>'
    return text


def _set_hash(cls, names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))
    __hash__.__qualname__ = f'{cls.__qualname__}.__hash__'
    cls.__hash__ = __hash__


def _frozen_method(cls, listed, name, what, slots):
    def refuse(self, key, *value):
        if slots and key not in listed:
            # CPython makes a class with slots anew, and the method still asks for the first one.
            raise TypeError(f'super(type, obj): obj (instance of {type(self).__name__}) is not an instance or subtype '
                            f'of type ({cls.__name__}).')
        if type(self) is cls or key in listed:
            raise FrozenInstanceError(f'cannot {what} field {key!r}')
        getattr(super(cls, self), name)(key, *value)
    refuse.__name__ = name
    refuse.__qualname__ = f'{cls.__qualname__}.{name}'
    return refuse


def _dataclass_getstate(self):
    return [getattr(self, one.name) for one in fields(self)]


def _dataclass_setstate(self, state):
    for one, value in zip(fields(self), state):
        # The class may be a frozen one.
        object.__setattr__(self, one.name, value)


def _slots_of(cls):
    # All that the slots of a class say, those that it has without saying so included.
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return [name for name in ('__dict__', '__weakref__') if name in cls.__dict__]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, '__next__'):
        raise TypeError(f'Slots of {cls.__name__!r} cannot be determined')
    return list(slots)


def _with_slots(cls, plain, weakref_slot, frozen):
    names = [one.name for one in plain]
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    namespace = dict(cls.__dict__)
    wanted = [*names, '__weakref__'] if weakref_slot else names
    docs = {one.name: one.doc for one in plain}
    own = {name: docs.get(name) for name in wanted if name not in inherited}
    namespace['__slots__'] = tuple(own) if all([doc is None for doc in own.values()]) else own
    if frozen:
        namespace.setdefault('__getstate__', _dataclass_getstate)
        namespace.setdefault('__setstate__', _dataclass_setstate)
    for name in names:
        namespace.pop(name, None)
    for name in ('__dict__', '__weakref__'):
        namespace.pop(name, None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    _rebind_class_cells(made, cls)
    return made


def _rebind_class_cells(made, cls):
    # Methods that say super() know the class that was there before.
    for value in made.__dict__.values():
        function = getattr(value, '__wrapped__', value)
        if isinstance(value, (staticmethod, classmethod)):
            function = value.__func__
        elif isinstance(value, property):
            for part in (value.fget, value.fset, value.fdel):
                _rebind(part, made, cls)
            continue
        _rebind(function, made, cls)


def _rebind(function, made, cls):
    closure = getattr(function, '__closure__', None)
    for cell in closure or ():
        try:
            if cell.cell_contents is cls:
                cell.cell_contents = made
        except ValueError:
            pass


_DEFAULTS = {'init': True, 'repr': True, 'eq': True, 'order': False, 'unsafe_hash': False, 'frozen': False,
             'match_args': True, 'kw_only': False, 'slots': False, 'weakref_slot': False}


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    options = {'init': init, 'repr': repr, 'eq': eq, 'order': order, 'unsafe_hash': unsafe_hash, 'frozen': frozen,
               'match_args': match_args, 'kw_only': kw_only, 'slots': slots, 'weakref_slot': weakref_slot}

    def wrap(cls):
        return _process_class(cls, options)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([one for one in found.values() if one._field_type is _FIELD])


def _is_instance(value):
    return hasattr(type(value), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as_dict(obj, dict_factory)


def _as_dict(obj, dict_factory):
    kind = type(obj)
    if kind in (int, str, float, bool, type(None), bytes, complex):
        return obj
    if hasattr(kind, _FIELDS):
        return dict_factory([(one.name, _as_dict(getattr(obj, one.name), dict_factory)) for one in fields(obj)])
    return _inside(obj, lambda value: _as_dict(value, dict_factory))


def _inside(obj, convert):
    kind = type(obj)
    if issubclass(kind, tuple) and hasattr(kind, '_fields'):
        return kind(*[convert(value) for value in obj])
    if issubclass(kind, dict):
        if hasattr(kind, 'default_factory'):
            made = kind(obj.default_factory)
            for key, value in obj.items():
                made[convert(key)] = convert(value)
            return made
        return kind([(convert(key), convert(value)) for key, value in obj.items()])
    if issubclass(kind, (list, tuple)):
        return kind([convert(value) for value in obj])
    from copy import deepcopy
    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, tuple_factory):
    if _is_instance(obj):
        return tuple_factory([_as_tuple(getattr(obj, one.name), tuple_factory) for one in fields(obj)])
    return _inside(obj, lambda value: _as_tuple(value, tuple_factory))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, decorator=dataclass, **given):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            import typing
            name, kind = item, typing.Any
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, names[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind
    names['__annotations__'] = annotations
    names['__module__'] = _caller_globals().get('__name__', '__main__') if module is None else module
    made = _new_class(cls_name, bases, {}, lambda namespace: namespace.update(names))
    return decorator(made, **{**_DEFAULTS, **given})


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    obj = self
    for one in getattr(obj, _FIELDS).values():
        if one._field_type is _FIELD_CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise TypeError(f'field {one.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if one.name not in changes:
            if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                raise TypeError(f"InitVar {one.name!r} must be specified with replace()")
            if one._field_type is not _FIELD_INITVAR:
                changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)
