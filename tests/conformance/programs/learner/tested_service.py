import asyncio, unittest, sys
from unittest import mock, IsolatedAsyncioTestCase, TestCase


class Api:
    async def get(self, path):
        raise NotImplementedError

    def close(self):
        pass


class Service:
    def __init__(self, api, cache=None):
        self.api, self.cache = api, cache if cache is not None else {}

    async def user(self, uid):
        if uid in self.cache:
            return self.cache[uid]
        data = await self.api.get(f"/users/{uid}")
        self.cache[uid] = data
        return data

    async def many(self, ids):
        return await asyncio.gather(*(self.user(i) for i in ids))


class ServiceTest(IsolatedAsyncioTestCase):
    def setUp(self):
        self.api = mock.create_autospec(Api, instance=True)
        self.api.get.side_effect = lambda p: {"path": p}
        self.svc = Service(self.api)

    async def test_user(self):
        self.assertEqual(await self.svc.user(1), {"path": "/users/1"})
        self.api.get.assert_awaited_once_with("/users/1")

    async def test_cache(self):
        await self.svc.user(1)
        await self.svc.user(1)
        self.assertEqual(self.api.get.await_count, 1)

    async def test_many(self):
        r = await self.svc.many([1, 2, 3])
        self.assertCountEqual([d["path"] for d in r], ["/users/1", "/users/3", "/users/2"])
        self.api.get.assert_has_awaits([mock.call("/users/1"), mock.call("/users/2")])
        print(self.api.mock_calls)

    async def test_error(self):
        self.api.get.side_effect = [TimeoutError("slow"), {"ok": 1}]
        with self.assertRaises(TimeoutError):
            await self.svc.user(5)
        self.assertEqual(await self.svc.user(5), {"ok": 1})

    @mock.patch("asyncio.sleep", new_callable=mock.AsyncMock)
    async def test_patched(self, sleep):
        await asyncio.sleep(10)
        sleep.assert_awaited_once_with(10)

    @mock.patch.object(Service, "user", autospec=True)
    async def test_obj(self, user):
        user.return_value = "u"
        print(await self.svc.many([7]))
        print(user.await_args_list == [mock.call(self.svc, 7)])

    @mock.patch("builtins.print")
    def test_print(self, p):
        print("captured")
        p.assert_called_once_with("captured")

    async def test_fail(self):
        self.api.get.assert_awaited_once()

    async def test_closed(self):
        self.api.close.return_value = None
        self.api.close()
        self.api.close.assert_called_once_with()
        with self.assertRaises(TypeError):
            self.api.close(1)
        with self.assertRaises(AttributeError):
            self.api.nope

    async def test_timeout(self):
        async def slow(p):
            await asyncio.Event().wait()

        self.api.get.side_effect = slow
        with self.assertRaises(TimeoutError):
            await asyncio.wait_for(self.svc.user(1), 2)
        self.assertGreaterEqual(asyncio.get_running_loop().time(), 2)


if __name__ == "__main__":
    unittest.main(argv=["t"], exit=False, verbosity=2, testRunner=unittest.TextTestRunner(verbosity=1))
    suite = unittest.TestSuite()
    suite.addTest(ServiceTest("test_user"))
    print(unittest.TextTestRunner(stream=sys.stdout).run(suite))
