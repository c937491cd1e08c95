# A test case whose tests are coroutine functions. All parts of one test run on one loop, in one context.

from asyncio import Runner
from contextvars import copy_context
from inspect import iscoroutinefunction
import warnings

from .case import TestCase
from .util import strclass


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        kind = type(cm)
        enter, leave = getattr(kind, '__aenter__', None), getattr(kind, '__aexit__', None)
        if enter is None or leave is None:
            said = f"'{strclass(kind)}' object does not support the asynchronous context manager protocol"
            if hasattr(kind, '__enter__') and hasattr(kind, '__exit__'):
                said += ' but it supports the context manager protocol. Did you mean to use enterContext()?'
            raise TypeError(said)
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    # The parts: plain functions run in the test's context, coroutine functions as a task of the test's loop.

    def _in_loop(self, function, /, *args, **kwargs):
        if not iscoroutinefunction(function):
            return self._asyncioTestContext.run(function, *args, **kwargs)
        return self._asyncioRunner.run(function(*args, **kwargs), context=self._asyncioTestContext)

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._call_async(self.asyncSetUp)

    def _call_async(self, function):
        assert iscoroutinefunction(function), f'{function!r} is not an async function'
        self._in_loop(function)

    def _callTestMethod(self, method):
        answer = self._in_loop(method)
        if answer is not None:
            warnings.warn('It is deprecated to return a value that is not None from a test case '
                          f'({method} returned {type(answer).__name__!r})', DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._call_async(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._in_loop(function, *args, **kwargs)

    def _setupAsyncioRunner(self):
        assert self._asyncioRunner is None, 'asyncio runner is already initialized'
        self._asyncioRunner = Runner(debug=True, loop_factory=self.loop_factory)

    def _tearDownAsyncioRunner(self):
        self._asyncioRunner.close()

    def run(self, result=None):
        self._setupAsyncioRunner()
        try:
            return super().run(result)
        finally:
            self._tearDownAsyncioRunner()

    def debug(self):
        self._setupAsyncioRunner()
        super().debug()
        self._tearDownAsyncioRunner()

    def __del__(self):
        if self._asyncioRunner is not None:
            self._tearDownAsyncioRunner()
