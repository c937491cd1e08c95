# Runs tests and writes on the way how each ended, and the whole report at the end.

import sys
import time
import warnings

from . import result as _results
from .case import _SubTest


class _WritelnDecorator:
    # A stream that also ends lines.
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ('stream', '__getstate__'):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        self.write('\n' if not arg else f'{arg}\n')


class TextTestResult(_results.TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._newline = True

    def getDescription(self, test):
        short = test.shortDescription()
        return f'{test}\n{short}' if self.descriptions and short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._announce(test)
            self._newline = False

    def _announce(self, test):
        self.stream.write(self.getDescription(test))
        self.stream.write(' ... ')
        self.stream.flush()

    def _tell(self, test, word, letter):
        # The word goes to the test's own line; where another line came between, the test is named again.
        if self.dots:
            self.stream.write(letter)
        elif self.showAll:
            inner = isinstance(test, _SubTest)
            if inner and not self._newline:
                self.stream.writeln()
            if inner or self._newline:
                self.stream.write('  ' if inner else '')
                self._announce(test)
            self.stream.writeln(word)
            self._newline = True
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._tell(subtest, *(('FAIL', 'F') if failed else ('ERROR', 'E')))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def _tell_bare(self, word, letter):
        if self.showAll:
            self.stream.writeln(word)
        elif self.dots:
            self.stream.write(letter)
        self.stream.flush()

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell_bare('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell_bare('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
        self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            for line in (self.separator1, f'{flavour}: {self.getDescription(test)}', self.separator2, text):
                self.stream.writeln(line)
            self.stream.flush()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        self.buffer, self.tb_locals, self.durations, self.warnings = buffer, tb_locals, durations, warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        common = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*common, durations=self.durations)
        except TypeError:
            return self.resultclass(*common)

    def run(self, test):
        result = self._makeResult()
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            getattr(result, 'startTestRun', _nothing)()
            try:
                test(result)
            finally:
                getattr(result, 'stopTestRun', _nothing)()
            taken = time.perf_counter() - started
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        count = result.testsRun
        self.stream.writeln(f'Ran {count} test{"" if count == 1 else "s"} in {taken:.3f}s')
        self.stream.writeln()
        self.stream.writeln(self._summary(result))
        self.stream.flush()
        return result

    def _summary(self, result):
        if not result.wasSuccessful():
            word = 'FAILED'
        elif result.testsRun == 0 and not result.skipped:
            word = 'NO TESTS RAN'
        else:
            word = 'OK'
        kinds = (('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
                 ('expected failures', result.expectedFailures),
                 ('unexpected successes', result.unexpectedSuccesses))
        counts = [f'{name}={len(found)}' for name, found in kinds if found]
        return f'{word} ({", ".join(counts)})' if counts else word

    def _printDurations(self, result):
        if not result.collectedDurations:
            return
        slowest = sorted(result.collectedDurations, key=lambda one: one[1], reverse=True)
        if self.durations > 0:
            slowest = slowest[:self.durations]
        self.stream.writeln('Slowest test durations')
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        shown = [one for one in slowest if self.verbosity > 1 or one[1] >= 0.001]
        for test, elapsed in shown:
            self.stream.writeln('%-10s %s' % (f'{elapsed:.3f}s', test))
        left_out = len(shown) < len(slowest)
        self.stream.writeln('\n(durations < 0.001s were hidden; use -v to show these durations)' if left_out else '')


def _nothing():
    pass
