# Values laid out over several lines where one is too narrow.

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from types import MappingProxyType, SimpleNamespace
import sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class _SortKey:
    # Orders whatever is given: by its own order where there is one, else by its type.
    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _item_key(item):
    return _SortKey(item[0]), _SortKey(item[1])


def _seen_again(value):
    return f'<Recursion on {type(value).__name__} with id={id(value)}>'


def _prints_as(value, kind):
    return isinstance(value, kind) and type(value).__repr__ == kind.__repr__


def _words(line):
    # A line in pieces, each with the blanks that follow it.
    pieces, start, blank = [], 0, False
    for index, char in enumerate(line):
        if blank and not char.isspace():
            pieces.append(line[start:index])
            start = index
        blank = char.isspace()
    pieces.append(line[start:])
    return pieces


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth, self._indent_per_level, self._width = depth, indent, width
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sort_dicts = bool(compact), sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        self._open = set()
        return self._lay(object, 0, 0, 0)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    # On one line.

    def format(self, object, context, maxlevels, level):
        kind = type(object)
        if _prints_as(object, int) and kind is not bool:
            return f'{object:_d}' if self._underscore_numbers else repr(object), True, False
        if _prints_as(object, dict):
            ends, pairs = '{}', True
        elif _prints_as(object, list):
            ends, pairs = '[]', False
        elif _prints_as(object, tuple):
            ends, pairs = '()', False
        else:
            text = repr(object)
            plain = kind in (str, bytes, bytearray, float, complex, bool, type(None))
            return text, plain or bool(text) and not text.startswith('<'), False
        if not object:
            return ends, True, False
        if ends == '()' and len(object) == 1:
            ends = ('(', ',)')
        if maxlevels and level >= maxlevels:
            return f'{ends[0]}...{ends[1]}', False, id(object) in context
        if id(object) in context:
            return _seen_again(object), False, True
        context[id(object)] = 1
        readable, recursive, texts = True, False, []
        items = self._pairs(object) if pairs else [(one,) for one in object]
        for item in items:
            parts = [self.format(part, context, maxlevels, level + 1) for part in item]
            texts.append(': '.join([part[0] for part in parts]))
            readable = readable and all([part[1] for part in parts])
            recursive = recursive or any([part[2] for part in parts])
        del context[id(object)]
        return f'{ends[0]}{", ".join(texts)}{ends[1]}', readable, recursive

    def _line(self, value, level):
        return self.format(value, dict.fromkeys(self._open, 1), self._depth, level)[0]

    def _pairs(self, mapping):
        return sorted(mapping.items(), key=_item_key) if self._sort_dicts else list(mapping.items())

    # Over several lines. `indent` is the column where the text begins, `allowance` what must fit after it.

    def _lay(self, value, indent, allowance, level):
        if id(value) in self._open:
            return _seen_again(value)
        line = self._line(value, level)
        if len(line) <= self._width - indent - allowance:
            return line
        layout = _layout_of(value)
        if layout is None:
            return line
        self._open.add(id(value))
        text = layout(self, value, indent, allowance, level + 1)
        self._open.discard(id(value))
        return text

    def _start(self):
        return ' ' * (self._indent_per_level - 1)

    def _rows(self, pairs, indent, allowance, level, join, named=False):
        # `key: value` a row, or `name=value`.
        rows = []
        for number, (key, value) in enumerate(pairs, 1):
            shown = key if named else self._line(key, level)
            room = allowance if number == len(pairs) else 1
            if named and id(value) in self._open:
                rows.append(f'{shown}{join}...')
            else:
                rows.append(shown + join + self._lay(value, indent + len(shown) + len(join), room, level))
        return (',\n' + ' ' * indent).join(rows)

    def _mapping(self, pairs, indent, allowance, level):
        rows = self._rows(pairs, indent + self._indent_per_level, allowance + 1, level, ': ')
        return '{' + self._start() + rows + '}'

    def _items(self, values, indent, allowance, level):
        indent += self._indent_per_level
        edge = ',\n' + ' ' * indent
        widest = left = self._width - indent + 1
        text, same_row = self._start(), False
        values = list(values)
        for number, value in enumerate(values, 1):
            last = number == len(values)
            if self._compact:
                if last:
                    widest -= allowance
                    left -= allowance
                line = self._line(value, level)
                needs = len(line) + 2
                if left < needs:
                    left = widest
                    text += edge if number > 1 else ''
                elif number > 1:
                    text += ', ' if same_row else edge
                same_row = True
                if left >= needs:
                    left -= needs
                    text += line
                    continue
                same_row = False
                text += self._lay(value, indent, allowance if last else 1, level)
                continue
            text += (edge if number > 1 else '') + self._lay(value, indent, allowance if last else 1, level)
        return text

    def _named(self, name, pairs, indent, allowance, level):
        return f'{name}({self._rows(pairs, indent + len(name) + 1, allowance, level, "=", True)})'

    def _string(self, value, indent, allowance, level):
        lines = value.splitlines(True)
        if level == 1:
            indent, allowance = indent + 1, allowance + 1
        width = self._width - indent
        rows = []
        for number, line in enumerate(lines, 1):
            last = number == len(lines)
            if len(repr(line)) <= width - (allowance if last else 0):
                rows.append(repr(line))
                continue
            current, words = '', _words(line)
            for place, word in enumerate(words, 1):
                room = width - (allowance if last and place == len(words) else 0)
                if len(repr(current + word)) > room:
                    rows += [repr(current)] if current else []
                    current = word
                else:
                    current += word
            rows += [repr(current)] if current else []
        if len(rows) == 1:
            return rows[0]
        text = ('\n' + ' ' * indent).join(rows)
        return f'({text})' if level == 1 else text

    def _bytes(self, value, indent, allowance, level):
        if len(value) <= 4:
            return repr(value)
        wrapped = level == 1
        if wrapped:
            indent, allowance = indent + 1, allowance + 1
        width, rows, current = self._width - indent, [], b''
        for start in range(0, len(value), 4):
            part = value[start:start + 4]
            if start == len(value) // 4 * 4:
                width -= allowance
            if len(repr(current + part)) > width:
                rows += [repr(current)] if current else []
                current = part
            else:
                current += part
        rows += [repr(current)] if current else []
        text = ('\n' + ' ' * indent).join(rows)
        return f'({text})' if wrapped else text


