import asyncio
import random
from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, call, patch


async def told(awaitable_or_call, *args):
    try:
        result = awaitable_or_call(*args)
        print("gives", await result if asyncio.iscoroutine(result) else result)
    except Exception as error:
        print(repr(error))


class Client:
    limit = 10

    async def fetch(self, url):
        await asyncio.sleep(5)
        return url


def fetch_all():
    return "real"


async def main():
    mock = AsyncMock(return_value=5)
    print(await mock(1), mock.await_count, mock.await_args, mock.await_args_list)
    mock.assert_awaited_once_with(1)
    await told(mock.assert_awaited_with, 2)
    await told(mock.assert_not_awaited)
    await told(AsyncMock().assert_awaited)
    await told(AsyncMock(name="q").assert_awaited_once_with, 3)
    await told(mock.assert_any_await, 9)
    await told(mock.assert_has_awaits, [call(3)])
    answers = AsyncMock(side_effect=[1, RuntimeError("second")])
    for _ in range(3):
        await told(answers)
    print(await AsyncMock(side_effect=asyncio.sleep)(1, "slept"), asyncio.get_running_loop().time() > 1)
    magic = MagicMock()
    magic.__aiter__.return_value = [1, 2]
    magic.__aenter__.return_value = "connection"
    print([i async for i in magic])
    async with magic as connection:
        print(connection)
    magic.__aexit__.assert_awaited_once()
    with patch("asyncio.sleep", new_callable=AsyncMock) as sleep:
        print(await Client().fetch("u"))
        sleep.assert_awaited_once_with(5)
    with patch.object(Client, "fetch") as fetch:
        fetch.side_effect = TimeoutError("slow")
        await told(Client().fetch, 1)
        print(type(fetch).__name__, fetch.await_count)


@patch("random.random", return_value=0.5)
@patch.object(Client, "limit", 99)
def decorated(given, fake):
    print(given, random.random(), Client.limit, fake.call_count)


asyncio.run(main())
decorated("given")
print(Client.limit)
settings = {"a": 1}
with patch.dict(settings, {"b": 2}, c=3):
    print(settings)
with patch.dict(settings, {"z": 2}, clear=True):
    print(settings)
print(settings)
with patch("builtins.print") as fake_print:
    print("hidden")
print(fake_print.call_args)
with patch("__main__.fetch_all") as fake:
    fake.return_value = "fake"
    print(fetch_all())
print(fetch_all())
for wrong in (lambda: patch("nodot"), patch.object(Client, "missing").start, lambda: patch("a.b", autospect=True)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
patcher = patch.object(Client, "fetch", autospec=True)
fake = patcher.start()
try:
    Client().fetch()
except TypeError as error:
    print(error)
patcher.stop()
with patch.multiple(Client, limit=5, fetch=DEFAULT) as made:
    print(Client.limit, list(made))


@patch.object(Client, "limit", 1)
class Tests:
    def test_limit(self):
        return Client.limit

    def other(self):
        return Client.limit


print(Tests().test_limit(), Tests().other(), Mock(spec=Client).limit is not None)
