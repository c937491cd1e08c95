# Warnings: what is shown, once a place, and how it is turned into exceptions.

import sys
from _build import caller_place as _caller_place

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings', 'deprecated']

filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = 'default'
onceregistry = {}
_seen = set()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')

    __repr__ = __str__


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    line = line.strip() if line else ''
    return text + f'  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


_own_showwarning = showwarning


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno, module = _caller_place(stacklevel)
    warn_explicit(message, category, filename, lineno, module, source=source)


def _unawaited(message, lineno, source):
    # A coroutine died that was never awaited, in this line of the script.
    filename, _, module = _caller_place(1)
    warn_explicit(message, RuntimeWarning, filename, lineno, module, source=source if lineno else None)


def _from_interpreter(message, category):
    filename, lineno, module = _caller_place(1)
    warn_explicit(message, category, filename, lineno, module)


def _from_compiler(message, filename, lineno):
    # Nothing is remembered of text that was compiled: its warnings are shown each time.
    seen = _seen.copy()
    _seen.clear()
    try:
        warn_explicit(message, SyntaxWarning, filename, lineno)
    except SyntaxWarning:
        message = message.replace(' Such sequences will not work in the future.', '')
        raise SyntaxError(message, (filename, lineno, None, None)) from None
    finally:
        _seen.clear()
        _seen.update(seen)


def _matches(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename or '<unknown>'
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    for action, pattern, kind, place, line in filters:
        if (_matches(pattern, text) and issubclass(category, kind) and _matches(place, module)
                and line in (0, lineno)):
            break
    else:
        action = defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action != 'always' and action != 'all':
        key = {'once': (text, category), 'module': (text, category, module)}.get(
            action, (text, category, filename, lineno))
        if key in _seen:
            return
        _seen.add(key)
    _show(WarningMessage(message, category, filename, lineno, source=source))


_recording = []


def _show(found):
    if showwarning is not _own_showwarning:
        showwarning(found.message, found.category, found.filename, found.lineno, found.file, found.line)
    elif _recording and _recording[-1] is not None:
        _recording[-1].append(found)
    else:
        text = formatwarning(found.message, found.category, found.filename, found.lineno)
        # The advice wants a module that cannot be imported any more once the interpreter shuts down.
        if found.source is not None and not sys.is_finalizing():
            text += f'{found.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
        sys.stderr.write(text)


_showwarnmsg = _show


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _checked(action, category, lineno, message=message, module=module)
    import re
    item = (action, re.compile(message, re.I) if message else None, category,
            re.compile(module) if module else None, lineno)
    _add(item, append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _checked(action, category, lineno)
    _add((action, None, category, None, lineno), append)


def _checked(action, category, lineno, **texts):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')
    for name, text in texts.items():
        if not isinstance(text, str):
            raise TypeError(f'{name} must be a string')
    if texts and not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def _add(item, append):
    _seen.clear()
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)


def resetwarnings():
    _seen.clear()
    filters[:] = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        global showwarning
        self._filters = filters[:]
        self._showwarning = showwarning
        self._seen = set(_seen)
        _seen.clear()
        log = [] if self._record else None
        _recording.append(log if self._record else (_recording[-1] if _recording else None))
        if self._record:
            showwarning = _own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global showwarning
        filters[:] = self._filters
        showwarning = self._showwarning
        _recording.pop()
        _seen.clear()
        _seen.update(self._seen)


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category, stacklevel=level)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                return original(cls)
            arg.__new__ = staticmethod(__new__)
            inherit = arg.__init_subclass__
            if isinstance(inherit, type(object.__init_subclass__)):
                def __init_subclass__(*args, **kwargs):
                    warn(message, category, stacklevel=level)
                    return inherit(*args, **kwargs)
                arg.__init_subclass__ = __init_subclass__
            else:
                inherit = inherit.__func__

                def __init_subclass__(cls, /, *args, **kwargs):
                    warn(message, category, stacklevel=level)
                    return inherit(cls, *args, **kwargs)
                arg.__init_subclass__ = classmethod(__init_subclass__)
            arg.__deprecated__ = message
            return arg
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel=level)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


def _deprecated(name, message='{name!r} is deprecated and slated for removal in Python {remove}', *, remove):
    warn(message.format(name=name, remove=f'{remove[0]}.{remove[1]}'), DeprecationWarning, stacklevel=3)
