# What the built-in functions and types leave to Python: loops that call back into script code. Every function
# here stands alone (no defaults, no closures, no statements but `def`): each is taken from this file by its name
# when it is first needed.


def any_of(iterable):
    for item in iterable:
        if item:
            return True
    return False


def all_of(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def keys_of(key, items):
    return [key(item) for item in items]


def sum_of(iterator, total, item):
    total = total + item
    for item in iterator:
        total = total + item
    return total


async def waiting_for(awaitable):
    return await awaitable


def call_with_each(function, items):
    for item in items:
        function(item)


def set_items(dict, rows):
    for key, value in rows:
        dict[key] = value


def swap_items(items, pairs):
    for one, other in pairs:
        items[one], items[other] = items[other], items[one]


def items_at(sequence, places):
    return [sequence[place] for place in places]


def extreme_of(items, key, greatest, empty):
    found = False
    for item in items:
        rank = item if key is None else key(item)
        if not found or (rank > best_rank if greatest else rank < best_rank):
            best, best_rank, found = item, rank, True
    if found:
        return best
    if empty is None:
        raise ValueError(('max' if greatest else 'min') + '() iterable argument is empty')
    return empty[0]


def open_file(*positional, **keywords):
    import io
    given = len(positional) + len(keywords)
    if given > 8:
        raise TypeError(f'open() takes at most 8 arguments ({given} given)')
    if not positional and 'file' not in keywords:
        raise TypeError("open() missing required argument 'file' (pos 1)")
    if positional and 'file' in keywords:
        raise TypeError("argument for open() given by name ('file') and position (1)")
    return io.open(*positional, **keywords)


def input_line(*prompt):
    import sys
    for name in ('stdin', 'stdout', 'stderr'):
        if getattr(sys, name, None) is None:
            raise RuntimeError(f'lost sys.{name}')
    sys.stderr.flush()
    for text in prompt:
        sys.stdout.write(str(text))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not isinstance(line, str):
        raise TypeError('object.readline() returned non-string')
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line.endswith('\n') else line
