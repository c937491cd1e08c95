"""Work on other threads, as workers on virtual time."""


async def to_thread(func, /, *args, **kwargs):
    """Runs a function on a worker and awaits its result."""
    from contextvars import copy_context
    from functools import partial
    from .events import get_running_loop
    loop = get_running_loop()
    context = copy_context()
    return await loop.run_in_executor(None, partial(context.run, func, *args, **kwargs))
