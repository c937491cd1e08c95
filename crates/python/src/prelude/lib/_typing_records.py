# Classes whose fields are their annotations: named tuples and dicts with known keys.

from _build import caller_globals as _caller_globals
import collections as _collections
import typing as _typing

_missing = object()


def _asked_twice(annotate):
    # Annotations as CPython asks for them: first in a format that the function itself does not know.
    if annotate is None:
        return {}
    try:
        return annotate(3)
    except NotImplementedError:
        return annotate(1)


def _deprecated(kind, typename, fields, kwargs, container, empty):
    # Fields that are not told as a list or a dict will not be taken for long.
    from warnings import warn
    if kwargs:
        text = (f'Creating {kind} classes using keyword arguments is deprecated and will be disallowed in Python 3.15. '
                'Use the class-based or functional syntax instead.')
    else:
        how = 'Failing to pass a value for' if fields is _missing else 'Passing `None` as'
        container = 'dictionary' if container == 'dict' else container
        text = (f"{how} the 'fields' parameter is deprecated and will be disallowed in Python 3.15. To create a {kind} class "
                f'with 0 fields using the functional syntax, pass an empty {container}, e.g. '
                f'`{typename} = {kind}({typename!r}, {empty})`.')
    warn(text, DeprecationWarning, stacklevel=1)


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        if '__classcell__' in namespace:
            raise TypeError('uses of super() and __class__ are unsupported in methods of NamedTuple subclasses')
        for base in bases:
            if base is not _named_tuple_base and base is not _typing.Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        annotate = None
        if '__annotations__' in namespace:
            annotations = namespace['__annotations__']
        else:
            annotate = type.__new__(type, name, (), dict(namespace)).__annotate__
            annotations = _asked_twice(annotate)
        optional = []
        for key in annotations:
            if key in namespace:
                optional.append(key)
            elif optional:
                raise TypeError(f'Non-default namedtuple field {key} cannot follow default field'
                                f'{"s" if len(optional) > 1 else ""} {", ".join(optional)}')
        extra = {key: namespace[key] for key in ('__orig_bases__', '__type_params__') if key in namespace}
        tuple_class = _collections._named_tuple_class(
            name, list(annotations), False, [namespace[key] for key in optional], namespace.get('__module__'),
            tuple([tuple if base is _named_tuple_base else base for base in bases]), extra)
        if annotate is None:
            tuple_class.__annotations__ = {key: _typing._converted(one) for key, one in annotations.items()}
            tuple_class.__new__.__annotations__ = tuple_class.__annotations__
        else:
            tuple_class.__new__.__annotate__ = tuple_class.__annotate__ = lambda format: {key: _typing._converted(one) for key, one in annotate(format).items()}
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_make', '_replace', '_asdict'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in annotations and key not in ('__module__', '__qualname__', '__annotate__', '__annotations__',
                                                      '__annotate_func__', '__classcell__',
                                                      '__static_attributes__', '__orig_bases__',
                                                      '__annotations_cache__', '__conditional_annotations__'):
                setattr(tuple_class, key, value)
        tuple_class.__qualname__ = namespace.get('__qualname__', name)
        return tuple_class


class _NamedTuple:
    __name__ = __qualname__ = 'NamedTuple'

    def __repr__(self):
        return f'<function NamedTuple at {id(self):#x}>'

    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __call__(self, typename, fields=_missing, /, **kwargs):
        if kwargs and fields not in (_missing, None):
            raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
        if fields is _missing or fields is None:
            _deprecated('NamedTuple', typename, fields, kwargs, 'list', '[]')
            fields = kwargs.items()
        fields = list(fields)
        made = _collections.namedtuple(typename, [name for name, kind in fields],
                                       module=_caller_globals().get('__name__'))
        made.__orig_bases__ = (NamedTuple,)
        made.__annotations__ = made.__new__.__annotations__ = {name: _typing._converted(kind) for name, kind in fields}
        return made


_named_tuple_base = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple = _NamedTuple()


def _marks(kind):
    # Which of `Required`, `NotRequired` and `ReadOnly` stand around a key's type.
    while isinstance(kind, _typing._Alias) and kind._name in ('Required', 'NotRequired', 'ReadOnly', 'Annotated'):
        yield kind._name
        kind = kind.__args__[0]


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True, closed=None, extra_items=None):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not _typing.Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (_typing.Generic,) if any([issubclass(base, _typing.Generic) for base in bases]) else ()
        namespace = dict(namespace)
        namespace.setdefault('__orig_bases__', bases)
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), namespace)
        parents = [base for base in bases if base is not _typed_dict_base and base is not _typing.Generic]
        annotate = made.__annotate__

        def converted(found):
            return {key: _typing.ForwardRef(kind, module=made.__module__, owner=made if annotate is None else None) if isinstance(kind, str)
                    else _typing._converted(kind) for key, kind in found.items()}

        own = converted(dict(made.__dict__.get('__annotations__') or {}) if annotate is None else _asked_twice(annotate))
        keys = {kind: set() for kind in ('required', 'optional', 'readonly', 'mutable')}
        for base in parents:
            for kind, found in keys.items():
                found |= getattr(base, f'__{kind}_keys__')
        for key, kind in own.items():
            marks = list(_marks(kind))
            needed = 'Required' in marks or total and 'NotRequired' not in marks
            for one, other, chosen in (('required', 'optional', needed), ('readonly', 'mutable', 'ReadOnly' in marks)):
                keys[one if chosen else other].add(key)
                keys[other if chosen else one].discard(key)
        if annotate is None:
            made.__annotations__ = {key: kind for base in parents for key, kind in base.__annotations__.items()} | own
        else:
            def asked(format):
                found = {}
                for base in parents:
                    inherited = base.__annotate__
                    found |= base.__annotations__ if inherited is None else inherited(format)
                return found | converted(annotate(format))
            made.__annotate__ = asked
        for kind, found in keys.items():
            setattr(made, f'__{kind}_keys__', frozenset(found))
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, value):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDict:
    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    __name__ = __qualname__ = 'TypedDict'

    def __repr__(self):
        return f'<function TypedDict at {id(self):#x}>'

    def __call__(self, typename, fields=_missing, /, *, total=True, **kwargs):
        for name in kwargs:
            if name not in ('closed', 'extra_items'):
                raise TypeError(f"TypedDict() got an unexpected keyword argument '{name}'")
        if fields is _missing or fields is None:
            _deprecated('TypedDict', typename, fields, {}, 'dict', '{}')
            fields = ()
        namespace = {'__annotations__': dict(fields), '__module__': _caller_globals().get('__name__'),
                     '__orig_bases__': (self,)}
        return _TypedDictMeta(typename, (), namespace, total=total)


_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict = _TypedDict()


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta
