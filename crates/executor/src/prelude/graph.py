"""The call graph of tasks: who is where, and who awaits whom."""

from dataclasses import dataclass
from sys import _getframe

from _asyncio import _place, future_add_to_awaited_by, future_discard_from_awaited_by

from . import events, futures, tasks

__all__ = ('capture_call_graph', 'format_call_graph', 'print_call_graph', 'FrameCallGraphEntry', 'FutureCallGraph')


@dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    """A frame of a call stack."""

    frame: object


@dataclass(frozen=True, slots=True)
class FutureCallGraph:
    """A future, its call stack from the innermost frame, and the graphs of the futures that await it."""

    future: object
    call_stack: tuple
    awaited_by: tuple


def _check(future):
    if not isinstance(future, futures.Future):
        raise TypeError(f'{future!r} object does not appear to be compatible with asyncio.Future')


def _waiters(future, limit):
    return tuple(_graph_of(waiter, limit) for waiter in future._asyncio_awaited_by or ())


def _part(frames, limit):
    """All frames, so many of the first, or, where the limit is negative, so many of the last."""
    if not limit:
        return frames
    return frames[:limit] if limit > 0 else frames[limit:]


def _graph_of(future, limit):
    """The graph of a future that is not running."""
    _check(future)
    frames = []
    coro = future.get_coro() if limit != 0 and hasattr(future, 'get_coro') else None
    while hasattr(coro, 'cr_await'):
        frames.append(FrameCallGraphEntry(coro.cr_frame))
        coro = coro.cr_await
    frames = _part(frames, limit)
    frames.reverse()
    return FutureCallGraph(future, tuple(frames), _waiters(future, limit))


def _running_frames(depth):
    """The frames of the current task, from the innermost to its coroutine's."""
    frame = _getframe(depth)
    while frame is not None:
        yield FrameCallGraphEntry(frame)
        back = frame.f_back
        if frame.f_generator is not None and back is not None and back.f_generator is None:
            return
        frame = back


def _task_frames(task, frames):
    """Without the frames below the task's own coroutine."""
    coro = task.get_coro()
    kept = []
    for entry in frames:
        kept.append(entry)
        if entry.frame.f_generator is coro:
            break
    return kept


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph of a future; of the current task without one."""
    return _capture(future, depth - 1, limit, ())


def _capture(future, depth, limit, library):
    """The call graph without the innermost `depth` frames; what CPython counts of its own functions comes first."""
    loop = events._get_running_loop()
    current = tasks.current_task(loop) if loop is not None else None
    if future is not None and future is not current:
        return _graph_of(future, limit)
    if loop is None:
        raise RuntimeError('capture_call_graph() is called outside of a running event loop and no *future* to '
                           'introspect was provided')
    if current is None:
        return None
    _check(current)
    frames = []
    if limit != 0:
        # Frames of ours do not count.
        frames = list(library[depth:])
        frames += _task_frames(current, list(_running_frames(max(depth - len(library), 0))))
    return FutureCallGraph(current, tuple(_part(frames, limit and -limit)), _waiters(current, limit))


class _LibraryFrame:
    """Stands for the frame of a function of CPython's `asyncio/graph.py`."""

    f_generator = None

    def __init__(self, name, line):
        self.f_code = self
        self.co_filename = __file__
        self.co_qualname = name
        self.f_lineno = line


_FORMAT = FrameCallGraphEntry(_LibraryFrame('format_call_graph', 260))
_PRINT = FrameCallGraphEntry(_LibraryFrame('print_call_graph', 276))


def _frame_text(frame):
    owner = frame.f_generator
    kind, line, code = '', frame.f_lineno, frame.f_code
    if owner is not None:
        for prefix, name in (('cr', 'async '), ('ag', 'async generator '), ('gi', 'generator ')):
            if hasattr(owner, prefix + '_code'):
                kind, code = name, getattr(owner, prefix + '_code')
                break
    file, line = _place(code.co_filename, line)
    return f'  |   File {file!r}, line {line}, in {kind}{code.co_qualname}()'


def _lines(graph, indent):
    future = graph.future
    if isinstance(future, tasks.Task):
        yield f'{indent}* Task(name={future.get_name()!r}, id={id(future):#x})'
    else:
        yield f'{indent}* Future(id={id(future):#x})'
    if graph.call_stack:
        yield f'{indent}  + Call stack:'
        for entry in graph.call_stack:
            yield indent + _frame_text(entry.frame)
    if graph.awaited_by:
        yield f'{indent}  + Awaited by:'
        for waiter in graph.awaited_by:
            yield from _lines(waiter, indent + '    ')


def _text(graph):
    return '' if graph is None else '\n'.join(_lines(graph, ''))


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph as text."""
    return _text(_capture(future, depth, limit, (_FORMAT,)))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the call graph."""
    print(_text(_capture(future, depth, limit, (_FORMAT, _PRINT))), file=file)
