"""The call graph of tasks."""

from _asyncio import future_add_to_awaited_by, future_discard_from_awaited_by


class FrameCallGraphEntry:
    """A frame in a call graph."""


class FutureCallGraph:
    """A future with its call stack and the futures that await it."""


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph of a future."""
    return None


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph of a future as text."""
    return ''


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the call graph of a future."""
