# Ranges with a bound or a step beyond 64 bits. The others are in Rust.

import builtins
import sys

_plain = builtins.range


class range:
    __module__ = 'builtins'
    __slots__ = ('start', 'stop', 'step', '_length')

    def __init__(self, start, stop, step):
        self.start, self.stop, self.step = start, stop, step
        last = stop - 1 if step > 0 else stop + 1
        self._length = max(0, (last - start) // step + 1)

    @property
    def __class__(self):
        return _plain

    def __len__(self):
        if self._length > sys.maxsize:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self._length

    def __bool__(self):
        return self._length > 0

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._slice(index)
        if not hasattr(type(index), '__index__'):
            raise TypeError(f'range indices must be integers or slices, not {type(index).__name__}')
        index = index.__index__()
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError('range object index out of range')
        return self.start + index * self.step

    def _slice(self, part):
        step = 1 if part.step is None else part.step.__index__()
        if step == 0:
            raise ValueError('slice step cannot be zero')
        low, high = (0, self._length) if step > 0 else (-1, self._length - 1)
        bounds = []
        for bound, default in ((part.start, low if step > 0 else high), (part.stop, high if step > 0 else low)):
            if bound is None:
                bounds.append(default)
                continue
            bound = bound.__index__()
            if bound < 0:
                bound += self._length
            bounds.append(min(max(bound, low), high))
        first, last = bounds
        return _plain(self.start + first * self.step, self.start + last * self.step, self.step * step)

    def __iter__(self):
        value, step, left = self.start, self.step, self._length
        while left:
            yield value
            value += step
            left -= 1

    def __reversed__(self):
        return iter(_plain(self.start + (self._length - 1) * self.step, self.start - self.step, -self.step))

    def _place(self, value):
        if isinstance(value, int):
            place, rest = divmod(value - self.start, self.step)
            return place if rest == 0 and 0 <= place < self._length else None
        for place, one in enumerate(self):
            if one == value:
                return place
        return None

    def __contains__(self, value):
        return self._place(value) is not None

    def count(self, value, /):
        return 0 if self._place(value) is None else 1

    def index(self, value, /):
        place = self._place(value)
        if place is None:
            raise ValueError('range.index(x): x not in range' if isinstance(value, int)
                             else 'sequence.index(x): x not in sequence')
        return place

    def _key(self):
        if self._length == 0:
            return 0, None, None
        return self._length, self.start, None if self._length == 1 else self.step

    def __eq__(self, other):
        if not isinstance(other, _plain):
            return NotImplemented
        if type(other) is _plain:
            other = range(other.start, other.stop, other.step)
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return _plain, (self.start, self.stop, self.step)

    def __repr__(self):
        steps = '' if self.step == 1 else f', {self.step!r}'
        return f'range({self.start!r}, {self.stop!r}{steps})'
