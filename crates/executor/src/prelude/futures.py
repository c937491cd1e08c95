"""Futures, as far as they are not in Rust."""

from _asyncio import Future, isfuture

__all__ = ('Future', 'wrap_future', 'isfuture')


def wrap_future(future, *, loop=None):
    """A future of another thread's as one of asyncio's."""
    if isfuture(future):
        return future
    from . import events
    if loop is None:
        loop = events.get_event_loop()
    own = loop.create_future()

    def transfer(source):
        loop.call_soon_threadsafe(_copy_state, source, own)

    future.add_done_callback(transfer)
    return own


def _copy_state(source, target):
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
    elif (exception := source.exception()) is not None:
        target.set_exception(exception)
    else:
        target.set_result(source.result())
