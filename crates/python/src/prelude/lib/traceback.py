# Tracebacks as text; the texts are Rust's.

import sys
import _traceback as _core

_missing = object()


def _exception(exc, value):
    if exc is None or isinstance(exc, BaseException):
        return exc if value is _missing or value is None else value
    return None if value is _missing else value


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    found = _exception(exc, value)
    if found is None:
        return ['NoneType: None\n']
    return _core.format_exception(found, limit, chain)


def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
    found = _exception(exc, value)
    if found is None:
        return ['NoneType: None\n']
    return _core.format_exception_only(found)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    text = ''.join(format_exception(exc, value, limit=limit, chain=chain))
    (sys.stderr if file is None else file).write(text)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        self._lines = [line] if isinstance(line, str) else list(line or [])
        self.colno, self.end_colno, self.end_lineno, self.locals = colno, end_colno, end_lineno, locals

    @property
    def line(self):
        return self._lines[0].strip() if self._lines else ''

    def _parts(self):
        return (self.filename, self.lineno, self.name, self._lines, self.colno, self.end_colno)

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _summary(parts):
    filename, lineno, name, lines, colno, end_colno = parts
    return FrameSummary(filename, lineno, name, line=lines, colno=colno, end_colno=end_colno)


class StackSummary(list):
    def format(self):
        return _core.format_frames([one._parts() for one in self])


def extract_tb(tb, limit=None):
    return StackSummary([_summary(one) for one in _core.extract_tb(tb, limit)])


def extract_stack(f=None, limit=None):
    return StackSummary([_summary(one) for one in _core.extract_stack(f, limit)])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def format_list(extracted_list):
    return StackSummary([one if isinstance(one, FrameSummary) else FrameSummary(*one[:3], line=one[3])
                         for one in extracted_list]).format()


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write(''.join(format_tb(tb, limit)))


def print_stack(f=None, limit=None, file=None):
    (sys.stderr if file is None else file).write(''.join(format_stack(f, limit)))


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, *, limit=None, **kwargs):
        self._exception = exc_value
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_value.__traceback__, limit) if exc_value.__traceback__ else StackSummary()
        self.__notes__ = getattr(exc_value, '__notes__', None)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kwargs):
        yield from format_exception(self._exception, chain=chain)

    def format_exception_only(self, **kwargs):
        yield from format_exception_only(self._exception)

    def print(self, *, file=None, chain=True):
        print_exception(self._exception, file=file, chain=chain)

    def __str__(self):
        return str(self._exception)


def clear_frames(tb):
    pass


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next
