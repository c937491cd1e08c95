"""Futures, as far as they are not in Rust: how those of asyncio and those of worker threads follow one another."""

from _asyncio import Future, future_add_to_awaited_by, future_discard_from_awaited_by, isfuture

__all__ = ('Future', 'wrap_future', 'isfuture', 'future_add_to_awaited_by', 'future_discard_from_awaited_by')

# CPython has it twice, in C and in Python, and names for both. Here is one.
_CFuture = _PyFuture = Future
_c_future_add_to_awaited_by = _py_future_add_to_awaited_by = future_add_to_awaited_by
_c_future_discard_from_awaited_by = _py_future_discard_from_awaited_by = future_discard_from_awaited_by


def _set_result_unless_cancelled(fut, result):  # at 319
    if not fut.cancelled():
        fut.set_result(result)


def _own_exception(exc):
    """An exception of `concurrent.futures` as asyncio's of the same name."""
    from concurrent.futures import CancelledError, InvalidStateError
    from . import exceptions
    if type(exc) is CancelledError:
        return exceptions.CancelledError(*exc.args).with_traceback(exc.__traceback__)
    if type(exc) is InvalidStateError:
        return exceptions.InvalidStateError(*exc.args).with_traceback(exc.__traceback__)
    return exc


def _set_concurrent_future_state(concurrent, source):
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    if (exception := source.exception()) is not None:
        concurrent.set_exception(_own_exception(exception))
    else:
        concurrent.set_result(source.result())


def _copy_future_state(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
    elif (exception := source.exception()) is not None:
        dest.set_exception(_own_exception(exception))
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    """What comes of the source comes of the destination; cancelling the destination cancels the source."""
    from concurrent.futures import Future as WorkerFuture
    for future, role in ((source, 'source'), (destination, 'destination')):
        if not isfuture(future) and not isinstance(future, WorkerFuture):
            raise TypeError(f'A future is required for {role} argument')
    source_loop = source.get_loop() if isfuture(source) else None
    dest_loop = destination.get_loop() if isfuture(destination) else None

    def _set_state(future, other):  # at 387
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _set_concurrent_future_state(future, other)

    def _call_check_cancel(destination):  # at 393
        if not destination.cancelled():
            return
        if source_loop is None or source_loop is dest_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):  # at 400
        if dest_loop is None or dest_loop is source_loop:
            if not (dest_loop is not None and destination.cancelled() and dest_loop.is_closed()):
                _set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """A future of a worker thread's as one of asyncio's."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as WorkerFuture
    assert isinstance(future, WorkerFuture), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        from . import events
        loop = events.get_event_loop()
    own = loop.create_future()
    _chain_future(future, own)
    return own
