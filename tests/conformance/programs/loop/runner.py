import asyncio


async def work(n):
    await asyncio.sleep(0.1)
    return n, asyncio.current_task().get_name()


with asyncio.Runner() as runner:
    print(runner.run(work(1)))
    print(runner.run(work(2)))
    print(runner.get_loop().is_running())
try:
    runner.run(None)
except Exception as error:
    print(type(error).__name__, error)
