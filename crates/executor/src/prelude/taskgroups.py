"""Task groups (structured concurrency)."""

from . import events, exceptions, tasks

__all__ = ('TaskGroup',)


def _exits(exc):
    """Whether it ends the program, and so goes past the group alone."""
    return isinstance(exc, (SystemExit, KeyboardInterrupt))


class TaskGroup:
    """Tasks that end together: the group waits for all, and one failure cancels the others.

    A group is 'new', then 'entered', 'leaving' while its block is over but not its tasks, and 'over'. At any time
    it may begin to abort: then it takes no more tasks, and those that it has are cancelled.
    """

    def __init__(self):
        self._stage = 'new'
        self._aborting = False
        self._loop = None
        self._parent_task = None
        # Whether the parent was cancelled by the group, to get it out of its block.
        self._parent_cancel_requested = False
        # The tasks that are not done, in order of creation.
        self._tasks = {}
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        parts = ['<TaskGroup']
        parts += [f'{name}={len(all)}' for name, all in (('tasks', self._tasks), ('errors', self._errors)) if all]
        if self._aborting:
            parts.append('cancelling')
        elif self._stage != 'new':
            parts.append('entered')
        return ' '.join(parts) + '>'

    async def __aenter__(self):
        if self._stage != 'new':
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._stage = 'entered'
        return self

    async def __aexit__(self, et, exc, tb):
        tb = None
        try:
            return await self._aexit(et, exc)  # at 72
        finally:
            # What was raised holds on to this frame: nothing here may hold on to it in turn.
            self._parent_task = self._base_error = exc = None
            self._errors = ()

    async def _aexit(self, et, exc):
        self._stage = 'leaving'
        cancellation = exc if isinstance(exc, exceptions.CancelledError) else None
        if exc is not None:
            if self._base_error is None and _exits(exc):
                self._base_error = exc
            self._abort()
        while self._tasks:
            self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut  # at 121
            except exceptions.CancelledError as outside:
                if not self._aborting:
                    cancellation = outside
                    self._abort()
            self._on_completed_fut = None
        self._stage = 'over'
        try:
            if self._base_error is not None:
                raise self._base_error
            if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
                # Nobody but the group wanted the parent cancelled.
                cancellation = None
            if cancellation is not None and not self._errors:
                raise cancellation
            if exc is not None and not isinstance(exc, exceptions.CancelledError):
                self._errors.append(exc)
            if self._errors:
                if self._parent_task.cancelling():
                    # Somebody else's cancellation is delivered again at the parent's next await.
                    self._parent_task.uncancel()
                    self._parent_task.cancel()
                raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None
        finally:
            exc = cancellation = None

    def create_task(self, coro, **kwargs):
        """Starts a task in the group."""
        if refusal := self._refusal():
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} {refusal}')
        task = self._loop.create_task(coro, **kwargs)  # at 196
        tasks._add_awaited_by(task, self._parent_task)
        # A task that is done already is treated as the others: what follows from its failure comes by the loop.
        self._tasks[task] = None
        task.add_done_callback(self._on_task_done)
        return task

    def _refusal(self):
        """Why no task can be started, if so."""
        if self._stage == 'new':
            return 'has not been entered'
        if self._stage == 'over' or self._stage == 'leaving' and not self._tasks:
            return 'is finished'
        return 'is shutting down' if self._aborting else None

    def _abort(self):
        if not self._aborting:
            self._aborting = True
            for task in self._tasks:
                if not task.done():
                    task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        tasks._discard_awaited_by(task, self._parent_task)
        if not self._tasks and self._on_completed_fut is not None and not self._on_completed_fut.done():
            self._on_completed_fut.set_result(True)
        if not task.cancelled() and (exc := task.exception()) is not None:
            self._failed(task, exc)

    def _failed(self, task, exc):
        self._errors.append(exc)
        if self._base_error is None and _exits(exc):
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent task {self._parent_task} is already '
                           'completed',
                'exception': exc,
                'task': task,
            })
        elif not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
