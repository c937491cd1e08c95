"""A task of asyncio's own coroutine that the module holds to the end: its functions and classes hold the module."""
import asyncio


class Worker:
    async def nap(self):
        await asyncio.sleep(0.01)

    def __del__(self):
        print("worker goes")


def announce(what):
    print("now", what)


async def main():
    workers = [Worker() for _ in range(2)]
    await asyncio.gather(*(worker.nap() for worker in workers))


asyncio.run(main())
loop = asyncio.new_event_loop()
kept = Worker()
pending = loop.create_task(asyncio.sleep(9))
loop.run_until_complete(asyncio.sleep(0))
loop.close()
announce(pending.done())
