# Examples in docstrings, run and compared with what they say they print. There are no files of examples, and there is no
# debugger: `testfile` and the classes for `unittest` and `pdb` are left out.

import inspect as _inspect
import re as _re
import sys
import traceback as _traceback
from collections import namedtuple
from functools import cached_property as _cached_property
from io import StringIO as _StringIO

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE',
           'ELLIPSIS', 'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF',
           'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest',
           'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure',
           'UnexpectedException', 'DebugRunner', 'testmod', 'run_docstring_examples', 'TestResults']

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (1 << len(OPTIONFLAGS_BY_NAME)) - 1
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = (1 << len(OPTIONFLAGS_BY_NAME)) - 1 & ~COMPARISON_FLAGS
BLANKLINE_MARKER, ELLIPSIS_MARKER = '<BLANKLINE>', '...'
master = None


class TestResults(namedtuple('TestResults', 'failed attempted', module='doctest')):
    def __new__(cls, failed, attempted, *, skipped=0):
        made = super().__new__(cls, failed, attempted)
        made.skipped = skipped
        return made

    def __repr__(self):
        if not self.skipped:
            return super().__repr__()
        return f'TestResults(failed={self.failed}, attempted={self.attempted}, skipped={self.skipped})'


def _indent(text, by=4):
    return _re.sub('(?m)^(?!$)', by * ' ', text)


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        ended = [text if text is None or not text and text is want or text.endswith('\n') else text + '\n'
                 for text in (source, want, exc_msg)]
        self.source, self.want, self.exc_msg = ended
        self.lineno, self.indent, self.options = lineno, indent, {} if options is None else options

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, globs.copy(), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring

    def __repr__(self):
        count = len(self.examples)
        shown = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({shown})>'

    def __lt__(self, other):
        def key(one):
            return one.name, one.filename, -1 if one.lineno is None else one.lineno, id(one)
        return key(self) < key(other) if isinstance(other, DocTest) else NotImplemented


_BLANK_OR_COMMENT = _re.compile(r' *(#.*)?$').match
_DIRECTIVE = _re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', _re.MULTILINE)
_RAISED = _re.compile(r'Traceback \((?:most recent call last|innermost last)\):\s*$.*?^(?P<msg>\w+ .*|\w+.*)',
                      _re.MULTILINE | _re.DOTALL)


