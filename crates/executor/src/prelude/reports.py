"""How a loop tells of what nobody else sees: the text it logs, and the handler that a script may set instead."""

from _asyncio import _format_stack
from _asyncio import _log_error as _log_by_name

_EXITS = (SystemExit, KeyboardInterrupt)
_OWNERS = {'source_traceback': 'Object', 'handle_traceback': 'Handle'}


def _log_error(text, exception, handled=False, line=1875, function='default_exception_handler'):
    """Logs an error by asyncio's logger, or by what a script has put in its place, as said on a line of CPython's."""
    from . import base_events
    logger = base_events.__dict__.get('logger')
    if logger is None:
        _log_by_name(text, exception, 'asyncio', line, function)
    else:
        details = exception is not None and (type(exception), exception, exception.__traceback__)
        logger.error(text, exc_info=handled or details)


def describe(context):
    """The lines of a context, its message first, the rest by name."""
    yield context.get('message') or 'Unhandled exception in event loop'
    for key, value in sorted(context.items()):
        if key in _OWNERS:
            stack = _format_stack(value).rstrip()
            yield f'{key}: {_OWNERS[key]} created at (most recent call last):\n{stack}'
        elif key not in ('message', 'exception'):
            yield f'{key}: {value!r}'


def log(loop, context):
    """Logs a context and the traceback of its exception."""
    running = loop._current_handle
    if running is not None and running._source_traceback and 'source_traceback' not in context:
        context['handle_traceback'] = running._source_traceback
    _log_error('\n'.join(describe(context)), context.get('exception'))


def _guarded_log(loop, context, complaint, line):
    """The loop's own default handler, which a script may have overridden and which may fail."""
    try:
        loop.default_exception_handler(context)
    except _EXITS:
        raise
    except BaseException as exc:
        _log_error(complaint, exc, True, line, 'call_exception_handler')


def _context_of(context):
    """The context variables that the handler is to see: those of the task, the future or the handle."""
    for key in ('task', 'future', 'handle'):
        if (subject := context.get(key)) is not None:
            return subject.get_context() if hasattr(subject, 'get_context') else None
    return None


def tell(loop, handler, context):
    """Hands a context to the script's handler, or logs it where there is none."""
    if handler is None:
        return _guarded_log(loop, context, 'Exception in default exception handler', 1910)
    try:
        variables = _context_of(context)
        if hasattr(variables, 'run'):
            variables.run(handler, loop, context)
        else:
            handler(loop, context)
    except _EXITS:
        raise
    except BaseException as exc:
        # No name here holds what holds the exception: they would keep each other alive.
        _guarded_log(loop, {'message': 'Unhandled error in exception handler', 'exception': exc, 'context': context},
                     'Exception in default exception handler while handling an unexpected error in custom exception '
                     'handler', 1946)
