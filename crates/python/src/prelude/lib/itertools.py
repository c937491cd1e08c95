# Lazy iterators, as classes with the names and the behaviour of CPython's.

from operator import index as _index

_missing = object()


class count:
    def __init__(self, start=0, step=1):
        for number in (start, step):
            if isinstance(number, (str, bytes, list, tuple)) or not hasattr(number, '__add__'):
                raise TypeError('a number is required')
        self._next, self._step = int(start) if start is True or start is False else start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'


class _Lazy:
    # An iterator on a generator: its class gives the name and the generator the values. What a generator hands out it
    # does not keep: it comes out of a list, for a name would hold it until the next is asked for.
    __slots__ = ('_values', '_next')

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return self._next()
        except RuntimeError as error:
            # A function that raises StopIteration ends the iterator; only of a generator it is an error.
            if error.args == ('generator raised StopIteration',) and isinstance(error.__cause__, StopIteration):
                raise error.__cause__ from None
            raise

    def __init__(self, *args, **kwargs):
        self._next = self._run(*args, **kwargs).__next__


class cycle(_Lazy):
    def __init__(self, iterable, /):
        self._next = self._run(iter(iterable)).__next__

    @staticmethod
    def _run(values):
        saved = []
        for value in values:
            saved.append(value)
            yield value
        while saved:
            yield from saved


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(_index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._left})'


class accumulate(_Lazy):
    def __init__(self, iterable, func=None, *, initial=None):
        self._next = self._run(iter(iterable), func, initial).__next__

    @staticmethod
    def _run(values, func, total):
        if total is None:
            for total in values:
                break
            else:
                return
        yield total
        for value in values:
            total = total + value if func is None else func(total, value)
            yield total


class batched(_Lazy):
    def __init__(self, iterable, n, *, strict=False):
        n = _index(n)
        if n < 1:
            raise ValueError('n must be at least one')
        self._next = self._run(iter(iterable), n, strict).__next__

    @staticmethod
    def _run(values, n, strict):
        batch, held = [], []
        for value in values:
            batch.append(value)
            del value
            if len(batch) == n:
                held.append(tuple(batch))
                batch = []
                yield held.pop()
        if batch:
            if strict:
                raise ValueError('batched(): incomplete batch')
            held.append(tuple(batch))
            del batch
            yield held.pop()


class chain(_Lazy):
    def __init__(self, /, *iterables):
        self._next = self._run(iterables).__next__

    @staticmethod
    def _run(iterables):
        for iterable in iterables:
            yield from _plain(iterable)

    @classmethod
    def from_iterable(cls, iterable, /):
        made = cls()
        made._next = cls._run(iter(iterable)).__next__
        return made


def _plain(iterable):
    # An iterator for `yield from`, which would close what has a `close`.
    iterator = iter(iterable)
    return _each(iterator) if hasattr(iterator, 'close') else iterator


def _each(values):
    held = []
    for value in values:
        held.append(value)
        del value
        yield held.pop()


class compress(_Lazy):
    def __init__(self, data, selectors):
        self._next = self._run(iter(data), iter(selectors)).__next__

    @staticmethod
    def _run(data, selectors):
        held = []
        for value, selected in zip(data, selectors):
            if selected:
                held.append(value)
            del value
            if held:
                yield held.pop()


class dropwhile(_Lazy):
    def __init__(self, predicate, iterable, /):
        self._next = self._run(predicate, iter(iterable)).__next__

    @staticmethod
    def _run(predicate, values):
        held = []
        for value in values:
            if not predicate(value):
                held.append(value)
                del value
                yield held.pop()
                break
        yield from _plain(values)


class takewhile(_Lazy):
    def __init__(self, predicate, iterable, /):
        self._next = self._run(predicate, iter(iterable)).__next__

    @staticmethod
    def _run(predicate, values):
        held = []
        for value in values:
            if not predicate(value):
                break
            held.append(value)
            del value
            yield held.pop()


class filterfalse(_Lazy):
    def __init__(self, function, iterable, /):
        self._next = self._run(function, iter(iterable)).__next__

    @staticmethod
    def _run(function, values):
        held = []
        for value in values:
            if not (value if function is None else function(value)):
                held.append(value)
            del value
            if held:
                yield held.pop()


class starmap(_Lazy):
    def __init__(self, function, iterable, /):
        self._next = self._run(function, iter(iterable)).__next__

    @staticmethod
    def _run(function, values):
        held = []
        for args in values:
            held.append(function(*tuple(args)))
            del args
            yield held.pop()


class pairwise(_Lazy):
    def __init__(self, iterable, /):
        self._next = self._run(iter(iterable)).__next__

    @staticmethod
    def _run(values):
        for last in values:
            break
        for value in values:
            # This one keeps its last pair until there is another.
            pair = last, value
            last = value
            yield pair


def _whole(value):
    return value if value is None or type(value) is int or not hasattr(value, '__index__') else value.__index__()


