# The parameters of callables as objects: what they are, how they are written, and what arguments bind to them.

from collections import OrderedDict
from types import MappingProxyType


class _empty:
    __module__ = 'inspect'


_void = object()


class _ParameterKind(int):
    __module__ = 'inspect'

    def __new__(cls, value, name, description):
        made = int.__new__(cls, value)
        made.name, made.description = name, description
        return made

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


_KINDS = [_ParameterKind(value, name.replace(' ', '_').replace('-', '_').upper(), name) for value, name in enumerate(
    ('positional-only', 'positional or keyword', 'var positional', 'keyword-only', 'var keyword'))]
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS
_VAR_POSITIONAL.description, _VAR_KEYWORD.description = 'variadic positional', 'variadic keyword'


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if type(annotation).__name__ == 'ForwardRef':
        return annotation.__forward_arg__
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    return repr(annotation)


class Parameter:
    __module__ = 'inspect'
    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name.startswith('.') and name[1:].isdigit():
            # The iterable of a comprehension.
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, '
                                 f'not {kind.description}')
            name, kind = f'implicit{name[1:]}', _POSITIONAL_ONLY
        from keyword import iskeyword
        if not name.isidentifier() or iskeyword(name) and kind != _POSITIONAL_ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __reduce__(self):
        return type(self), (self._name, self._kind), (self._default, self._annotation)

    def __setstate__(self, state):
        self._default, self._annotation = state

    def replace(self, *, name=_void, kind=_void, default=_void, annotation=_void):
        name, kind, default, annotation = [own if given is _void else given for own, given in zip(
            self._parts(), (name, kind, default, annotation))]
        return type(self)(name, kind, default=default, annotation=annotation)

    __replace__ = replace

    def _format(self, **options):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation, **options)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        return '**' + text if self._kind == _VAR_KEYWORD else text

    def __str__(self):
        return self._format()

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._parts())


class BoundArguments:
    __module__ = 'inspect'

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    def _divided(self):
        # What is given by place and what by name: from the first parameter on that has nothing, all goes by name.
        args, kwargs, by_name = [], {}, False
        for name, parameter in self._signature.parameters.items():
            by_name = by_name or parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD)
            if name not in self.arguments:
                by_name = True
            elif parameter.kind == _VAR_POSITIONAL:
                args += self.arguments[name]
            elif parameter.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            elif by_name:
                kwargs[name] = self.arguments[name]
            else:
                args.append(self.arguments[name])
        return tuple(args), kwargs

    args = property(lambda self: self._divided()[0])
    kwargs = property(lambda self: self._divided()[1])

    def apply_defaults(self):
        full = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _empty:
                full[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                full[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                full[name] = {}
        self.arguments = full

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return f"<BoundArguments ({', '.join([f'{key}={value!r}' for key, value in self.arguments.items()])})>"


def _checked(parameters):
    found, defaults = OrderedDict(), False
    before = None
    for one in parameters:
        if before is not None and one.kind < before.kind:
            raise ValueError(f'wrong parameter order: {before.kind.description} parameter before '
                             f'{one.kind.description} parameter')
        if one.kind in (_VAR_POSITIONAL, _VAR_KEYWORD) and before is not None and before.kind == one.kind:
            raise ValueError(f'more than one {one.kind.description} parameter')
        if one.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if defaults and one.default is _empty:
                raise ValueError('non-default argument follows default argument')
            defaults = one.default is not _empty
        if one.name in found:
            raise ValueError(f'duplicate parameter name: {one.name!r}')
        found[one.name] = before = one
    return found


class Signature:
    __module__ = 'inspect'
    __slots__ = ('_return_annotation', '_parameters')
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        self._parameters = MappingProxyType(_checked(parameters or ()))
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, **options):
        from inspect import signature
        return signature(obj, **options)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self._parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    __replace__ = replace

    def format(self, *, max_width=None, quote_annotation_strings=True):
        parts = []
        star, only = True, False
        for one in self._parameters.values():
            if one.kind == _POSITIONAL_ONLY:
                only = True
            elif only:
                parts.append('/')
                only = False
            if one.kind == _VAR_POSITIONAL:
                star = False
            elif one.kind == _KEYWORD_ONLY and star:
                parts.append('*')
                star = False
            parts.append(one._format(quote_annotation_strings=quote_annotation_strings))
        if only:
            parts.append('/')
        text = '(' + ', '.join(parts) + ')'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation, quote_annotation_strings=quote_annotation_strings)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def _parts(self):
        # The order of what goes by name alone makes no difference.
        named = {one.name: one for one in self._parameters.values() if one.kind == _KEYWORD_ONLY}
        return [one for one in self._parameters.values() if one.kind != _KEYWORD_ONLY], named, self._return_annotation

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        others, named, result = self._parts()
        return hash((tuple(others), frozenset(named.values()), result))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, left, misplaced, rest = {}, list(args), [], None
        first = True  # Until the first parameter that no argument is left for.
        for name, one in self._parameters.items():
            if one.kind == _VAR_POSITIONAL:
                if left:
                    arguments[name] = tuple(left)
                left = []
            elif one.kind == _VAR_KEYWORD:
                rest = name
            elif one.kind != _KEYWORD_ONLY and left:
                if name in kwargs and one.kind != _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = left.pop(0)
                continue
            elif name in kwargs and one.kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif one.default is _empty and not partial:
                told = one.kind == _KEYWORD_ONLY or one.kind == _POSITIONAL_ONLY and name in kwargs
                kind = f' {one.kind.description}' if first and told else ''
                raise TypeError(f'missing a required{kind} argument: {name!r}')
            elif one.kind == _POSITIONAL_ONLY and name in kwargs:
                misplaced.append(name)
            first = False
        if left:
            raise TypeError('too many positional arguments')
        if kwargs and rest is not None:
            arguments[rest] = kwargs
        elif misplaced:
            names = ', '.join([repr(name) for name in misplaced])
            raise TypeError(f'got some positional-only arguments passed as keyword arguments: {names}')
        elif kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)


def of_partial(whole, made):
    """What is left of the parameters when some are given: those given by name, and all after them, go by name."""
    from functools import Placeholder
    try:
        whole.bind_partial(*made.args, **made.keywords)
    except TypeError:
        raise ValueError(f'partial object {made!r} has incorrect arguments') from None
    places = [index for index, one in enumerate(made.args) if one is Placeholder]
    found, by_name = [], False
    for index, one in enumerate(whole.parameters.values()):
        kind = one.kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if index in places:
                found.append(one.replace(kind=_POSITIONAL_ONLY, default=_empty))
                continue
            if index < len(made.args):
                continue
            given = kind == _POSITIONAL_OR_KEYWORD and one.name in made.keywords
            by_name = by_name or given
            if by_name:
                one = one.replace(kind=_KEYWORD_ONLY, default=made.keywords[one.name] if given else one.default)
        elif kind == _KEYWORD_ONLY and one.name in made.keywords:
            one = one.replace(default=made.keywords[one.name])
        elif kind == _VAR_POSITIONAL and by_name:
            continue
        found.append(one)
    return whole.replace(parameters=found)
