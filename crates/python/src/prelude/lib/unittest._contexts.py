# What `assertRaises`, `assertWarns` and `assertLogs` give to a `with` statement.

from types import GenericAlias

from .util import strclass


def _enter_context(cm, addcleanup):
    kind = type(cm)
    enter, leave = getattr(kind, '__enter__', None), getattr(kind, '__exit__', None)
    if enter is None or leave is None:
        said = f"'{strclass(kind)}' object does not support the context manager protocol"
        if hasattr(kind, '__aenter__') and hasattr(kind, '__aexit__'):
            said += (' but it supports the asynchronous context manager protocol. '
                     'Did you mean to use enterAsyncContext()?')
        raise TypeError(said)
    entered = enter(cm)
    addcleanup(leave, cm, None, None, None)
    return entered


def _all_below(expected, base):
    if isinstance(expected, tuple):
        return all([_all_below(one, base) for one in expected])
    return isinstance(expected, type) and issubclass(expected, base)


class _Expecting:
    def __init__(self, test_case, expected, pattern=None):
        if pattern is not None:
            import re
            pattern = re.compile(pattern)
        self.test_case, self.expected, self.expected_regex = test_case, expected, pattern
        self.obj_name = self.msg = None

    def _begin(self, name, args, kwargs):
        # As a context manager without arguments; else the function is called at once.
        if not _all_below(self.expected, self._base):
            raise TypeError(f'{name}() arg 1 must be {self._wanted}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            for unknown in kwargs:
                raise TypeError(f'{unknown!r} is an invalid keyword argument for this function')
            return self
        function, *rest = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*rest, **kwargs)

    def _deny(self, said):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, said))

    def _absent(self, verb):
        name = getattr(self.expected, '__name__', None) or str(self.expected)
        self._deny(f'{name} not {verb} by {self.obj_name}' if self.obj_name else f'{name} not {verb}')

    def _matches(self, value):
        return self.expected_regex is None or self.expected_regex.search(str(value))

    def _unlike(self, value):
        self._deny(f'"{self.expected_regex.pattern}" does not match "{value}"')


class _AssertRaisesContext(_Expecting):
    __module__ = 'unittest.case'

    _base, _wanted = BaseException, 'an exception type or tuple of exception types'
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._absent('raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if not self._matches(exc_value):
            self._unlike(exc_value)
        return True


class _AssertWarnsContext(_Expecting):
    __module__ = 'unittest.case'

    _base, _wanted = Warning, 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        for kind in kinds:
            warnings.simplefilter('always', kind)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        seen = [one for one in self.warnings if isinstance(one.message, self.expected)]
        for one in seen:
            if self._matches(one.message):
                self.warning, self.filename, self.lineno = one.message, one.filename, one.lineno
                return
        if seen:
            self._unlike(seen[0].message)
        self._absent('triggered')


class _AssertNotWarnsContext(_AssertWarnsContext):
    __module__ = 'unittest.case'

    def __exit__(self, exc_type, exc_value, tb):
        self._manager.__exit__(exc_type, exc_value, tb)
        if exc_type is None and any([isinstance(one.message, self.expected) for one in self.warnings]):
            self._deny(f'{getattr(self.expected, "__name__", self.expected)} triggered')


class _AssertLogsContext:
    def __init__(self, test_case, logger, level, unwanted):
        import logging
        self.test_case, self._unwanted = test_case, unwanted
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO

    def __enter__(self):
        from ._log import capturing_handler
        logger = self.logger
        handler = capturing_handler(self.level)
        self.watcher = handler.watcher
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(self.level)
        if not self._unwanted:
            return self.watcher

    def __exit__(self, exc_type, exc_value, tb):
        logger = self.logger
        logger.handlers, level, logger.propagate = self._before
        logger.setLevel(level)
        if exc_type is not None:
            return False
        if self._unwanted and self.watcher.records:
            said = f'Unexpected logs found: {self.watcher.output!r}'
        elif not self._unwanted and not self.watcher.records:
            import logging
            name = logging.getLevelName(self.level)
            said = f'no logs of level {name} or higher triggered on {logger.name}'
        else:
            return None
        raise self.test_case.failureException(said)
