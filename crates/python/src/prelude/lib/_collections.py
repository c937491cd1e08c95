# Double-ended queues, on lists: taking from the front moves what is behind, which is quick enough.

from _build import __class_getitem__ as _class_getitem


class deque:
    __module__ = 'collections'
    __abc_tpflags__ = 1 << 5
    __slots__ = ('_items', '_limit', '_changes', '__weakref__')
    __class_getitem__ = classmethod(_class_getitem)

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._items = []
        self._limit = maxlen
        self._changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._limit

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def __reduce__(self):
        start = () if self._limit is None else ((), self._limit)
        return type(self), start, getattr(self, '__dict__', None) or None, iter(self)

    def append(self, x, /):
        self._items.append(x)
        self._changes += 1
        if self._limit is not None and len(self._items) > self._limit:
            del self._items[0]

    def appendleft(self, x, /):
        self._items.insert(0, x)
        self._changes += 1
        if self._limit is not None and len(self._items) > self._limit:
            self._items.pop()

    def pop(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        self._changes += 1
        return self._items.pop(0)

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        items = self._items
        limit = self._limit
        self._changes += 1
        if limit is None:
            items.extend(iterable)
            return
        for item in iterable:
            items.append(item)
            if len(items) > limit:
                del items[0]

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)

    def rotate(self, n=1, /):
        items = self._items
        from operator import index
        n = index(n)
        self._changes += 1
        if len(items) > 1:
            n %= len(items)
            if n:
                items[:] = items[-n:] + items[:-n]

    def clear(self):
        self._changes += 1
        self._items.clear()

    def copy(self):
        return type(self)(self, self._limit)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return type(self)([deepcopy(item, memo) for item in self], self._limit)

    def count(self, value, /):
        return self._items.count(value)

    def index(self, x, start=0, stop=None, /):
        try:
            return self._items.index(x, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError('deque.index(x): x not in deque') from None

    def insert(self, index, value, /):
        if self._limit is not None and len(self._items) >= self._limit:
            raise IndexError('deque already at its maximum size')
        self._changes += 1
        self._items.insert(index, value)

    def remove(self, value, /):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError('deque.remove(x): x not in deque') from None
        self._changes += 1

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __contains__(self, value):
        return value in self._items

    def __iter__(self):
        return _forwards(self, self._items, self._changes)

    def __reversed__(self):
        return _backwards(self, self._items, self._changes)

    def _place(self, index):
        if not hasattr(index, '__index__'):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        return index

    def __getitem__(self, index):
        try:
            return self._items[self._place(index)]
        except IndexError:
            raise IndexError('deque index out of range') from None

    def __setitem__(self, index, value):
        try:
            self._items[self._place(index)] = value
        except IndexError:
            raise IndexError('deque index out of range') from None

    def __delitem__(self, index):
        try:
            del self._items[self._place(index)]
        except IndexError:
            raise IndexError('deque index out of range') from None
        self._changes += 1

    def __repr__(self):
        if id(self) in _shown_now:
            return '[...]'
        _shown_now.append(id(self))
        try:
            shown = repr(self._items)
        finally:
            _shown_now.pop()
        limit = '' if self._limit is None else f', maxlen={self._limit}'
        return f'{type(self).__name__}({shown}{limit})'

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items == other._items

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return bool(self._items < other._items)

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return bool(self._items <= other._items)

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return bool(self._items > other._items)

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return bool(self._items >= other._items)

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return type(self)(self._items * count, self._limit)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items[:] = (self._items * count)[-self._limit if self._limit else 0:]
        return self


def _forwards(owner, items, changes):
    index = 0
    while index < len(items) or changes != owner._changes:
        if changes != owner._changes:
            raise RuntimeError('deque mutated during iteration')
        yield items[index]
        index += 1


def _backwards(owner, items, changes):
    index = len(items)
    while index:
        if changes != owner._changes:
            raise RuntimeError('deque mutated during iteration')
        index -= 1
        yield items[index]


_shown_now = []
