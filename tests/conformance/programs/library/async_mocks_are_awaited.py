"""What asks whether a mock is a coroutine function: cleanups of tests, `iscoroutinefunction`, and patches of classes."""

import inspect
import unittest
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec


class Client:
    async def close(self):
        pass

    def ping(self):
        pass


client = create_autospec(Client, instance=True)
print([inspect.iscoroutinefunction(one) for one in (AsyncMock(), MagicMock(), client.close, client.ping, Mock(spec=Client).close)])
print(inspect.iscoroutinefunction(unittest.mock), inspect.iscoroutinefunction(inspect.markcoroutinefunction(lambda: 1)))


class Cleanups(unittest.IsolatedAsyncioTestCase):
    async def test_closed(self):
        self.addAsyncCleanup(client.close)
        self.addAsyncCleanup(AsyncMock(side_effect=RuntimeError('in cleanup')))


result = unittest.TestResult()
Cleanups('test_closed').run(result)
print(result, [text.splitlines()[-1] for _, text in result.errors], client.close.await_count)
