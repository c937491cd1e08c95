# What can be asked of live objects: kinds, states, signatures.

import _inspect_source as _source
import _signatures
from _inspect_signature import (_KEYWORD_ONLY, _KINDS, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL,
                                _ParameterKind, _empty, BoundArguments, Parameter, Signature, formatannotation, of_partial as _of_partial)
from _build import is_awaitable_generator as _is_awaitable_generator
from collections import namedtuple
from types import (AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FrameType, FunctionType,
                   GeneratorType, GetSetDescriptorType, MemberDescriptorType, MethodType, MethodWrapperType,
                   ModuleType, TracebackType)

__all__ = ['AGEN_CLOSED', 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'ArgInfo', 'Arguments', 'Attribute',
           'BoundArguments', 'BufferFlags', 'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED',
           'CO_ASYNC_GENERATOR', 'CO_COROUTINE', 'CO_GENERATOR', 'CO_ITERABLE_COROUTINE', 'CO_NESTED', 'CO_NEWLOCALS',
           'CO_NOFREE', 'CO_OPTIMIZED', 'CO_VARARGS', 'CO_VARKEYWORDS', 'CO_HAS_DOCSTRING', 'CO_METHOD',
           'ClosureVars', 'FrameInfo', 'FullArgSpec', 'GEN_CLOSED', 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED',
           'Parameter', 'Signature', 'TPFLAGS_IS_ABSTRACT', 'Traceback', 'classify_class_attrs', 'cleandoc',
           'currentframe', 'findsource', 'formatannotation', 'formatannotationrelativeto', 'formatargvalues',
           'get_annotations', 'getabsfile', 'getargs', 'getargvalues', 'getasyncgenlocals', 'getasyncgenstate',
           'getattr_static', 'getcallargs', 'getclasstree', 'getclosurevars', 'getcomments', 'getcoroutinelocals',
           'getcoroutinestate', 'getdoc', 'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorlocals',
           'getgeneratorstate', 'getinnerframes', 'getlineno', 'getmembers', 'getmembers_static', 'getmodule',
           'getmodulename', 'getmro', 'getouterframes', 'getsource', 'getsourcefile', 'getsourcelines', 'indentsize',
           'isabstract', 'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'isbuiltin', 'isclass', 'iscode',
           'iscoroutine', 'iscoroutinefunction', 'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator',
           'isgeneratorfunction', 'isgetsetdescriptor', 'ismemberdescriptor', 'ismethod', 'ismethoddescriptor',
           'ismethodwrapper', 'ismodule', 'ispackage', 'isroutine', 'istraceback', 'markcoroutinefunction',
           'signature', 'stack', 'trace', 'unwrap', 'walktree']

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_NOFREE = 1, 2, 4, 8, 16, 64
CO_HAS_DOCSTRING, CO_METHOD, TPFLAGS_IS_ABSTRACT = 0x4000000, 0x8000000, 1 << 20
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 0x20, 0x80, 0x100, 0x200
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING = 'AGEN_CREATED', 'AGEN_RUNNING'
AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_SUSPENDED', 'AGEN_CLOSED'


_missing = object()


def ismodule(object):
    return isinstance(object, ModuleType)


def ispackage(object):
    return ismodule(object) and hasattr(object, '__path__')


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, MethodType)


