import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    print(await asyncio.shield(job(1)))
    task = asyncio.create_task(job(2))
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print("gave up, task goes on:", not task.done())
    print(await task)
    done = asyncio.get_running_loop().create_future()
    done.set_result("already")
    print(asyncio.shield(done) is done, await asyncio.shield(done))
    inner = asyncio.create_task(job(1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("inner cancelled the shield", outer.cancelled())


asyncio.run(main())
