# The script's own source, as `inspect` hands it out: the lines of a function, a class or a module.

from _build import source_lines as lines_of
from types import CodeType, FrameType, FunctionType, MethodType, ModuleType, TracebackType


def _code_of(object):
    if isinstance(object, MethodType):
        object = object.__func__
    if isinstance(object, FunctionType):
        return object.__code__
    if isinstance(object, TracebackType):
        object = object.tb_frame
    if isinstance(object, FrameType):
        return object.f_code
    return object if isinstance(object, CodeType) else None


def file_of(object):
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    if isinstance(object, (type, ModuleType)):
        import sys
        module = object if isinstance(object, ModuleType) else sys.modules.get(object.__module__)
        found = getattr(module, '__file__', None)
        if found is not None:
            return found
        what = 'class' if isinstance(object, type) else 'module'
        raise TypeError(f'{object!r} is a built-in {what}')
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    f'{type(object).__name__}')


def lines_and_start(object):
    lines = lines_of(file_of(object))
    if not lines:
        raise OSError('could not get source code')
    if isinstance(object, ModuleType):
        return lines, 0
    if isinstance(object, type):
        first = object.__dict__.get('__firstlineno__')
        if first is None:
            raise OSError('source code not available')
        return lines, first - 1
    return lines, _code_of(object).co_firstlineno - 1


def block(object):
    lines, start = lines_and_start(object)
    if isinstance(object, ModuleType) or getattr(_code_of(object), 'co_name', None) == '<module>':
        return lines, 0
    return _block_from(lines[start:]), start + 1


def _block_from(lines):
    # The header line, with what it goes on to, and all that is indented below it. Lines within brackets or texts
    # of several lines belong to where these began.
    indent = _indent(lines[0])
    scan, header, last = _Scan(), True, 0
    for number, line in enumerate(lines):
        inside = scan.inside
        text = line.strip()
        if number and not inside and text:
            comment = text[0] == '#'
            if not header and _indent(line) <= indent and not (comment and _indent(line) > indent):
                break
            if comment and header:
                continue
        scan.feed(line)
        if text and (inside or text[0] != '#' or _indent(line) > indent):
            last = number
        if header and not scan.inside and not text.startswith('@'):
            header = False
            one_line = not text.endswith(':') and not text.split('#')[0].rstrip().endswith(':')
            if one_line or not text.startswith(('def ', 'class ', 'async ')) and '):' not in text:
                return lines[:number + 1]
    return lines[:last + 1]


def _indent(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


class _Scan:
    # Whether the end of what was fed lies within brackets or a text.
    def __init__(self):
        self.depth, self.quote = 0, ''

    @property
    def inside(self):
        return self.depth > 0 or len(self.quote) == 3

    def feed(self, line):
        place = 0
        while place < len(line):
            char = line[place]
            if self.quote:
                if char == '\\':
                    place += 1
                elif line.startswith(self.quote, place):
                    place += len(self.quote) - 1
                    self.quote = ''
            elif char == '#':
                return
            elif char in '\'"':
                self.quote = char * 3 if line.startswith(char * 3, place) else char
                place += len(self.quote) - 1
            elif char in '([{':
                self.depth += 1
            elif char in ')]}':
                self.depth -= 1
            place += 1
        if len(self.quote) == 1:
            self.quote = ''


def comments_before(object):
    try:
        lines, start = lines_and_start(object)
    except (OSError, TypeError):
        return None
    found = []
    while start > 0 and lines[start - 1].lstrip().startswith('#'):
        start -= 1
        found.insert(0, lines[start].lstrip())
    return ''.join(found) or None
