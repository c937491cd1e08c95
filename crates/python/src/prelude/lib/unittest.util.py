# Texts about values and classes that the other modules of the package share.

from collections import Counter, namedtuple

_WIDTH = 80

_Mismatch = namedtuple('Mismatch', 'actual expected value', module='unittest.util')


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _WIDTH:
        return text[:_WIDTH] + ' [truncated]...'
    return text


def _folded(text, head, tail):
    # The middle gives way to its length where that is shorter.
    left_out = len(text) - head - tail
    if left_out <= 12:
        return text
    return f'{text[:head]}[{left_out} chars]{text[len(text) - tail:]}'


def _common_shorten_repr(*values):
    texts = [safe_repr(value) for value in values]
    longest = max([len(text) for text in texts])
    if longest <= _WIDTH:
        return tuple(texts)
    shared = 0
    for column in zip(*texts):
        if len(set(column)) > 1:
            break
        shared += 1
    start = texts[0][:shared]
    room = _WIDTH - (longest - shared) - 5 - 12
    if room > 5:
        start = _folded(start, 5, room)
        return tuple([start + text[shared:] for text in texts])
    start = _folded(start, 5, 5)
    return tuple([start + _folded(text[shared:], _WIDTH - 39, 5) for text in texts])


def _count_differences(actual, expected):
    # The elements that are there more often on one side, with both counts.
    try:
        here, there = Counter(actual), Counter(expected)
    except TypeError:
        return _count_slowly(list(actual), list(expected))
    found = [_Mismatch(count, there.get(value, 0), value) for value, count in here.items()
             if there.get(value, 0) != count]
    found += [_Mismatch(0, count, value) for value, count in there.items() if value not in here]
    return found


def _count_slowly(actual, expected):
    found = []
    while actual:
        value = actual[0]
        kept, others = [one for one in actual if one != value], [one for one in expected if one != value]
        counts = len(actual) - len(kept), len(expected) - len(others)
        if counts[0] != counts[1]:
            found.append(_Mismatch(*counts, value))
        actual, expected = kept, others
    while expected:
        value = expected[0]
        kept = [one for one in expected if one != value]
        found.append(_Mismatch(0, len(expected) - len(kept), value))
        expected = kept
    return found


def three_way_cmp(x, y):
    return (x > y) - (x < y)
