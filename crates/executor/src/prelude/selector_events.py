"""The loop class with a selector, under the name of CPython's module."""

from .base_events import BaseSelectorEventLoop

__all__ = ('BaseSelectorEventLoop',)