def isfunction(object):
    return isinstance(object, FunctionType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def isroutine(object):
    return (isfunction(object) or ismethod(object) or isbuiltin(object) or ismethoddescriptor(object)
            or ismethodwrapper(object))


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    kind = type(obj)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and kind not in _NO_METHODS


# Attributes that the interpreter itself keeps; they may all be set.
_KEPT = GetSetDescriptorType, MemberDescriptorType
_NO_METHODS = *_KEPT, BuiltinFunctionType, MethodWrapperType


def ismethodwrapper(object):
    return isinstance(object, MethodWrapperType)


def isgetsetdescriptor(object):
    return isinstance(object, GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, MemberDescriptorType)


def isdatadescriptor(object):
    kind = type(object)
    if kind in _KEPT:
        return True
    return not isclass(object) and not isfunction(object) and (hasattr(kind, '__set__') or hasattr(kind, '__delete__'))


def iscode(object):
    return isinstance(object, CodeType)


def isframe(object):
    return FrameType is not None and isinstance(object, FrameType)


def istraceback(object):
    return isinstance(object, TracebackType)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    if isinstance(object, CoroutineType):
        return True
    if _is_awaitable_generator(object):
        return True
    return hasattr(type(object), '__await__')


def _flagged(obj, flag):
    while isinstance(obj, MethodType):
        obj = obj.__func__
    while type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
        obj = obj.func
    while isinstance(obj, MethodType):
        obj = obj.__func__
    return isinstance(obj, FunctionType) and bool(obj.__code__.co_flags & flag)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    func = getattr(func, '__func__', func)
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _flagged(obj, CO_COROUTINE):
        return True
    obj = getattr(obj, '__func__', obj)
    return getattr(obj, '_is_coroutine_marker', None) is _is_coroutine_mark


def isgeneratorfunction(obj):
    return _flagged(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _flagged(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', ()))


def _state(running, suspended, frame, names):
    if running:
        return names[1]
    if suspended:
        return names[2]
    return names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame,
                  (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame,
                  (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return {} if frame is None else frame.f_locals


def currentframe():
    import sys
    return sys._getframe(0)


def unwrap(func, *, stop=None):
    import sys
    start, limit, met = func, sys.getrecursionlimit(), {id(func): func}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in met or len(met) >= limit:
            raise ValueError(f'wrapper loop when unwrapping {start!r}')
        met[id(func)] = func
    return func


def getmodule(object, _filename=None):
    import sys
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    found = []
    for name in dir(object):
        try:
            value = get(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getattr_static(obj, attr, default=_missing):
    own = vars(obj).get(attr, _missing) if hasattr(obj, '__dict__') and not isclass(obj) else _missing
    for base in (obj if isclass(obj) else type(obj)).__mro__:
        if attr in base.__dict__:
            found = base.__dict__[attr]
            if own is _missing or hasattr(type(found), '__set__'):
                return found
            break
    if own is not _missing:
        return own
    if isclass(obj):
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    # A class without a docstring has that of its base, a method or property that of the one it overrides.
    if isinstance(obj, type):
        return next((base.__doc__ for base in obj.__mro__[:-1] if base.__doc__ is not None), None)
    function = obj
    if isinstance(obj, MethodType):
        owner = obj.__self__ if isinstance(obj.__self__, type) else type(obj.__self__)
    else:
        if isinstance(obj, property):
            function = obj.fget
        owner = _owner_of(function) if isinstance(function, FunctionType) else None
    if owner is None:
        return None
    for base in owner.__mro__:
        doc = getattr(getattr(base, function.__name__, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def _owner_of(function):
    # The class in whose body a function was written, as its qualified name tells.
    import sys
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isinstance(found, type) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getfile(object):
    return _source.file_of(object)


def getsourcefile(object):
    return _source.file_of(object)


def getabsfile(object, _filename=None):
    import os
    return os.path.abspath(_filename or getsourcefile(object))


def findsource(object):
    return _source.lines_and_start(object)


def getsourcelines(object):
    return _source.block(unwrap(object))


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    return _source.comments_before(object)


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getmodulename(path):
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    if format != 1:
        from annotationlib import get_annotations
        return get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str, format=format)
    found = getattr(obj, '__annotations__', None)
    if found is None and (annotate := getattr(obj, '__annotate__', None)) is not None:
        found = annotate(format)
    if found is None and not callable(obj) and not ismodule(obj):
        raise TypeError(f'{obj!r} does not have annotations')
    found = dict(found or {})
    if eval_str:
        names = globals if globals is not None else getattr(obj, '__globals__', {})
        found = {name: eval(one, names, locals) if isinstance(one, str) else one for name, one in found.items()}
    return found


# Classes, arguments and frames.

Attribute = namedtuple('Attribute', 'name kind defining_class object', module='inspect')


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        for owner in cls.__mro__:
            if name in owner.__dict__:
                value = owner.__dict__[name]
                if isinstance(value, staticmethod) or name == '__new__':
                    kind = 'static method'
                elif isinstance(value, classmethod):
                    kind = 'class method'
                elif isinstance(value, property):
                    kind = 'property'
                else:
                    kind = 'method' if isroutine(value) else 'data'
                found.append(Attribute(name, kind, owner, value))
                break
    return found


FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations', module='inspect')
Arguments = namedtuple('Arguments', 'args varargs varkw', module='inspect')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals', module='inspect')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound', module='inspect')


def getfullargspec(func):
    try:
        # What a method is bound to counts as well.
        whole = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
    except (TypeError, ValueError) as error:
        raise TypeError('unsupported callable') from error
    by_kind = {kind: [] for kind in range(5)}
    annotations, defaults, keyword_defaults = {}, [], {}
    if whole.return_annotation is not _empty:
        annotations['return'] = whole.return_annotation
    for name, one in whole.parameters.items():
        by_kind[int(one.kind)].append(name)
        if one.annotation is not _empty:
            annotations[name] = one.annotation
        if one.default is not _empty:
            if one.kind == _KEYWORD_ONLY:
                keyword_defaults[name] = one.default
            else:
                defaults.append(one.default)
    first = list(by_kind[0] + by_kind[1])
    return FullArgSpec(first, (by_kind[2] or [None])[0], (by_kind[4] or [None])[0], tuple(defaults) or None,
                       by_kind[3], keyword_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    try:
        bound = signature(func).bind(*positional, **named)
    except TypeError:
        # What is wrong is told as a call of the function would tell it.
        _refused_call(func, positional, named)
        raise
    bound.apply_defaults()
    order = _call_order(func, len(positional), named)
    return {name: bound.arguments[name] for name in sorted(bound.arguments, key=order.index)}


def _refused_call(func, positional, named):
    if ismethod(func):
        func, positional = func.__func__, (func.__self__, *positional)
    spec = getfullargspec(func)
    parameters = list(spec.args)
    if spec.varargs or spec.kwonlyargs:
        parameters.append(f"*{spec.varargs or ''}")
    parameters += spec.kwonlyargs
    if spec.varkw:
        parameters.append(f'**{spec.varkw}')
    alike = eval(f"lambda {', '.join(parameters)}: None")
    alike.__defaults__, alike.__kwdefaults__ = spec.defaults, spec.kwonlydefaults
    alike.__name__ = alike.__qualname__ = func.__name__
    try:
        alike(*positional, **named)
    except TypeError as wrong:
        # Of three names and more it says `and` without a comma.
        raise TypeError(str(wrong).replace("', and '", "' and '")) from None


def _call_order(func, positional, named):
    # What is given by place, what is given by name, and what is left to defaults.
    spec = getfullargspec(func)
    known = spec.args + spec.kwonlyargs
    return (spec.args[:positional] + [one for one in (spec.varargs, spec.varkw) if one]
            + [name for name in named if name in known] + known)


def getclosurevars(func):
    import builtins
    func = getattr(func, '__func__', func)
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    outer = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    found, built_in, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            built_in[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(outer, found, built_in, unbound)


def getargs(co):
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    extra = list(names[count:])
    varargs = extra.pop(0) if co.co_flags & CO_VARARGS else None
    return Arguments(list(names[:count]), varargs, extra[0] if co.co_flags & CO_VARKEYWORDS else None)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(shown)})"


def walktree(classes, children, parent):
    found = []
    for one in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        found.append((one, one.__bases__))
        if one in children:
            found.append(walktree(children[one], children, one))
    return found


def getclasstree(classes, unique=False):
    # Nested lists: a class with its bases, then the list of what derives from it.
    children, roots = {}, []
    for one in classes:
        for base in one.__bases__:
            below = children.setdefault(base, [])
            if one not in below:
                below.append(one)
            if unique and base in classes:
                break
        else:
            if not one.__bases__ and one not in roots:
                roots.append(one)
    roots += [base for base in children if base not in classes and base not in roots]
    return walktree(roots, children, None)


_Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4, module='dis')


def _placed(fields):
    # A record that also knows the exact place in the source.
    class Placed(namedtuple('_Placed', fields, module='inspect')):
        __module__ = 'inspect'

        def __new__(cls, *args, positions=None, **kwargs):
            made = super().__new__(cls, *args, **kwargs)
            made.positions = positions
            return made

        def __repr__(self):
            return f'{super().__repr__()[:-1]}, positions={self.positions!r})'
    return Placed


Traceback = _placed('filename lineno function code_context index')
FrameInfo = _placed('frame filename lineno function code_context index')
Traceback.__name__ = Traceback.__qualname__ = 'Traceback'
FrameInfo.__name__ = FrameInfo.__qualname__ = 'FrameInfo'


def _positions(frame):
    import _traceback
    if istraceback(frame):
        found = _traceback.extract_tb(frame, 1)[:1]
    else:
        found = _traceback.extract_stack(frame, True)[-1:]
    if not found:
        return None
    _, line, _, lines, start, end = found[0]
    return _Positions(line, line + max(len(lines), 1) - 1, start, end)


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    positions = _positions(frame)
    frame = frame.tb_frame if istraceback(frame) else frame
    code = frame.f_code
    lines = index = None
    everything = _source.lines_of(code.co_filename)
    if context > 0 and everything:
        start = max(0, min(line - 1 - context // 2, len(everything) - context))
        lines, index = everything[start:start + context], line - 1 - start
    return Traceback(code.co_filename, line, code.co_name, lines, index, positions=positions)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        about = getframeinfo(frame, context)
        found.append(FrameInfo(frame, *about, positions=about.positions))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb is not None:
        about = getframeinfo(tb, context)
        found.append(FrameInfo(tb.tb_frame, *about, positions=about.positions))
        tb = tb.tb_next
    return found


def stack(context=1):
    import sys
    return getouterframes(sys._getframe(0), context)


def trace(context=1):
    import sys
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


def __getattr__(name):
    if name != 'BufferFlags':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import enum
    bits = {'SIMPLE': 0, 'WRITABLE': 1, 'FORMAT': 4, 'ND': 8, 'STRIDES': 0x18, 'C_CONTIGUOUS': 0x38,
            'F_CONTIGUOUS': 0x58, 'ANY_CONTIGUOUS': 0x98, 'INDIRECT': 0x118, 'CONTIG': 9, 'CONTIG_RO': 8,
            'STRIDED': 0x19, 'STRIDED_RO': 0x18, 'RECORDS': 0x1d, 'RECORDS_RO': 0x1c, 'FULL': 0x11d,
            'FULL_RO': 0x11c, 'READ': 0x100, 'WRITE': 0x200}
    globals()[name] = made = enum.IntFlag(name, bits, module='inspect')
    return made


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')
    frame = agen.ag_frame
    return {} if frame is None else frame.f_locals


def _from_text(text):
    return Signature([Parameter(name, _KINDS[kind], default=_empty if default is None else eval(default))
                      for name, kind, default in _signatures.parameters(text)])


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    options = {'globals': globals, 'locals': locals, 'eval_str': eval_str, 'annotation_format': annotation_format}
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    given = getattr(obj, '__signature__', None)
    if isinstance(obj, type) and callable(given):
        given = given()
    if given is not None and not isinstance(given, (str, Signature)):
        raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
    if isinstance(given, (str, Signature)):
        return _from_text(given) if isinstance(given, str) else given
    if isinstance(obj, MethodType):
        whole = signature(obj.__func__, **options)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if isinstance(obj, type) or type(obj).__module__ == 'builtins':
        told = _signatures.find(obj)
        if told is not None:
            return _from_text(told)
    if follow_wrapped:
        obj = unwrap(obj)
    if type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
        return _of_partial(signature(obj.func, **options), obj)
    if isinstance(obj, type):
        call = next((vars(one)['__call__'] for one in type(obj).__mro__ if '__call__' in vars(one)), None)
        if isinstance(call, FunctionType) and type(obj).__module__ == '__main__':
            whole = signature(call, **options)
            return whole.replace(parameters=list(whole.parameters.values())[1:])
        init = obj.__init__
        if not isinstance(init, FunctionType):
            init = obj.__new__
        if not isinstance(init, FunctionType):
            if obj is type:
                raise ValueError(f'no signature found for builtin {obj!r}')
            if obj is not object and any([one.__module__ == 'builtins' for one in obj.__mro__[:-1]]):
                raise ValueError(f'no signature found for builtin type {obj!r}')
            return Signature()
        whole = signature(init, **options)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if not isinstance(obj, FunctionType):
        call = getattr(type(obj), '__call__', None)
        if isinstance(call, FunctionType):
            whole = signature(call, **options)
            return whole.replace(parameters=list(whole.parameters.values())[1:])
        raise ValueError(f'no signature found for builtin {obj!r}')
    code = obj.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_posonlyargcount
    annotations = get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str, format=annotation_format)
    defaults = obj.__defaults__ or ()
    parameters = []
    for index, name in enumerate(names[:count]):
        place = index - (count - len(defaults))
        parameters.append(Parameter(name, _POSITIONAL_ONLY if index < only else _POSITIONAL_OR_KEYWORD,
                                    default=defaults[place] if place >= 0 else _empty,
                                    annotation=annotations.get(name, _empty)))
    after = count + code.co_kwonlyargcount
    extra = after
    if code.co_flags & 4:
        parameters.append(Parameter(names[extra], _VAR_POSITIONAL, annotation=annotations.get(names[extra], _empty)))
        extra += 1
    given = obj.__kwdefaults__ or {}
    for name in names[count:after]:
        parameters.append(Parameter(name, _KEYWORD_ONLY, default=given.get(name, _empty),
                                    annotation=annotations.get(name, _empty)))
    if code.co_flags & 8:
        parameters.append(Parameter(names[extra], _VAR_KEYWORD, annotation=annotations.get(names[extra], _empty)))
    return Signature(parameters, return_annotation=annotations.get('return', _empty))
