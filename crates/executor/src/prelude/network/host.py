"""What the network inside the machine takes from around it: the clock, waiting, and the numbers of errors."""

from _asyncio import _clock as now, _get_running_loop, _has_arrivals, _in_worker, _is_patient, _waits_forever
from _workers import block as _block, wait_in_loop as _wait_in_loop, wake


def number(name, linux):
    """The number of an error: Linux's."""
    return linux


def wait(key, until):
    """Waits until something may have changed; False at the deadline, None where nothing can change any more."""
    if until is not None and now() >= until:
        return False
    if until is None and not _in_worker() and not _has_arrivals():
        return None
    _block(key, until)
    return True


def select(epoll, until):
    """Waits until something that is watched is ready, or to the deadline."""
    while not epoll.is_ready():
        if until is not None and now() >= until:
            return
        if _is_patient() and (loop := _get_running_loop()) is not None:
            _wait_in_loop(loop, until, epoll)
            return
        if until is None and not _in_worker() and not _has_arrivals():
            _waits_forever()
        _block(epoll, until)
        if _get_running_loop() is not None:
            # What a worker has done wakes a loop.
            return
