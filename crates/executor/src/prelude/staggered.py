"""A race of coroutines that start one after the other, each some time after the one before or when that failed."""

from . import events, exceptions, futures, locks, tasks

__all__ = ('staggered_race',)


class _Race:
    """What the runners of a race share."""

    def __init__(self, coro_fns, delay, loop):
        self.left = enumerate(coro_fns)
        self.delay = delay
        self.loop = loop
        self.parent = tasks.current_task(loop)
        self.running = {}
        self.finished = None
        self.winner = (None, None)
        self.failures = []
        self.unexpected = []

    def start(self, previous_failed):
        """The next runner, which may begin at once: it is known to all before its first step."""
        begin = locks.Event()
        task = self.loop.create_task(self.run(begin, previous_failed))
        tasks._add_awaited_by(task, self.parent)
        self.running[task] = None
        task.add_done_callback(self.task_done)
        begin.set()

    def task_done(self, task):
        self.running.pop(task, None)
        tasks._discard_awaited_by(task, self.parent)
        if not self.running and self.finished is not None and not self.finished.done():
            self.finished.set_result(None)
        if not task.cancelled() and (exception := task.exception()) is not None:
            self.unexpected.append(exception)

    async def run(self, begin, previous_failed):
        await begin.wait()  # at 98
        if previous_failed is not None:
            try:
                await tasks.wait_for(previous_failed.wait(), self.delay)  # at 106
            except exceptions.TimeoutError:
                pass
        try:
            place, coro_fn = next(self.left)
        except StopIteration:
            return
        failed = locks.Event()
        self.start(failed)
        self.failures.append(None)
        try:
            result = await coro_fn()  # at 127
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self.failures[place] = exc
            failed.set()
            return
        self.winner = (result, place)
        current = tasks.current_task(self.loop)
        for task in self.running:
            if task is not current:
                task.cancel()


async def staggered_race(coro_fns, delay, *, loop=None):
    """Gives the result of the first that succeeds, its place, and the exceptions of all that began."""
    race = _Race(coro_fns, delay, loop or events.get_running_loop())
    cancelled = None
    race.start(None)
    while race.running:
        race.finished = race.loop.create_future()
        try:
            await race.finished  # at 165
        except exceptions.CancelledError as exc:
            cancelled = exc
            for task in race.running:
                task.cancel(*exc.args)
        race.finished = None
    if race.unexpected:
        raise ExceptionGroup('staggered race failed', race.unexpected)
    if cancelled is not None:
        raise cancelled
    return *race.winner, race.failures
