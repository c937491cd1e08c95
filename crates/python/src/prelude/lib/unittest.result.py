# What came of the tests: failures, errors and the rest, with their tracebacks as text.

import sys

from .util import strclass


def _line(text):
    return text if text.endswith('\n') else text + '\n'


class TestResult:
    _previousTestClass = None
    _testRunEntered = _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = False
        self._captured = None
        self._mirrorOutput = False
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr

    def printErrors(self):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    # Where `buffer` is set, what a test prints is kept back, and shown with the report if it fails.

    def _setupStdout(self):
        if self.buffer:
            if self._captured is None:
                from io import StringIO
                self._captured = StringIO(), StringIO()
            sys.stdout, sys.stderr = self._captured

    def _captured_texts(self):
        names = (('Stdout', sys.stdout), ('Stderr', sys.stderr))
        return [f'\n{name}:\n{_line(stream.getvalue())}' if stream.getvalue() else '' for name, stream in names]

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for stream, text in zip((self._original_stdout, self._original_stderr), self._captured_texts()):
                if text:
                    stream.write(text)
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for stream in self._captured:
            stream.seek(0)
            stream.truncate()

    # Outcomes.

    def _bad(self, where, test, err, about):
        if getattr(self, 'failfast', False):
            self.stop()
        where.append((test, self._exc_info_to_string(err, about)))
        self._mirrorOutput = True

    def addError(self, test, err):
        self._bad(self.errors, test, err, test)

    def addFailure(self, test, err):
        self._bad(self.failures, test, err, test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            where = self.failures if issubclass(err[0], test.failureException) else self.errors
            self._bad(where, subtest, err, test)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        if getattr(self, 'failfast', False):
            self.stop()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        import traceback
        lines = list(traceback.TracebackException(*err, capture_locals=self.tb_locals, compact=True).format())
        if self.buffer:
            lines += self._captured_texts()
        return ''.join(lines)

    def __repr__(self):
        return (f'<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')
