"""What locks and queues have in common: the loop that they belong to, and a place in the trace."""

from _asyncio import _Primitive

from . import events


class _LoopBoundMixin(_Primitive):
    """Belongs to the loop in which somebody first had to wait for it."""

    _loop = None

    def _get_loop(self):
        running = events._get_running_loop()
        if self._loop is None:
            self._loop = running
        elif self._loop is not running:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return running

    def _join_line(self, line):
        """A new future at the end of a line of waiters."""
        waiter = self._get_loop().create_future()
        line.append(waiter)
        self._waiter_added(waiter)
        return waiter

    def _leave_line(self, line, waiter):
        line.remove(waiter)
        self._waiter_removed(waiter)

    def _describe(self, state, line):
        """The `repr` of an object with a state and, where there are any, waiters."""
        if line:
            state = f'{state}, waiters:{len(line)}'
        return f'<{object.__repr__(self)[1:-1]} [{state}]>'
