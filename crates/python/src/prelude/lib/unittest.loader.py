# Finds the tests in classes and modules, and by name.

from types import FunctionType, ModuleType
import functools
import sys

from . import case as _case
from . import suite as _suite
from .util import three_way_cmp


def _is_tests(value):
    return (isinstance(value, type) and issubclass(value, _case.TestCase)
            and value not in (_case.TestCase, _case.FunctionTestCase))


class _FailedTest(_case.TestCase):
    # A test that fails with what went wrong when it was to be found.
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

        def testFailure():
            raise self._exception
        return testFailure


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(three_way_cmp)
    testNamePatterns = None
    suiteClass = _suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        start = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.'
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))
                 and self._selected(start + name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _selected(self, full_name):
        if self.testNamePatterns is None:
            return True
        return any([_fits(full_name, pattern) for pattern in self.testNamePatterns])

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, _suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from '
                            'TestCase?')
        names = []
        if testCaseClass not in (_case.TestCase, _case.FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        values = [getattr(module, name) for name in dir(module)]
        found = self.suiteClass([self.loadTestsFromTestCase(value) for value in values if _is_tests(value)])
        custom = getattr(module, 'load_tests', None)
        if custom is None:
            return found
        try:
            return custom(self, found, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, 'Failed to call load_tests:')

    def _failed(self, name, error, what):
        from traceback import format_exc
        message = f'{what}\n{format_exc()}'
        if isinstance(error, ImportError):
            error = ImportError(message)
        self.errors.append(message)
        return self.suiteClass([_FailedTest(name, error)])

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        found = module
        if module is None:
            try:
                found = sys.modules.get(parts[0]) or __import__(parts[0])
            except ImportError as error:
                return self._failed(parts[0], error, f'Failed to import test module: {parts[0]}')
            del parts[0]
        owner = None
        for part in parts:
            try:
                owner, found = found, getattr(found, part)
            except AttributeError as error:
                return self._failed(part, error, 'Failed to access attribute:')
        return self._tests_of(found, owner, parts)

    def _tests_of(self, found, owner, parts):
        if isinstance(found, ModuleType):
            return self.loadTestsFromModule(found)
        if _is_tests(found):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, FunctionType) and isinstance(owner, type) and issubclass(owner, _case.TestCase):
            return self.suiteClass([owner(parts[-1])])
        if isinstance(found, _suite.TestSuite):
            return found
        if not callable(found):
            raise TypeError(f"don't know how to make test from: {found}")
        made = found()
        if isinstance(made, _suite.TestSuite):
            return made
        if isinstance(made, _case.TestCase):
            return self.suiteClass([made])
        raise TypeError(f'calling {found} returned {made}, not a test')

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        raise ImportError('Loopglass does not look for tests in files; name the test classes of the script')


def _fits(name, pattern):
    # A pattern of the shell's kind: `*` stands for any text, `?` for one character.
    if not pattern:
        return not name
    if pattern[0] == '*':
        return any([_fits(name[start:], pattern[1:]) for start in range(len(name) + 1)])
    return bool(name) and pattern[0] in ('?', name[0]) and _fits(name[1:], pattern[1:])


defaultTestLoader = TestLoader()
