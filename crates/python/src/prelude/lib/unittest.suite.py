# Suites of tests, and what is set up and torn down around the tests of a class and of a module.

import sys

from . import case as _case
from .util import strclass


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (_case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def _let_go(self, index):
        # A test that has run is not kept alive by the suite.
        if self._cleanup and isinstance(self._tests, list):
            self._removed_tests += getattr(self._tests[index], 'countTestCases', int)()
            self._tests[index] = None

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._let_go(index)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    # Stands for a test where something fails that belongs to a class or a module.
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    __str__ = id

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def run(self, result):
        pass

    __call__ = run


class _DebugResult:
    # Remembers the class before where tests run without a result; what fails is raised.
    _previousTestClass = None
    _moduleSetUpFailed = shouldStop = False


class _Fixture:
    # Runs the parts of one fixture with the output caught; what fails is reported under the fixture's name.

    def __init__(self, result, method, owner):
        self.result, self.name, self.failed = result, f'{method} ({owner})', False

    def __enter__(self):
        getattr(self.result, '_setupStdout', _nothing)()
        return self

    def __exit__(self, *info):
        getattr(self.result, '_restoreStdout', _nothing)()

    def call(self, function):
        try:
            function()
        except Exception as error:
            self.report(error)

    def report(self, error):
        if isinstance(self.result, _DebugResult):
            raise error
        self.failed = True
        holder = _ErrorHolder(self.name)
        if isinstance(error, _case.SkipTest):
            self.result.addSkip(holder, str(error))
        else:
            self.result.addError(holder, (type(error), error, error.__traceback__))

    def clean_class(self, cls):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is not None:
            clean()
            for info in cls.tearDown_exceptions:
                self.report(info[1])


def _nothing():
    pass


def _skipped(cls):
    return getattr(cls, '__unittest_skip__', False)


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not hasattr(type(test), '__iter__'):
                cls = test.__class__
                self._leave_class(cls, result)
                self._change_module(cls, result)
                self._enter_class(cls, result)
                result._previousTestClass = cls
                if getattr(cls, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            self._let_go(index)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter_class(self, cls, result):
        if cls is result._previousTestClass or result._moduleSetUpFailed or _skipped(cls):
            return
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        cls._classSetupFailed = False
        with _Fixture(result, 'setUpClass', strclass(cls)) as fixture:
            fixture.call(set_up)
            if fixture.failed:
                cls._classSetupFailed = True
                fixture.clean_class(cls)

    def _leave_class(self, following, result):
        cls = result._previousTestClass
        if cls is None or cls is following or _skipped(cls):
            return
        if getattr(cls, '_classSetupFailed', False) or result._moduleSetUpFailed:
            return
        with _Fixture(result, 'tearDownClass', strclass(cls)) as fixture:
            fixture.call(getattr(cls, 'tearDownClass', _nothing))
            fixture.clean_class(cls)

    def _change_module(self, cls, result):
        before = result._previousTestClass
        name = cls.__module__
        if before is not None and before.__module__ == name:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), 'setUpModule', None)
        if set_up is None:
            return
        with _Fixture(result, 'setUpModule', name) as fixture:
            fixture.call(set_up)
            if fixture.failed:
                result._moduleSetUpFailed = True
                fixture.call(_case.doModuleCleanups)

    def _leave_module(self, result):
        if result._previousTestClass is None or result._moduleSetUpFailed:
            return
        name = result._previousTestClass.__module__
        module = sys.modules.get(name)
        if module is None:
            return
        with _Fixture(result, 'tearDownModule', name) as fixture:
            fixture.call(getattr(module, 'tearDownModule', _nothing))
            fixture.call(_case.doModuleCleanups)
