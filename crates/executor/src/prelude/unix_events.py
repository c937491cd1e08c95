"""The loop class of Unix, and its policy, under the name of CPython's module."""

from .base_events import EventLoop, SelectorEventLoop, _UnixSelectorEventLoop
from .events import _DefaultEventLoopPolicy as _UnixDefaultEventLoopPolicy

__all__ = ('SelectorEventLoop', 'EventLoop')

_DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