class islice(_Lazy):
    def __init__(self, iterable, stop, /, *args):
        if len(args) > 2:
            raise TypeError(f'islice expected at most 4 arguments, got {len(args) + 2}')
        args = (stop, *args)
        bounds = slice(*args)
        start, stop, step = [_whole(one) for one in (bounds.start, bounds.stop, bounds.step)]
        for value in (stop, start):
            if value is not None and (not hasattr(value, '__index__') or value < 0):
                if value is stop:
                    raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
                raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if step is not None and (not hasattr(step, '__index__') or step < 1):
            raise ValueError('Step for islice() must be a positive integer or None.')
        self._next = self._run(iter(iterable), start or 0, stop, step or 1).__next__

    @staticmethod
    def _run(values, start, stop, step):
        index = 0
        wanted = start
        held = []
        while stop is None or index < stop:
            for value in values:
                break
            else:
                return
            if index == wanted:
                wanted += step
                held.append(value)
            index += 1
            del value
            if held:
                yield held.pop()


class zip_longest(_Lazy):
    def __init__(self, *iterables, fillvalue=None):
        self._next = self._run([iter(one) for one in iterables], fillvalue).__next__

    @staticmethod
    def _run(iterators, fillvalue):
        left = len(iterators)
        # The last row is kept; its values go one by one as others come.
        row = [None] * left
        while left:
            for index, iterator in enumerate(iterators):
                value = fillvalue
                if iterator is not None:
                    for value in iterator:
                        break
                    else:
                        left -= 1
                        iterators[index] = None
                        if not left:
                            return
                        value = fillvalue
                row[index] = value
                del value
            yield tuple(row)


class groupby:
    def __init__(self, iterable, key=None):
        self._values = iter(iterable)
        self._key = key
        self._wanted = self._current_key = self._current = _missing
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        try:
            value = next(self._values)
        except StopIteration:
            # What it carries goes no further.
            raise StopIteration from None
        key = value if self._key is None else self._key(value)
        self._current, self._current_key = value, key

    def __next__(self):
        # A group that was not read to its end is passed over; what comes after a group is asked for at the latest.
        self._group = None
        while self._current_key is _missing or self._wanted is not _missing and _same(self._wanted, self._current_key):
            self._advance()
        self._wanted = self._current_key
        self._group = _grouper(self, self._wanted)
        return self._wanted, self._group


def _same(one, other):
    return one is other or one == other


class _grouper:
    __module__ = 'itertools'

    def __init__(self, parent, wanted):
        self._parent, self._wanted = parent, wanted

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._current is _missing:
            parent._advance()
        if not _same(self._wanted, parent._current_key):
            raise StopIteration
        value = parent._current
        parent._current = _missing
        return value


class product(_Lazy):
    def __init__(self, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self._next = self._run([tuple(one) for one in iterables] * repeat).__next__

    @staticmethod
    def _run(pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[place] for pool, place in zip(pools, places)])
            for index in reversed(range(len(pools))):
                places[index] += 1
                if places[index] < len(pools[index]):
                    break
                places[index] = 0
            else:
                return


class permutations(_Lazy):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError('Expected int as r')
        if r < 0:
            raise ValueError('r must be non-negative')
        self._next = self._run(pool, r).__next__

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        order = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple([pool[index] for index in order[:r]])
        while n:
            for place in reversed(range(r)):
                cycles[place] -= 1
                if cycles[place] == 0:
                    order[place:] = order[place + 1:] + order[place:place + 1]
                    cycles[place] = n - place
                else:
                    other = n - cycles[place]
                    order[place], order[other] = order[other], order[place]
                    yield tuple([pool[index] for index in order[:r]])
                    break
            else:
                return


def _combinations(pool, r, again):
    n = len(pool)
    if not again and r > n or not n and r:
        return
    places = [0] * r if again else list(range(r))
    while True:
        yield tuple([pool[place] for place in places])
        for index in reversed(range(r)):
            if places[index] != (n - 1 if again else index + n - r):
                break
        else:
            return
        places[index] += 1
        for later in range(index + 1, r):
            places[later] = places[index] if again else places[later - 1] + 1


class combinations(_Lazy):
    def __init__(self, iterable, r):
        r = _index(r)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._next = _combinations(tuple(iterable), r, False).__next__


class combinations_with_replacement(_Lazy):
    def __init__(self, iterable, r):
        r = _index(r)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._next = _combinations(tuple(iterable), r, True).__next__


class _tee:
    def __init__(self, values, link):
        self._values, self._link = values, link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            try:
                link[0] = next(self._values)
            except StopIteration:
                raise StopIteration from None
            link[1] = [None, None]
        value, self._link = link
        return value

    def __copy__(self):
        return _tee(self._values, self._link)


def tee(iterable, n=2, /):
    n = _index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    first = iterable if isinstance(iterable, _tee) else _tee(iter(iterable), [None, None])
    return (first,) + tuple([first.__copy__() for _ in range(n - 1)])
