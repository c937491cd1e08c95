# Bare yields and awaited tasks, interleaved.
import asyncio


class Pause:
    def __await__(self):
        yield


async def ping(log, count):
    for i in range(count):
        log.append(f"ping{i}")
        await Pause()


async def pong(log, other):
    log.append("pong waits")
    await other
    log.append("pong resumes")


async def main():
    log = []
    one = asyncio.create_task(ping(log, 3))
    two = asyncio.create_task(pong(log, one))
    for i in range(6):
        log.append(i)
        await Pause()
    await two
    print(log)


asyncio.run(main())