class DocTestParser:
    def parse(self, string, name='<string>'):
        # Texts and examples in turn.
        lines = string.expandtabs().split('\n')
        margin = min([len(line) - len(line.lstrip(' ')) for line in lines if line.strip()], default=0)
        lines = [line[margin:] for line in lines]
        found, text, at = [], [], 0
        while at < len(lines):
            indent = len(lines[at]) - len(lines[at].lstrip(' '))
            if not lines[at].startswith('>>>', indent):
                text.append(lines[at])
                at += 1
                continue
            found.append(''.join(line + '\n' for line in text))
            text = []
            source_end = at + 1
            while source_end < len(lines) and lines[source_end].lstrip(' ').startswith('...'):
                source_end += 1
            want_end = source_end
            while want_end < len(lines) and lines[want_end].strip(' ') \
                    and not lines[want_end].lstrip(' ').startswith('>>>'):
                want_end += 1
            example = self._example(lines[at:source_end], lines[source_end:want_end], indent, name, at)
            if example is not None:
                example.indent += margin
                found.append(example)
            at = want_end
        found.append('\n'.join(text))
        return found

    def _example(self, source, want, indent, name, at):
        for number, line in enumerate(source, at + 1):
            if line[indent + 3:indent + 4] not in ('', ' '):
                raise ValueError(f'line {number} of the docstring for {name} lacks blank after '
                                 f'{line[indent:indent + 3]}: {line!r}')
        self._same_indent(source[1:], ' ' * indent + '.', name, at)
        self._same_indent(want, ' ' * indent, name, at + len(source))
        source = '\n'.join([line[indent + 4:] for line in source])
        want = '\n'.join([line[indent:] for line in want])
        options = self._options(source, name, at)
        if _BLANK_OR_COMMENT(source):
            return None
        raised = _RAISED.match(want)
        return Example(source, want, raised and raised['msg'], at, indent, options)

    def _same_indent(self, lines, prefix, name, at):
        for number, line in enumerate(lines, at + 1):
            if line and not line.startswith(prefix):
                raise ValueError(f'line {number} of the docstring for {name} has inconsistent leading whitespace: '
                                 f'{line!r}')

    def _options(self, source, name, at):
        options = {}
        for found in _DIRECTIVE.finditer(source):
            for option in found[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {at + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and _BLANK_OR_COMMENT(source):
            raise ValueError(f'line {at} of the doctest for {name} has an option directive on a line with no '
                             f'example: {source!r}')
        return options

    def get_examples(self, string, name='<string>'):
        return [one for one in self.parse(string, name) if isinstance(one, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser, self._recurse, self._exclude_empty = verbose, parser, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError('DocTestFinder.find: name must be given when '
                                 f"obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None:
            module = _inspect.getmodule(obj)
        module = module or None
        if globs is None:
            globs = {} if module is None else module.__dict__
        globs = {**globs, **(extraglobs or {})}
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        return sorted(tests)

    def _find(self, tests, obj, name, module, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
        if doc or not self._exclude_empty:
            filename = None if module is None else getattr(module, '__file__', None) or module.__name__
            tests.append(self._parser.get_doctest(str(doc), globs, name, filename, _line_of(obj, module)))
        if not self._recurse:
            return
        for key, value in self._parts(obj, module):
            self._find(tests, value, f'{name}.{key}', module, globs, seen)

    def _parts(self, obj, module):
        if _inspect.ismodule(obj):
            for key, value in list(obj.__dict__.items()):
                if (_inspect.isclass(value) or _is_routine(value)) and _belongs(value, module):
                    yield key, value
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
                yield f'__test__.{key}', value
        elif _inspect.isclass(obj):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                known = _inspect.isclass(value) or _inspect.isroutine(value) or isinstance(value, property)
                if known and _belongs(value, module):
                    yield key, value


def _is_routine(value):
    try:
        value = _inspect.unwrap(value)
    except ValueError:
        pass
    return _inspect.isroutine(value)


def _belongs(value, module):
    if module is None or isinstance(value, property):
        return True
    owner = getattr(value, '__objclass__', value)
    return getattr(owner, '__module__', module.__name__) == module.__name__


def _line_of(obj, module):
    # The number, from 0, of the line where the docstring begins.
    doc = getattr(obj, '__doc__', None)
    try:
        lines = _inspect.getsourcelines(module)[0] if module is not None else None
    except (OSError, TypeError):
        lines = None
    at = None
    if _inspect.ismodule(obj) and doc is not None:
        at = 0
    elif _inspect.isclass(obj) and doc is not None:
        if lines is None:
            return None
        header = _re.compile(rf'\s*class\s*{obj.__name__}\b')
        at = next((number for number, line in enumerate(lines) if header.match(line)), None)
    else:
        if isinstance(obj, property):
            obj = obj.fget
        elif isinstance(obj, _cached_property):
            obj = obj.func
        obj = getattr(obj, '__func__', obj)
        if _inspect.isroutine(obj) and getattr(obj, '__doc__', None):
            code = getattr(_inspect.unwrap(obj), '__code__', None)
            at = None if code is None else code.co_firstlineno - 1
    if at is None or lines is None:
        return at if at is None else at + 1
    quote = _re.compile(r'''(^|.*:)\s*\w*("|')''')
    return next((number for number in range(at, len(lines)) if quote.match(lines[number])), None)


class OutputChecker:
    def check_output(self, want, got, optionflags):
        got, want = [text.encode('ascii', 'backslashreplace').decode('ascii') for text in (got, want)]
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = _re.sub(rf'(?m)^{BLANKLINE_MARKER}\s*?$', '', want)
            got = _re.sub(r'(?m)^[^\S\n]+$', '', got)
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
        return got == want or bool(optionflags & ELLIPSIS) and _fits(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = _re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        differing = self._difference(want, got, optionflags)
        if differing is not None:
            return differing
        wanted = f'Expected:\n{_indent(want)}' if want else 'Expected nothing\n'
        return wanted + (f'Got:\n{_indent(got)}' if got else 'Got nothing\n')

    def _difference(self, want, got, optionflags):
        import difflib
        several = want.count('\n') > 2 and got.count('\n') > 2
        one, two = want.splitlines(keepends=True), got.splitlines(keepends=True)
        if optionflags & REPORT_NDIFF:
            kind = 'ndiff with -expected +actual'
            lines = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(one, two)
        elif optionflags & REPORT_UDIFF and several:
            kind, lines = 'unified diff with -expected +actual', list(difflib.unified_diff(one, two, n=2))[2:]
        elif optionflags & REPORT_CDIFF and several:
            kind = 'context diff with expected followed by actual'
            lines = list(difflib.context_diff(one, two, n=2))[2:]
        else:
            return None
        return f'Differences ({kind}):\n' + _indent(''.join(lines))


def _fits(want, got):
    # Whether the text has the pieces between the ellipses, in their order.
    first, *pieces = want.split(ELLIPSIS_MARKER)
    if not pieces:
        return want == got
    last = pieces.pop()
    if len(first) + len(last) > len(got) or not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in pieces:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


def _bare(message):
    # The name of an exception, without its module and its message.
    return message.split('\n')[0].split(':')[0].rpartition('.')[2]


class DocTestRunner:
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = f'Expecting:\n{_indent(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indent(example.source)}{wanted}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        shown = ''.join(_traceback.format_exception(exc_info[1]))
        out(f'{self._header(test, example)}Exception raised:\n{_indent(shown)}')

    def _header(self, test, example):
        if test.filename:
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indent(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        shown, hook = sys.stdout, sys.displayhook
        sys.stdout, sys.displayhook = _StringIO(), sys.__displayhook__
        try:
            return self._run(test, shown.write if out is None else out, sys.stdout)
        finally:
            sys.stdout, sys.displayhook = shown, hook
            if clear_globs:
                test.globs.clear()

    def _run(self, test, out, printed):
        failures = tries = skips = 0
        flags = self.optionflags
        for number, example in enumerate(test.examples):
            tries += 1
            quiet = flags & REPORT_ONLY_FIRST_FAILURE and failures
            self.optionflags = flags
            for flag, is_set in example.options.items():
                self.optionflags = self.optionflags | flag if is_set else self.optionflags & ~flag
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            error = None
            try:
                exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException as raised:
                error = raised
            got = printed.getvalue()
            printed.seek(0)
            printed.truncate()
            failures += not self._judge(test, example, got, error, quiet, out)
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = flags
        before = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple([old + new for old, new in zip(before, (failures, tries, skips))])
        self.failures, self.tries, self.skips = self.failures + failures, self.tries + tries, self.skips + skips
        return TestResults(failures, tries, skipped=skips)

    def _judge(self, test, example, got, error, quiet, out):
        check, flags = self._checker.check_output, self.optionflags
        if error is None:
            good = check(example.want, got, flags)
        elif example.exc_msg is None:
            if not quiet:
                self.report_unexpected_exception(out, test, example, (type(error), error, error.__traceback__))
            return False
        else:
            lines = _traceback.format_exception_only(error)
            while isinstance(error, SyntaxError) and lines[0].startswith(' '):
                del lines[0]
            said = ''.join(lines)
            got += ''.join(_traceback.format_exception(error))
            good = check(example.exc_msg, said, flags) or bool(flags & IGNORE_EXCEPTION_DETAIL) and check(
                _bare(example.exc_msg), _bare(said), flags)
        if not quiet:
            (self.report_success if good else self.report_failure)(out, test, example, got)
        return good

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        stats = sorted(self._stats.items())
        failures, tries, skips = [sum([counts[place] for _, counts in stats]) for place in range(3)]
        without = [name for name, counts in stats if not counts[1]]
        passed = [(name, counts[1]) for name, counts in stats if counts[1] and not counts[0]]
        failed = [(name, counts) for name, counts in stats if counts[0]]
        if verbose and without:
            print(f'{_several(len(without), "item")} had no tests:')
            for name in without:
                print(f'    {name}')
        if verbose and passed:
            print(f'{_several(len(passed), "item")} passed all tests:')
            for name, count in passed:
                print(f' {count:3d} test{"s" * (count != 1)} in {name}')
        if failed:
            print(self.DIVIDER)
            print(f'{_several(len(failed), "item")} had failures:')
            for name, counts in failed:
                print(f' {counts[0]:3d} of {counts[1]:3d} in {name}')
        if verbose:
            print(f'{_several(tries, "test")} in {_several(len(stats), "item")}.')
            print(f'{tries - failures} passed{f" and {failures} failed" * (failures > 0)}.')
        if failures:
            skipped = f' and {_several(skips, "skipped test")}' if skips else ''
            print(f'***Test Failed*** {_several(failures, "failure")}{skipped}.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        for name, counts in other._stats.items():
            before = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple([old + new for old, new in zip(before, counts)])


def _several(count, what):
    return f'{count} {what}{"s" * (count != 1)}'


class DebugRunner(DocTestRunner):
    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    global master
    m = sys.modules.get('__main__') if m is None else m
    if not _inspect.ismodule(m):
        raise TypeError(f'testmod: module required; {m!r}')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testfile(*args, **kwargs):
    raise NotImplementedError('doctest.testfile() is not supported; use testmod()')


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)
