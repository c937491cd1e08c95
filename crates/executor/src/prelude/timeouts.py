"""Time limits as context managers."""

from . import events, exceptions, tasks

__all__ = ('Timeout', 'timeout', 'timeout_at')

# What a limit goes through, as it names it in its texts.
_NEW, _ACTIVE, _EXPIRING, _EXPIRED, _FINISHED = 'created', 'active', 'expiring', 'expired', 'finished'


class Timeout:
    """Cancels its body once a moment has passed, and turns that into TimeoutError."""

    def __init__(self, when):
        self._stage = _NEW
        self._when = when
        self._timeout_handler = None
        self._task = None
        # How many cancellations of the task were asked for before, by others.
        self._cancelling = 0

    def __repr__(self):
        limit = ''
        if self._stage == _ACTIVE:
            limit = f' when={None if self._when is None else round(self._when, 3)}'
        return f'<Timeout [{self._stage}]{limit}>'

    def when(self):
        """The deadline on the loop's clock, or None."""
        return self._when

    def expired(self):
        """Whether the deadline has passed while the body ran."""
        return self._stage in (_EXPIRING, _EXPIRED)

    def reschedule(self, when):
        """Moves the deadline."""
        if self._stage == _NEW:
            raise RuntimeError('Timeout has not been entered')
        if self._stage != _ACTIVE:
            raise RuntimeError(f'Cannot change state of {self._stage} Timeout')
        self._when = when
        self._set_alarm(when)

    def _set_alarm(self, when):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        self._timeout_handler = None
        if when is not None:
            loop = events.get_running_loop()
            is_past = when <= loop.time()
            self._timeout_handler = loop.call_soon(self._on_timeout) if is_past else loop.call_at(when, self._on_timeout)

    def _on_timeout(self):
        self._task.cancel()
        self._stage = _EXPIRING
        self._timeout_handler = None

    async def __aenter__(self):
        if self._stage != _NEW:
            raise RuntimeError('Timeout has already been entered')
        self._task = tasks.current_task()
        if self._task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._stage = _ACTIVE
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._set_alarm(None)
        if self._stage == _ACTIVE:
            self._stage = _FINISHED
        elif self._stage == _EXPIRING:
            self._stage = _EXPIRED
            if self._task.uncancel() <= self._cancelling and exc_val is not None:
                # The cancellation was this deadline's and nobody else's.
                self._translate(exc_val)

    def _translate(self, exc):
        """CancelledError becomes TimeoutError: raised where it arrives itself, put in place where others followed."""
        if isinstance(exc, exceptions.CancelledError):
            raise TimeoutError from exc
        inside = exc.exceptions if isinstance(exc, ExceptionGroup) else ()
        for link in (exc, *inside):
            while (earlier := link.__context__) is not None:
                if isinstance(earlier, exceptions.CancelledError):
                    link.__context__ = late = TimeoutError()
                    late.__context__ = late.__cause__ = earlier
                    break
                link = earlier


def timeout(delay):
    """A time limit from now on, in seconds; None for none."""
    loop = events.get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """A time limit on the loop's clock; None for none."""
    return Timeout(when)
