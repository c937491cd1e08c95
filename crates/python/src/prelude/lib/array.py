# Arrays of numbers of one kind.

from types import GenericAlias

typecodes = 'bBuwhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4,
          'd': 8}
_WORDS = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
          'i': 'signed integer', 'I': 'unsigned int', 'l': 'signed long', 'L': 'unsigned long'}


class array:
    __abc_tpflags__ = 1 << 5
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode, self.itemsize, self._items = typecode, _SIZES[typecode], []
        if isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        code = self.typecode
        if code in 'uw':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be a unicode character, not ' + type(value).__name__)
            return value
        if code in 'fd':
            if not isinstance(value, (int, float)) and not hasattr(type(value), '__float__'):
                raise TypeError(f'must be real number, not {type(value).__name__}')
            value = float(value)
            return _single(value) if code == 'f' else value
        if isinstance(value, float) or not hasattr(type(value), '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = value.__index__()
        bits = 8 * self.itemsize
        low, high = (0, 2 ** bits - 1) if code.isupper() else (-2 ** (bits - 1), 2 ** (bits - 1) - 1)
        if not low <= value <= high:
            if self.itemsize < 4:
                side = 'less than minimum' if value < low else 'greater than maximum'
                raise OverflowError(f'{_WORDS[code]} is {side}')
            raise OverflowError('Python int too large to convert to C ' + _WORDS.get(code, 'long'))
        return value

    def append(self, v, /):
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items += bb._items
            return
        for one in bb:
            self.append(one)

    fromlist = fromunicode = extend

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('pop index out of range')
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(v)

    def index(self, v, start=0, stop=None, /):
        stop = len(self._items) if stop is None else stop
        for place in range(*slice(start, stop).indices(len(self._items))):
            if self._items[place] == v:
                return place
        raise ValueError('array.index(x): x not in array')

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def tolist(self):
        return list(self._items)

    def tounicode(self):
        if self.typecode not in 'uw':
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return ''.join(self._items)

    def _pack(self):
        import struct
        return struct, f'<{len(self._items)}{self.typecode.replace("l", "q").replace("L", "Q")}'

    def tobytes(self):
        if self.typecode in 'uw':
            return b''.join([ord(one).to_bytes(4, 'little') for one in self._items])
        if self.typecode in 'fd':
            struct, pattern = self._pack()
            return struct.pack(pattern, *self._items)
        signed = self.typecode.islower()
        return b''.join([one.to_bytes(self.itemsize, 'little', signed=signed) for one in self._items])

    def __buffer__(self, flags, /):
        return memoryview(self.tobytes())

    def frombytes(self, buffer, /):
        size = self.itemsize
        if len(buffer) % size:
            raise ValueError('bytes length not a multiple of item size')
        parts = [bytes(buffer[start:start + size]) for start in range(0, len(buffer), size)]
        if self.typecode in 'fd':
            import struct
            self._items += [struct.unpack('<' + self.typecode, part)[0] for part in parts]
        elif self.typecode in 'uw':
            self._items += [chr(int.from_bytes(part, 'little')) for part in parts]
        else:
            signed = self.typecode.islower()
            self._items += [int.from_bytes(part, 'little', signed=signed) for part in parts]

    def byteswap(self):
        data, size = self.tobytes(), self.itemsize
        self._items = []
        self.frombytes(b''.join([data[start:start + size][::-1] for start in range(0, len(data), size)]))

    def buffer_info(self):
        return id(self), len(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def _made(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._made(self._items[index])
        self._in_range(index, 'array index out of range')
        return self._items[index]

    def _in_range(self, index, said):
        if not hasattr(type(index), '__index__'):
            raise TypeError('array indices must be integers')
        if not -len(self._items) <= index < len(self._items):
            raise IndexError(said)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._items[index] = value._items
            return
        self._in_range(index, 'array assignment index out of range')
        self._items[index] = self._checked(value)

    def __delitem__(self, index):
        if not isinstance(index, slice):
            self._in_range(index, 'array assignment index out of range')
        del self._items[index]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._made(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._made(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def _against(self, other, compare):
        return compare(self._items, other._items) if isinstance(other, array) else NotImplemented

    def __eq__(self, other):
        return self._against(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._against(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._against(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._against(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._against(other, lambda a, b: a >= b)

    __hash__ = None

    def __copy__(self):
        return self._made(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __repr__(self):
        if not self._items:
            return f'array({self.typecode!r})'
        shown = ''.join(self._items) if self.typecode in 'uw' else self._items
        return f'array({self.typecode!r}, {shown!r})'


ArrayType = array


def _single(value):
    # The nearest number of 24 significant bits.
    import math
    if value == 0 or math.isinf(value) or math.isnan(value):
        return value
    mantissa, exponent = math.frexp(value)
    bits = 24 if exponent > -126 else 24 + 125 + exponent
    if bits < 0:
        return math.copysign(0.0, value)
    rounded = math.ldexp(round(math.ldexp(mantissa, bits)), exponent - bits)
    return math.copysign(math.inf, value) if abs(rounded) > 3.4028234663852886e38 else rounded
