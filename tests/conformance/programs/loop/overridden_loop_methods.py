import asyncio
import functools


class TellingLoop(asyncio.SelectorEventLoop):
    rounds = 0

    def call_soon(self, callback, *args, context=None):
        print("  call_soon:", getattr(callback, "__name__", type(callback).__name__))
        return super().call_soon(callback, *args, context=context)

    def create_task(self, coro, **options):
        print("  create_task:", coro.__name__)
        return super().create_task(coro, **options)

    def _run_once(self):
        self.rounds += 1
        super()._run_once()


class TellingTask(asyncio.Task):
    def cancel(self, msg=None):
        print("  cancel:", self.get_name(), msg)
        return super().cancel(msg)


async def worker():
    await asyncio.sleep(0.1)
    return "done"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **options: TellingTask(coro, loop=loop, **options))
    print(await asyncio.create_task(worker(), name="first"))
    second = asyncio.create_task(worker(), name="second")
    await asyncio.sleep(0)
    second.cancel("enough")
    try:
        await second
    except asyncio.CancelledError as exc:
        print("cancelled:", exc)
    future = loop.create_future()
    future.add_done_callback(functools.partial(print, "a callback for"))
    future.cancel()
    try:
        await future
    except asyncio.CancelledError:
        print("the future was cancelled")
    failing = asyncio.create_task(fail())
    try:
        await failing
    except ValueError as exc:
        print("failed:", exc)


async def fail():
    raise ValueError("no")


with asyncio.Runner(loop_factory=TellingLoop) as runner:
    runner.run(main())
    print(runner.get_loop().rounds, "rounds")

loop = asyncio.new_event_loop()
seen = []
original = loop.call_soon


def spy(callback, *args, **options):
    seen.append(type(callback).__name__)
    return original(callback, *args, **options)


loop.call_soon = spy
print(loop.run_until_complete(worker()), seen)
loop.call_soon(print, "in a round of its own")
loop.call_soon(loop.stop)
loop._run_once()
timer = loop.call_at(5, print)
print(timer.when(), timer == timer, hash(timer) == hash(5))
loop.close()
