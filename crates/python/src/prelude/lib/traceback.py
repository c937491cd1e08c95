# Tracebacks as text; the texts are Rust's.

import sys
import _traceback as _core

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']


class _Implicit:
    def __repr__(self):
        return '<implicit>'


_missing = _Implicit()


def _exception(exc, value, tb):
    # The exception that is meant, whichever way it is given, and its traceback where that is given too.
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _missing:
        return value, tb
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return exc, _missing


def _limited(limit):
    # How many entries are meant where none were asked for.
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    return limit


class _lent:
    # Gives an exception another traceback for a while.
    def __init__(self, exc, tb):
        self.exc, self.tb = exc, tb

    def __enter__(self):
        self.own = self.exc.__traceback__
        if self.tb is not _missing:
            self.exc.__traceback__ = self.tb

    def __exit__(self, *exc_info):
        self.exc.__traceback__ = self.own


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    found, tb = _exception(exc, value, tb)
    if found is None:
        return ['NoneType: None\n']
    with _lent(found, tb):
        return _core.format_exception(found, _limited(limit), chain)


def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
    found = exc if value is _missing else value
    if found is None:
        return ['NoneType: None\n']
    # Without a traceback nobody knows which names there were.
    with _lent(found, None):
        return _core.format_exception_only(found, bool(show_group))


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    text = ''.join(format_exception(exc, value, tb, limit, chain))
    (sys.stderr if file is None else file).write(text)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc if hasattr(sys, 'last_exc') else sys.last_value, limit=limit, file=file, chain=chain)


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        if line is None and lookup_line:
            from linecache import getline
            line = getline(filename, lineno).rstrip('\n') if isinstance(lineno, int) else None
        self._lines = [line] if isinstance(line, str) else list(line or [])
        self.colno, self.end_colno = colno, end_colno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.locals = None if locals is None else {key: _shown(value) for key, value in locals.items()}

    @property
    def line(self):
        return '\n'.join([line.strip() for line in self._lines[:1]]) if self._lines else None

    def _parts(self):
        return (self.filename, self.lineno, self.name, self._lines, self.colno, self.end_colno)

    def _tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._tuple() == other._tuple() and self.locals == other.locals
        return self._tuple() == other if isinstance(other, tuple) else NotImplemented

    __hash__ = None

    def __iter__(self):
        return iter(self._tuple())

    def __getitem__(self, index):
        return self._tuple()[index]

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _shown(value):
    try:
        return repr(value)
    except Exception:
        return '<local repr() failed>'


def _summary(parts, locals=None):
    filename, lineno, name, lines, colno, end_colno = parts
    return FrameSummary(filename, lineno, name, line=lines, colno=colno, end_colno=end_colno, locals=locals,
                        end_lineno=lineno + max(len(lines), 1) - 1)


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        found, limit = list(frame_gen), _limited(limit)
        if limit is not None:
            found = found[:limit] if limit >= 0 else found[limit:]
        from linecache import getline
        return klass([FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name,
                                   locals=frame.f_locals if capture_locals else None,
                                   line=getline(frame.f_code.co_filename, line).rstrip('\n'))
                      for frame, line in found])

    @classmethod
    def from_list(klass, a_list):
        return klass([one if isinstance(one, FrameSummary) else FrameSummary(*one[:3], line=one[3])
                      for one in a_list])

    def format_frame_summary(self, frame_summary, **kwargs):
        text = ''.join(_core.format_frames([frame_summary._parts()]))
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self, **kwargs):
        plain = type(self).format_frame_summary is StackSummary.format_frame_summary
        if plain and not any([one.locals for one in self]):
            return _core.format_frames([one._parts() for one in self])
        # A place that comes again and again is told of three times, and how often it came after that.
        texts, last, count = [], None, 0
        for one in [*self, None]:
            text = '' if one is None else self.format_frame_summary(one, **kwargs)
            if text is None:
                continue
            place = None if one is None else (one.filename, one.lineno, one.name)
            if place is None or place != last:
                if count > 3:
                    texts.append(f'  [Previous line repeated {count - 3} more time{"s" if count > 4 else ""}]\n')
                last, count = place, 0
            count += 1
            if one is not None and count <= 3:
                texts.append(text)
        return texts


def extract_tb(tb, limit=None):
    return StackSummary([_summary(one) for one in _core.extract_tb(tb, _limited(limit))])


def extract_stack(f=None, limit=None):
    entries, limit = _core.extract_stack(f), _limited(limit)
    if limit is not None:
        # What is nearest, or with a negative limit what is furthest out.
        entries = entries[max(len(entries) - limit, 0):] if limit >= 0 else entries[:-limit]
    return StackSummary([_summary(one) for one in entries])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    (sys.stderr if file is None else file).write(''.join(format_list(extracted_list)))


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write(''.join(format_tb(tb, limit)))


def print_stack(f=None, limit=None, file=None):
    (sys.stderr if file is None else file).write(''.join(format_stack(f, limit)))


class TracebackException:
    # The texts are made at once, so that nothing of the exception or its frames is kept alive.

    def __init__(self, exc_type, exc_value, exc_traceback=_missing, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True,
                 _seen=None):
        with _lent(exc_value, exc_traceback):
            parts = _core.report(exc_value, _limited(limit), max_group_width, max_group_depth, bool(compact))
            every = [self] + [TracebackException.__new__(TracebackException) for _ in parts[1:]]
            for one, part in zip(every, parts):
                one._take(part, every, limit, capture_locals)
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self._exc_type = exc_type if save_exc_type else None

    def _take(self, part, every, limit, capture_locals):
        exc_value, self._str, self._chained, self._alone, *self._last, cause, context, exceptions = part
        self._exc_type = exc_type = type(exc_value)
        module, own = exc_type.__module__, exc_type.__qualname__
        self.exc_type_str = own if module in ('__main__', 'builtins') else f'{module}.{own}'
        self.__notes__ = getattr(exc_value, '__notes__', None)
        tb = exc_value.__traceback__
        self.stack = extract_tb(tb, limit) if tb is not None else StackSummary()
        self._with_locals = capture_locals
        if capture_locals:
            frames = [frame for frame, _ in walk_tb(tb)]
            for one, frame in zip(self.stack, frames):
                one.locals = {key: _shown(value) for key, value in frame.f_locals.items()}
        if isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.msg = exc_value.filename, exc_value.text, exc_value.msg
            for name in ('lineno', 'end_lineno', 'offset', 'end_offset'):
                value = getattr(exc_value, name, None)
                setattr(self, name, str(value) if value is not None and 'lineno' in name else value)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = None if cause is None else every[cause]
        self.__context__ = None if context is None else every[context]
        self.exceptions = None if exceptions is None else [every[at] for at in exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kwargs):
        if not self._with_locals:
            yield from self._chained if chain else self._alone
            return
        if chain and self.__cause__ is not None:
            yield from self.__cause__.format()
            yield '\nThe above exception was the direct cause of the following exception:\n\n'
        elif chain and self.__context__ is not None and not self.__suppress_context__:
            yield from self.__context__.format()
            yield '\nDuring handling of the above exception, another exception occurred:\n\n'
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self._last[0]

    def format_exception_only(self, *, show_group=False, **kwargs):
        yield from self._last[1 if show_group else 0]

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=1)
        return self._exc_type

    def print(self, *, file=None, chain=True, **kwargs):
        (sys.stderr if file is None else file).write(''.join(self.format(chain=chain)))

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        tb = tb.tb_next


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    f = sys._getframe(0) if f is None else f
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back
