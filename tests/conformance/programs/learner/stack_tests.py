# Unit tests with mocks, subtests and failures.

import unittest
from unittest import mock
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, AsyncMock

class Stack:

    def __init__(self):
        self._i = []

    def push(self, x):
        self._i.append(x)

    def pop(self):
        if not self._i:
            raise IndexError('pop from empty stack')
        return self._i.pop()

    def __len__(self):
        return len(self._i)

def fetch(url, client):
    return client.get(url, timeout=3).json()['v']

class TestStack(unittest.TestCase):
    """Tests of a stack."""

    @classmethod
    def setUpClass(cls):
        print('class up')

    def setUp(self):
        self.s = Stack()
        self.addCleanup(lambda: None)

    def tearDown(self):
        pass

    def test_push(self):
        """Pushing grows it."""
        self.s.push(1)
        self.assertEqual(len(self.s), 1)
        self.assertTrue(self.s)

    def test_pop_empty(self):
        with self.assertRaises(IndexError) as cm:
            self.s.pop()
        self.assertIn('empty', str(cm.exception))
        with self.assertRaisesRegex(IndexError, '^pop'):
            self.s.pop()

    def test_fails(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], 'lists differ?')

    def test_dict(self):
        self.assertEqual({'a': 1, 'b': 2}, {'a': 1, 'b': 3})

    def test_text(self):
        self.assertEqual('one\ntwo\n', 'one\n2\n')

    def test_error(self):
        {}['missing']

    @unittest.skip('not now')
    def test_skipped(self):
        pass

    @unittest.skipIf(True, 'cond')
    def test_skipped2(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.4)

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    def test_mock(self):
        c = Mock()
        c.get.return_value.json.return_value = {'v': 42}
        self.assertEqual(fetch('u', c), 42)
        c.get.assert_called_once_with('u', timeout=3)
        with self.assertRaises(AssertionError) as cm:
            c.get.assert_called_with('x')
        print(cm.exception)

    def test_more(self):
        self.assertIsNone(None)
        self.assertIsInstance(1, int)
        self.assertGreater(2, 1)
        self.assertCountEqual([1, 2], [2, 1])
        self.assertDictEqual({}, {})
        self.assertRegex('abc', 'b')
        self.assertAlmostEqual(1, 1.00000001)
        self.assertLogs
        with self.assertLogs('x', 'INFO') as cm:
            import logging
            logging.getLogger('x').info('hey')
        self.assertEqual(cm.output, ['INFO:x:hey'])
        with self.assertWarns(DeprecationWarning):
            import warnings
            warnings.warn('old', DeprecationWarning)

class TestAsync(unittest.IsolatedAsyncioTestCase):

    async def asyncSetUp(self):
        self.x = 1

    async def test_it(self):
        m = AsyncMock(return_value=3)
        self.assertEqual(await m(1), 3)
        m.assert_awaited_once_with(1)

m = MagicMock(name='m')
m.a.b(1, k=2)
m[3]
len(m)
str(m)
print(m.mock_calls, m.method_calls, m.a.b.call_args, m.a.b.call_args.kwargs)
m.side_effect = [1, ValueError('x'), 3]
print(m())
try:
    m()
except ValueError as e:
    print(e)
print(m(), m.call_count, call(1, a=2), ANY == 3, sentinel.foo, repr(Mock(spec=Stack).push)[:14])
try:
    Mock(spec=Stack).nope
except AttributeError as e:
    print(e)
with patch('time.time', return_value=5) as t:
    import time
    print(time.time(), t.called)

@patch.object(Stack, 'pop', return_value='patched')
def go(p):
    print(Stack().pop(), p.call_count)

go()
with patch.dict('os.environ', {'HOME': '/x'}):
    import os
    print(os.environ['HOME'])
a = mock.create_autospec(fetch)
try:
    a(1)
except TypeError as e:
    print(e)
if __name__ == '__main__':
    import sys
    r = unittest.main(verbosity=2, exit=False, testRunner=unittest.TextTestRunner(stream=sys.stdout, verbosity=2))
    print(r.result, r.result.wasSuccessful(), [str(t) for t, _ in r.result.failures][:2])
