# Binary heaps in lists, with the comparisons in the order in which CPython makes them.

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'heappushpop', 'heappush_max', 'heappop_max', 'heapify_max',
           'heapreplace_max', 'heappushpop_max', 'nlargest', 'nsmallest', 'merge']


def _towards_root(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _towards_leaves(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _towards_root(heap, start, at)


def _check(heap, function):
    if not isinstance(heap, list):
        raise TypeError(f"{function} must be list, not {type(heap).__name__}")


def heappush(heap, item, /):
    _check(heap, 'heappush() argument 1')
    heap.append(item)
    _towards_root(heap, 0, len(heap) - 1)


def heappop(heap, /):
    _check(heap, 'heappop() argument')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _towards_leaves(heap, 0)
    return top


def heapreplace(heap, item, /):
    _check(heap, 'heapreplace() argument 1')
    if not heap:
        raise IndexError('index out of range')
    top = heap[0]
    heap[0] = item
    _towards_leaves(heap, 0)
    return top


def heappushpop(heap, item, /):
    _check(heap, 'heappushpop() argument 1')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _towards_leaves(heap, 0)
    return item


def heapify(heap, /):
    _check(heap, 'heapify() argument')
    for at in reversed(range(len(heap) // 2)):
        _towards_leaves(heap, at)


def _greater_towards_root(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _smaller_towards_leaves(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _greater_towards_root(heap, start, at)


def heapify_max(heap, /):
    _check(heap, 'heapify_max() argument')
    for at in reversed(range(len(heap) // 2)):
        _smaller_towards_leaves(heap, at)


def heappush_max(heap, item, /):
    _check(heap, 'heappush_max() argument 1')
    heap.append(item)
    _greater_towards_root(heap, 0, len(heap) - 1)


def heappop_max(heap, /):
    _check(heap, 'heappop_max() argument')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _smaller_towards_leaves(heap, 0)
    return top


def heapreplace_max(heap, item, /):
    _check(heap, 'heapreplace_max() argument 1')
    if not heap:
        raise IndexError('index out of range')
    top = heap[0]
    heap[0] = item
    _smaller_towards_leaves(heap, 0)
    return top


def heappushpop_max(heap, item, /):
    _check(heap, 'heappushpop_max() argument 1')
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _smaller_towards_leaves(heap, 0)
    return item


class _Head:
    __slots__ = ('key', 'order', 'value', 'rest', 'descending')

    def __init__(self, key, order, value, rest, descending):
        self.key, self.order, self.value, self.rest, self.descending = key, order, value, rest, descending

    def __lt__(self, other):
        if self.descending:
            if other.key < self.key:
                return True
            return not self.key < other.key and self.order < other.order
        if self.key < other.key:
            return True
        return not other.key < self.key and self.order < other.order


def merge(*iterables, key=None, reverse=False):
    heap = []
    for order, iterable in enumerate(iterables):
        rest = iter(iterable)
        for value in rest:
            heap.append(_Head(value if key is None else key(value), order, value, rest, reverse))
            break
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.value
        for value in head.rest:
            head.value = value
            head.key = value if key is None else key(value)
            heapreplace(heap, head)
            break
        else:
            heappop(heap)


def _few(n, iterable, key, sign, heapify, replace):
    # The n first in order, in a heap whose top is the one to go: each is kept with its rank and its place.
    if n == 1:
        found = (min if sign > 0 else max)(iterable, key=key, default=_few)
        return [] if found is _few else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=sign < 0)[:n]
    rest = iter(iterable)
    kept = [(item if key is None else key(item), sign * place, item) for place, item in zip(range(n), rest)]
    if not kept:
        return []
    heapify(kept)
    edge, place = kept[0][0], n
    for item in rest:
        rank = item if key is None else key(item)
        if rank < edge if sign > 0 else edge < rank:
            replace(kept, (rank, sign * place, item))
            edge = kept[0][0]
            place += 1
    kept.sort(reverse=sign < 0)
    return [item for rank, place, item in kept]


def nsmallest(n, iterable, key=None):
    return _few(n, iterable, key, 1, heapify_max, heapreplace_max)


def nlargest(n, iterable, key=None):
    return _few(n, iterable, key, -1, heapify, heapreplace)


_heappop_max, _heapify_max, _heapreplace_max = heappop_max, heapify_max, heapreplace_max
