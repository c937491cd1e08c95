"""`loop._ready` and `loop._scheduled`: what the loop holds in Rust, as the deque and the list that a script expects.
What a script changes there is changed in the loop."""

from collections import deque as _deque
from weakref import ref as _ref


class _List(list):
    """The handles that a loop holds, taken anew for each look and handed back after each change."""

    __slots__ = ('_loop', '_take', '_give')

    def __init__(self, loop, take, give):
        self._loop, self._take, self._give = _ref(loop), take, give

    def _now(self):
        return self._take(self._loop())

    for _name in ('__len__ __iter__ __reversed__ __contains__ __getitem__ __repr__ __add__ __mul__ index count '
                  'copy').split():
        def _look(self, /, *args, _name=_name):
            return getattr(self._now(), _name)(*args)
        locals()[_name] = _look

    for _name in '__eq__ __ne__ __lt__ __le__ __gt__ __ge__'.split():
        def _compare(self, other, /, *, _name=_name):
            return getattr(self._now(), _name)(other._now() if isinstance(other, _List) else other)
        locals()[_name] = _compare

    for _name in '__setitem__ __delitem__ append clear extend insert pop remove reverse sort'.split():
        def _change(self, /, *args, _name=_name, **kwargs):
            items = self._now()
            answer = getattr(items, _name)(*args, **kwargs)
            self._give(self._loop(), items)
            return answer
        locals()[_name] = _change

    def __iadd__(self, other):
        self.extend(other)
        return self

    del _name, _look, _compare, _change
    __hash__ = None


class _Deque(_deque):
    """The same as a deque."""

    __slots__ = ('_list',)

    def __init__(self, loop, take, give):
        self._list = _List(loop, take, give)
        self._limit, self._changes = None, 0

    def copy(self):
        return _deque(self._list)

    __copy__ = copy

    @property
    def _items(self):
        return self._list

    @_items.setter
    def _items(self, items):
        self._list[:] = items


_List.__name__ = _List.__qualname__ = 'list'
_List.__module__ = 'builtins'
_Deque.__name__ = _Deque.__qualname__ = 'deque'
_Deque.__module__ = 'collections'


def of_queue(loop):
    """`loop._ready`"""
    return _Deque(loop, lambda loop: loop._ready_handles, lambda loop, handles: loop._set_ready(handles))


def of_timers(loop):
    """`loop._scheduled`"""
    return _List(loop, lambda loop: loop._scheduled_handles, lambda loop, handles: loop._set_scheduled(handles))
