"""Work on other threads, as workers on virtual time."""

from contextvars import copy_context

from . import events

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):  # at 12
    """Runs a function on a worker, in a copy of the context, and awaits its result."""
    loop = events.get_running_loop()
    context = copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))  # at 25
