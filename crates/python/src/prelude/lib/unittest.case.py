# A test case: how one test runs, part by part, and what becomes of the exceptions that leave its parts.

from functools import wraps
from types import FunctionType
import time
import warnings

from . import result as _results
from ._assertions import _Assertions
from ._contexts import _enter_context
from .util import strclass

_no_message = object()


class SkipTest(Exception):
    pass


class _Leave(Exception):
    # What ends a test early although nothing more is to be reported.
    pass


# Skipping.


def skip(reason):
    def marked(item):
        if not isinstance(item, type):
            @wraps(item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            item = skip_wrapper
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    if isinstance(reason, FunctionType):
        function, reason = reason, ''
        return marked(function)
    return marked


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


# What is cleaned up with the module.

_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def _drain(cleanups):
    # Calls what is to be cleaned up, last first, and gives the exceptions.
    failed = []
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            failed.append(error)
    return failed


def doModuleCleanups():
    for error in _drain(_module_cleanups):
        raise error


class _Progress:
    # How far a running test is: whether all went well so far, and whether a failure is what it waits for.

    def __init__(self, result=None):
        self.result, self.clean = result, True
        self.expecting, self.expected = False, None

    def attempt(self, test, step, *args, **kwargs):
        try:
            step(*args, **kwargs)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.settle(error, test)

    def settle(self, error, test):
        # Reports what left a part of a test, or of a subtest.
        if isinstance(error, _Leave):
            return
        if isinstance(error, SkipTest):
            self.clean = False
            self.result.addSkip(test, str(error))
            return
        told = type(error), error, error.__traceback__
        if self.expecting:
            self.expected = told
            return
        self.clean = False
        if isinstance(test, _SubTest):
            self.result.addSubTest(test.test_case, test, told)
        elif self.result is not None:
            add = self.result.addFailure if isinstance(error, test.failureException) else self.result.addError
            add(test, told)


class _SubTestBlock:
    # The context manager that `subTest` gives.

    def __init__(self, test, message, params):
        self._test, self._message, self._params = test, message, params

    def __enter__(self):
        test, progress = self._test, self._test._outcome
        self._outer = test._subtest
        if progress is None:
            return
        if self._outer is not None:
            self._params = {**self._params, **{key: value for key, value in self._outer.params.items()
                                               if key not in self._params}}
        test._subtest = _SubTest(test, self._message, self._params)
        self._clean_before, progress.clean = progress.clean, True

    def __exit__(self, kind, error, traceback):
        test, progress = self._test, self._test._outcome
        if progress is None:
            return False
        inner, test._subtest = test._subtest, self._outer
        if error is None:
            if progress.clean:
                progress.result.addSubTest(test, inner, None)
        elif isinstance(error, KeyboardInterrupt):
            return False
        else:
            progress.settle(error, inner)
        clean, progress.clean = progress.clean, progress.clean and self._clean_before
        if not progress.clean:
            if progress.result is not None and progress.result.failfast:
                raise _Leave
        elif progress.expected:
            raise _Leave
        return True


class TestCase:
    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._testMethodDoc = 'No test'
        self._outcome = self._subtest = None
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != 'runTest':
            raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        self._cleanups = []
        self._type_equality_funcs = {list: 'assertListEqual', tuple: 'assertTupleEqual', dict: 'assertDictEqual',
                                     set: 'assertSetEqual', frozenset: 'assertSetEqual',
                                     str: 'assertMultiLineEqual'}

    # What a test may define, and what it may ask to be undone.

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = [(type(error), error, error.__traceback__)
                                   for error in _drain(cls._class_cleanups)]

    def subTest(self, msg=_no_message, **params):
        return _SubTestBlock(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # What a test is called.

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return _results.TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    # Running.

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        answer = method()
        if answer is not None:
            said = ('It is deprecated to return a value that is not None from a test case '
                    f'({method} returned {type(answer).__name__!r})')
            from inspect import iscoroutine
            if iscoroutine(answer):
                said += '. Maybe you forgot to use IsolatedAsyncioTestCase as the base class?'
            warnings.warn(said, DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def _skip_reason(self, method):
        # Why the test is not to run; None where it is.
        marked = [one for one in (self.__class__, method) if getattr(one, '__unittest_skip__', False)]
        if not marked:
            return None
        return (getattr(self.__class__, '__unittest_skip_why__', '')
                or getattr(method, '__unittest_skip_why__', ''))

    def run(self, result=None):
        alone = result is None
        if alone:
            result = self.defaultTestResult()
            getattr(result, 'startTestRun', _nothing)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = self._skip_reason(method)
            if reason is not None:
                result.addSkip(self, reason)
            else:
                self._run_parts(result, method)
            return result
        finally:
            result.stopTest(self)
            if alone:
                getattr(result, 'stopTestRun', _nothing)()

    def _run_parts(self, result, method):
        expecting = any([getattr(one, '__unittest_expecting_failure__', False) for one in (self, method)])
        progress = self._outcome = _Progress(result)
        started = time.perf_counter()
        try:
            progress.attempt(self, self._callSetUp)
            if progress.clean:
                progress.expecting = expecting
                progress.attempt(self, self._callTestMethod, method)
                progress.expecting = False
                progress.attempt(self, self._callTearDown)
            self.doCleanups()
            getattr(result, 'addDuration', _nothing)(self, time.perf_counter() - started)
            if not progress.clean:
                return
            if not expecting:
                result.addSuccess(self)
            elif progress.expected:
                result.addExpectedFailure(self, progress.expected)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            progress.expected = self._outcome = None

    def doCleanups(self):
        progress = self._outcome or _Progress()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            progress.attempt(self, self._callCleanup, function, *args, **kwargs)
        return progress.clean

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        method = getattr(self, self._testMethodName)
        reason = self._skip_reason(method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


def _nothing(*args):
    pass


for _name, _method in vars(_Assertions).items():
    if _name not in ('__dict__', '__weakref__', '__doc__', '__module__', '__qualname__'):
        if isinstance(_method, FunctionType):
            _method.__module__, _method.__qualname__ = __name__, f'TestCase.{_name}'
        setattr(TestCase, _name, _method)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._setUpFunc, self._tearDownFunc = testFunc, setUp, tearDown
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _identity(self):
        return self._testFunc, self._setUpFunc, self._tearDownFunc, self._description

    def __eq__(self, other):
        return self._identity() == other._identity() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._identity()[:3]))

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc.split('\n')[0].strip() or None if doc else None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = [] if self._message is _no_message else [f'[{self._message}]']
        if self.params:
            parts.append('(' + ', '.join([f'{key}={value!r}' for key, value in self.params.items()]) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'
