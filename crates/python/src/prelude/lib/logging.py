# Logging: loggers in a tree, handlers, formatters, filters; times on the run's clock.

import sys
import time
from _build import caller_function as _caller_function, caller_place as _caller_place
from _logging_formats import BufferingFormatter, Formatter, PercentStyle, StrFormatStyle, StringTemplateStyle
from weakref import WeakValueDictionary as _WeakValueDictionary, ref as _ref
import atexit as _atexit

__all__ = ['BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter',
           'Formatter', 'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler',
           'StreamHandler', 'WARN', 'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug',
           'disable', 'error', 'exception', 'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log',
           'makeLogRecord', 'setLoggerClass', 'shutdown', 'warn', 'warning', 'getLogRecordFactory',
           'setLogRecordFactory', 'lastResort', 'raiseExceptions', 'getLevelNamesMapping', 'getHandlerByName',
           'getHandlerNames']

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_levelToName = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_nameToLevel = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True
_start = time.time_ns()
# Line, function and module of CPython's asyncio that what is logged next is said to be from.
_speaker = []


def getLevelNamesMapping():
    return _nameToLevel.copy()


def getLevelName(level):
    if level in _levelToName:
        return _levelToName[level]
    if level in _nameToLevel:
        return _nameToLevel[level]
    return f'Level {level}'


def addLevelName(level, levelName):
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _nameToLevel:
            raise ValueError(f'Unknown level: {level!r}')
        return _nameToLevel[level]
    raise TypeError(f'Level not an integer or a valid string: {level!r}')


def _task_name():
    asyncio = sys.modules.get('asyncio')
    if asyncio is None:
        return None
    try:
        return asyncio.current_task().get_name()
    except Exception:
        return None


def _thread():
    # The number and the name of the thread that logs.
    threading = sys.modules.get('threading')
    if threading is not None:
        now = threading.current_thread()
        return now.ident, now.name
    try:
        from _asyncio import _thread_name
    except ImportError:
        return 139900000000000, 'MainThread'
    return 139900000000000, _thread_name()


def _is_mapping(value):
    if isinstance(value, (dict, str, int, float, BaseException)):
        return isinstance(value, dict)
    from collections.abc import Mapping
    return isinstance(value, Mapping)


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and _is_mapping(args[0]) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rsplit('/', 1)[-1]
        self.module = self.filename.rsplit('.', 1)[0]
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now / 1e9
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        self.relativeCreated = (now - _start) / 1e6
        self.thread, self.threadName = _thread()
        self.processName = 'MainProcess'
        self.process = 1
        self.taskName = _task_name()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


_record_factory = LogRecord


def setLogRecordFactory(factory):
    global _record_factory
    _record_factory = factory


def getLogRecordFactory():
    return _record_factory


def makeLogRecord(dict):
    record = _record_factory(None, None, '', 0, '', (), None, None)
    record.__dict__.update(dict)
    return record


BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'


_default_formatter = Formatter()


class Filter:
    def __init__(self, name=''):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for one in self.filters:
            answer = one.filter(record) if hasattr(one, 'filter') else one(record)
            if not answer:
                return False
            if isinstance(answer, LogRecord):
                record = answer
        return record


_named = _WeakValueDictionary()
_handlerList = []  # References to all handlers, in the order in which they were made.


def getHandlerByName(name):
    return _named.get(name)


def getHandlerNames():
    return frozenset(_named)


def _forget(reference):
    if reference in _handlerList:
        _handlerList.remove(reference)


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        _handlerList.append(_ref(self, _forget))

    def get_name(self):
        return self._name

    def set_name(self, name):
        if _named.get(self._name) is self:
            del _named[self._name]
        self._name = name
        if name:
            _named[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        pass

    def acquire(self):
        pass

    def release(self):
        pass

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handle(self, record):
        answer = self.filter(record)
        if answer:
            self.emit(answer if isinstance(answer, LogRecord) else record)
        return answer

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        if self._name and _named.get(self._name) is self:
            del _named[self._name]

    def handleError(self, record):
        if raiseExceptions:
            from _traceback import format_exception
            error = sys.exception()
            sys.stderr.write('--- Logging error ---\n')
            sys.stderr.write(''.join(format_exception(error)))
            from traceback import format_stack
            sys.stderr.write('Call stack:\n' + ''.join(format_stack()))
            sys.stderr.write(f'Message: {record.msg!r}\nArguments: {record.args}\n')

    def __repr__(self):
        return f'<{type(self).__name__} ({getLevelName(self.level)})>'


class StreamHandler(Handler):
    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if hasattr(self.stream, 'flush'):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        self.flush()
        old, self.stream = self.stream, stream
        return old

    def __repr__(self):
        name = getattr(self.stream, 'name', '')
        return f"<{type(self).__name__} {str(name) + ' ' if name else ''}({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class FileHandler(StreamHandler):
    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        from os.path import abspath
        self.baseFilename = abspath(filename)
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        if self.stream is None:
            self.stream = self._open()
        StreamHandler.emit(self, record)

    def close(self):
        if self.stream is not None:
            self.flush()
            stream, self.stream = self.stream, None
            stream.close()
        StreamHandler.close(self)

    def __repr__(self):
        return f'<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>'


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


lastResort = _StderrHandler(WARNING)


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    @property
    def root(self):
        return root

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        from warnings import warn
        warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if not raiseExceptions:
                return
            raise TypeError('level must be an integer')
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ('message', 'asctime') or key in record.__dict__:
                raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')
            record.__dict__[key] = value
        return record

    def findCaller(self, stack_info=False, stacklevel=1):
        filename, line, module = _caller_place(stacklevel)
        function = _caller_function(stacklevel)
        if _speaker:
            line, function, name = _speaker
            filename = sys.modules['asyncio.base_events'].__file__.replace('base_events', name)
            _speaker.clear()
        stack = None
        if stack_info:
            from traceback import format_stack
            frames = format_stack()
            stack = 'Stack (most recent call last):\n' + ''.join(frames[:max(len(frames) - stacklevel + 1, 1)]).removesuffix('\n')
        return filename, line, function, stack

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        filename, line, function, stack = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, filename, line, msg, args, exc_info, function, extra, stack))

    def handle(self, record):
        if self.disabled:
            return
        answer = self.filter(record)
        if answer:
            self.callHandlers(answer if isinstance(answer, LogRecord) else record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        found = 0
        logger = self
        while logger is not None:
            for handler in list(logger.handlers):
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort is not None and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + '.' + suffix)

    def getChildren(self):
        level = 0 if self is root else self.name.count('.') + 1
        return {one for name, one in _loggers.items()
                if isinstance(one, Logger) and one.parent is self and name.count('.') == level}

    def __repr__(self):
        return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__('root', level)


