import asyncio


class Counting(asyncio.SelectorEventLoop):
    created = 0

    def create_task(self, coro, **kwargs):
        Counting.created += 1
        return super().create_task(coro, **kwargs)


async def work():
    await asyncio.gather(asyncio.sleep(0.1), asyncio.sleep(0.2))
    return type(asyncio.get_running_loop()).__name__


print(asyncio.run(work(), loop_factory=Counting), Counting.created)
with asyncio.Runner(loop_factory=Counting, debug=True) as runner:
    print(runner.get_loop().get_debug(), runner.run(work()))
print(Counting.created)