def _set(printer, value, indent, allowance, level):
    start, end = ('{', '}') if type(value) is set else (type(value).__name__ + '({', '})')
    values = sorted(value, key=_SortKey)
    return start + printer._items(values, indent + len(start) - 1, allowance + len(end), level) + end


def _ordered(printer, value, indent, allowance, level):
    name = type(value).__name__
    return f'{name}({printer._lay(list(value.items()), indent + len(name) + 1, allowance + 1, level)})'


def _default(printer, value, indent, allowance, level):
    name, factory = type(value).__name__, printer._line(value.default_factory, level)
    indent += len(name) + 1
    rows = printer._mapping(printer._pairs(value), indent, allowance + 1, level) if value else '{}'
    return f'{name}({factory},\n{" " * indent}{rows})'


def _counter(printer, value, indent, allowance, level):
    name = type(value).__name__
    return f'{name}({printer._mapping(value.most_common(), indent + len(name) + 1, allowance + 1, level)})'


def _chain(printer, value, indent, allowance, level):
    name, count = type(value).__name__, len(value.maps)
    indent += len(name) + 1
    rows = [printer._lay(one, indent, allowance + 1 if number == count else 1, level)
            for number, one in enumerate(value.maps, 1)]
    return f'{name}({(",\n" + " " * indent).join(rows)})'


def _deque(printer, value, indent, allowance, level):
    name = type(value).__name__
    indent += len(name) + 1
    if value.maxlen is None:
        return f'{name}([{printer._items(value, indent, allowance + 2, level)}])'
    return f'{name}([{printer._items(value, indent, 2, level)}],\n{" " * indent}maxlen={value.maxlen})'


def _namespace(printer, value, indent, allowance, level):
    name = 'namespace' if type(value) is SimpleNamespace else type(value).__name__
    return printer._named(name, list(value.__dict__.items()), indent, allowance, level)


def _dataclass(printer, value, indent, allowance, level):
    from dataclasses import fields
    pairs = [(one.name, getattr(value, one.name)) for one in fields(value) if one.repr]
    return printer._named(type(value).__name__, pairs, indent, allowance, level)


def _tuple(printer, value, indent, allowance, level):
    end = ',)' if len(value) == 1 else ')'
    return '(' + printer._items(value, indent, allowance + len(end), level) + end


def _within(printer, value, indent, allowance, level):
    return printer._lay(value.data, indent, allowance, level - 1)


_LAYOUTS = (
    (OrderedDict, _ordered),
    (defaultdict, _default),
    (Counter, _counter),
    (dict, lambda p, v, indent, allowance, level: p._mapping(p._pairs(v), indent, allowance, level)),
    (list, lambda p, v, indent, allowance, level: f'[{p._items(v, indent, allowance + 1, level)}]'),
    (tuple, _tuple),
    (set, _set),
    (frozenset, _set),
    (str, PrettyPrinter._string),
    (bytes, PrettyPrinter._bytes),
    (bytearray, lambda p, v, indent, allowance, level:
        f'bytearray({p._bytes(bytes(v), indent + 10, allowance + 1, level + 1)})'),
    (MappingProxyType, lambda p, v, indent, allowance, level:
        f'mappingproxy({p._lay(v.copy(), indent + 13, allowance + 1, level)})'),
    (SimpleNamespace, _namespace),
    (ChainMap, _chain),
    (deque, _deque),
    (UserDict, _within),
    (UserList, _within),
    (UserString, _within),
)


def _layout_of(value):
    for kind, layout in _LAYOUTS:
        if _prints_as(value, kind):
            empty = not isinstance(value, (SimpleNamespace, bytes, bytearray)) and not len(value)
            return None if empty else layout
    params = getattr(type(value), '__dataclass_params__', None)
    if params is not None and params.repr and _repr_was_made(type(value)):
        return _dataclass
    return None


def _repr_was_made(kind):
    # The one that `dataclass` wrote, and not the script's own.
    return getattr(kind.__repr__, '__globals__', {}).get('__name__') == 'dataclasses'


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter().format(object, {}, 0, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
