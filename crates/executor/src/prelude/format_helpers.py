"""How futures, tasks, handles and callbacks are written in texts."""

from _asyncio import _place
from reprlib import repr as _short, recursive_repr

_FUNCTION = type(lambda: None)


def _is_partial(func):
    return type(func).__name__ == 'partial' and type(func).__module__ == 'functools'


def _get_function_source(func):
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    if type(func) is _FUNCTION:
        return _place(func.__code__.co_filename, func.__code__.co_firstlineno)
    if _is_partial(func) or type(func).__name__ == 'partialmethod' and type(func).__module__ == 'functools':
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, {}, debug)
    source = _get_function_source(func)
    return f'{text} at {source[0]}:{source[1]}' if source else text


def _format_callback(func, args, kwargs, debug, suffix=''):
    shown = '()'
    if debug:
        # Arguments may be private: they are shown in debug mode only.
        parts = [_short(arg) for arg in args or ()] + [f'{name}={_short(value)}' for name, value in kwargs.items()]
        shown = f'({", ".join(parts)})'
    if _is_partial(func):
        return _format_callback(func.func, func.args, func.keywords, debug, shown + suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + shown + suffix


def _format_callbacks(entries):
    texts = [_format_callback_source(entry[0], ()) for entry in (entries[:1] + entries[-1:] if entries[1:] else entries)]
    if len(entries) > 2:
        texts.insert(1, f'<{len(entries) - 2} more>')
    return f'cb=[{", ".join(texts)}]'


def _format_coroutine(coro):
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    name = f'{name}()' if name else f'<{type(coro).__name__} without __name__>()'
    kind = 'cr' if hasattr(coro, 'cr_code') else 'gi'
    code = getattr(coro, kind + '_code', None)
    if code is None:
        running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
        return f'{name} running' if running else name
    frame = getattr(coro, kind + '_frame', None)
    if frame is None:
        file, line = _place(code.co_filename, code.co_firstlineno)
        return f'{name} done, defined at {file}:{line}'
    file, line = _place(code.co_filename, frame.f_lineno)
    return f'{name} running at {file}:{line}'


def _info(future):
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            info.append(f'result={_short(future._result)}')
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        info.append('created at {}:{}'.format(*future._source_traceback[-1][:2]))
    return info


@recursive_repr()
def _future_repr(future):
    return f'<{future.__class__.__name__} {" ".join(_info(future))}>'


@recursive_repr()
def _task_repr(task):
    info = _info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    details = [f'name={task.get_name()!r}']
    if task._coro:
        details.append(f'coro=<{_format_coroutine(task._coro)}>')
    if task._fut_waiter is not None:
        details.append(f'wait_for={task._fut_waiter!r}')
    return f'<{task.__class__.__name__} {" ".join(info[:1] + details + info[1:])}>'


def _handle_repr(handle, cancelled=False):
    info = [handle.__class__.__name__]
    if cancelled or handle._cancelled:
        info.append('cancelled')
    if handle._when is not None:
        info.append(f'when={handle._when}')
    if handle._callback is not None:
        info.append(_format_callback_source(handle._callback, handle._args, debug=handle._debug))
    if handle._source_traceback:
        info.append('created at {}:{}'.format(*handle._source_traceback[-1][:2]))
    return f'<{" ".join(info)}>'


def _format_handle(handle):
    from .tasks import Task
    owner = getattr(handle._callback, '__self__', None)
    return repr(owner) if isinstance(owner, Task) else str(handle)


def _exception_in_callback(handle):
    return 'Exception in callback ' + _format_callback_source(handle._callback, handle._args, debug=handle._debug)
