"""The stack of a task: `Task.get_stack` and `Task.print_stack`."""

from _asyncio import _place


def _frames(task):
    """From the innermost frame outwards of a coroutine, from the outermost inwards of a failed task."""
    coro = task._coro
    for name in ('cr_frame', 'gi_frame', 'ag_frame'):
        frame = getattr(coro, name, None)
        if hasattr(coro, name):
            break
    if frame is not None:
        while frame is not None:
            yield frame
            frame = frame.f_back
    elif task._exception is not None:
        entry = task._exception.__traceback__
        while entry is not None:
            yield entry.tb_frame
            entry = entry.tb_next


def _task_get_stack(task, limit):
    frames = []
    for frame in _frames(task):
        if limit is not None and len(frames) >= limit:
            break
        frames.append(frame)
    if frames and task._coro is not None and not task.done():
        frames.reverse()
    return frames


def _task_print_stack(task, limit, file):
    from _traceback import format_exception_only, format_frames
    from _asyncio import _source_line
    frames = []
    for frame in _task_get_stack(task, limit):
        code, line = frame.f_code, frame.f_lineno
        source = _source_line(code.co_filename, line)
        frames.append((*_place(code.co_filename, line), code.co_name, (source,) if source else (), None, None))
    exception = task._exception
    if not frames:
        print(f'No stack for {task!r}', file=file)
    else:
        what = 'Stack' if exception is None else 'Traceback'
        print(f'{what} for {task!r} (most recent call last):', file=file)
    if file is None:
        from sys import stderr
        print(''.join(format_frames(frames)), file=stderr, end='')
    else:
        print(''.join(format_frames(frames)), file=file, end='')
    if exception is not None:
        print(''.join(format_exception_only(exception)), file=file, end='')
