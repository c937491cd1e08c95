# The handler that keeps what `assertLogs` looks at.

from collections import namedtuple
import logging

_LoggingWatcher = namedtuple('_LoggingWatcher', ['records', 'output'], module='unittest._log')


class _CapturingHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _LoggingWatcher([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


def capturing_handler(level):
    handler = _CapturingHandler()
    handler.setLevel(level)
    handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
    return handler