_disabled = -1
root = RootLogger(WARNING)


class Manager:
    # All loggers, and the level up to which all are silent.
    root = root

    @property
    def loggerDict(self):
        return _loggers

    @property
    def disable(self):
        return max(_disabled, 0)

    @disable.setter
    def disable(self, level):
        disable(level)

    def getLogger(self, name):
        return getLogger(name)

    def setLoggerClass(self, klass):
        setLoggerClass(klass)

    def setLogRecordFactory(self, factory):
        setLogRecordFactory(factory)


class PlaceHolder:
    # Stands for a logger that nobody has asked for, and knows which loggers are below it.
    def __init__(self):
        self.loggerMap = {}


_unknown = object()
Logger.manager = _manager = Manager()
_loggers = {}
_logger_class = Logger


def setLoggerClass(klass):
    global _logger_class
    if not issubclass(klass, Logger):
        raise TypeError(f'logger not derived from logging.Logger: {klass.__name__}')
    _logger_class = klass


def getLoggerClass():
    return _logger_class


def getLogger(name=None):
    if not name or name == 'root':
        return root
    if not isinstance(name, str):
        raise TypeError('A logger name must be a string')
    logger = _loggers.get(name)
    if not isinstance(logger, Logger):
        below = () if logger is None else logger.loggerMap
        logger = _loggers[name] = _logger_class(name)
        logger.parent = root
        parent = name
        while '.' in parent:
            parent = parent.rpartition('.')[0]
            known = _loggers.setdefault(parent, _unknown)
            if isinstance(known, Logger):
                logger.parent = known
                break
            if known is _unknown:
                known = _loggers[parent] = PlaceHolder()
            known.loggerMap[logger] = None
        for one in below:
            if not one.parent.name.startswith(name):
                logger.parent, one.parent = one.parent, logger
    return logger


class LoggerAdapter:
    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def __repr__(self):
        level = getLevelName(self.logger.getEffectiveLevel())
        return f'<{type(self).__name__} {self.logger.name} ({level})>'

    @property
    def manager(self):
        return self.logger.manager

    @property
    def name(self):
        return self.logger.name

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def process(self, msg, kwargs):
        if self.merge_extra and 'extra' in kwargs:
            kwargs['extra'] = {**self.extra, **kwargs['extra']}
        else:
            kwargs['extra'] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)


def basicConfig(**kwargs):
    force = kwargs.pop('force', False)
    encoding, errors = kwargs.pop('encoding', None), kwargs.pop('errors', None)
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    if 'handlers' in kwargs:
        if 'stream' in kwargs or 'filename' in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    elif 'stream' in kwargs and 'filename' in kwargs:
        raise ValueError("'stream' and 'filename' should not be specified together")
    handlers = kwargs.pop('handlers', None)
    stream = kwargs.pop('stream', None)
    filename = kwargs.pop('filename', None)
    mode = kwargs.pop('filemode', 'a')
    if handlers is None:
        handlers = [FileHandler(filename, mode, encoding, errors=errors) if filename else StreamHandler(stream)]
    datefmt = kwargs.pop('datefmt', None)
    style = kwargs.pop('style', '%')
    if style not in ('%', '{', '$'):
        raise ValueError('Style must be one of: %,{,$')
    fmt = kwargs.pop('format', {'%': BASIC_FORMAT, '{': '{levelname}:{name}:{message}',
                                '$': '${levelname}:${name}:${message}'}[style])
    formatter = Formatter(fmt, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop('level', None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def _on_root(name):
    def call(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)
    call.__name__ = call.__qualname__ = name
    return call


debug, info, warning, error = _on_root('debug'), _on_root('info'), _on_root('warning'), _on_root('error')
exception, critical = _on_root('exception'), _on_root('critical')
fatal = critical


def warn(msg, *args, **kwargs):
    from warnings import warn
    warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    global _disabled
    _disabled = _checkLevel(level)


_own_showwarning = None


def _warning_logged(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        _own_showwarning(message, category, filename, lineno, file, line)
        return
    from warnings import formatwarning
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(formatwarning(message, category, filename, lineno, line))


def captureWarnings(capture):
    global _own_showwarning
    import warnings
    if capture and _own_showwarning is None:
        _own_showwarning, warnings.showwarning = warnings.showwarning, _warning_logged
    elif not capture and _own_showwarning is not None:
        warnings.showwarning, _own_showwarning = _own_showwarning, None


def shutdown(handlerList=_handlerList):
    for reference in reversed(handlerList[:]):
        handler = reference()
        if handler is not None:
            try:
                if getattr(handler, 'flushOnClose', True):
                    handler.flush()
                handler.close()
            except (OSError, ValueError):
                pass


_atexit.register(shutdown)
