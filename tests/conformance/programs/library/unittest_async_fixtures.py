import asyncio
import contextlib
import contextvars
import sys
import unittest

name = contextvars.ContextVar("name", default="unset")


@contextlib.asynccontextmanager
async def connection():
    print("open", asyncio.current_task().get_name())
    yield "connection"
    print("close")


class Service(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp", self._testMethodName)
        name.set("set in setUp")

    async def asyncSetUp(self):
        print("asyncSetUp", name.get())
        self.connection = await self.enterAsyncContext(connection())
        self.addAsyncCleanup(asyncio.sleep, 1)
        self.addCleanup(print, "plain cleanup", name.get())

    async def asyncTearDown(self):
        print("asyncTearDown", round(asyncio.get_running_loop().time(), 3))

    def tearDown(self):
        print("tearDown")

    async def test_context(self):
        self.assertEqual(name.get(), "set in setUp")
        name.set("test")
        await asyncio.sleep(0.5)
        self.assertEqual(self.connection, "connection")

    async def test_raises(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
        with self.assertRaises(ExceptionGroup) as caught:
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(1))
                group.create_task(self.failing())
        print(repr(caught.exception))

    async def failing(self):
        await asyncio.sleep(0.1)
        raise KeyError("inner")

    def test_plain(self):
        print("plain test", name.get())

    async def test_left_behind(self):
        asyncio.create_task(self.forever(), name="forever")
        await asyncio.sleep(0)

    async def forever(self):
        try:
            await asyncio.Event().wait()
        finally:
            print("cancelled at the end")


if __name__ == "__main__":
    unittest.main(verbosity=2, testRunner=unittest.TextTestRunner(stream=sys.stdout, verbosity=2))
