"""Pools that need more than this machine has."""

from ._base import Executor


class ProcessPoolExecutor(Executor):
    """There is one process."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError('Loopglass shows one process; use ThreadPoolExecutor for work on another thread')


class InterpreterPoolExecutor(Executor):
    """There is one interpreter."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError('Loopglass shows one interpreter; use ThreadPoolExecutor for work on another thread')
