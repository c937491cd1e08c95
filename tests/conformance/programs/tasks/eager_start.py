# An eager task runs at once, up to its first suspension.
import asyncio


async def work(name, suspend):
    print(name, "begins in", asyncio.current_task().get_name())
    if suspend:
        await asyncio.sleep(0)
    print(name, "ends")
    return name


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.Task(work("a", False), loop=loop, eager_start=True)
    print("a", a.done(), a.result())
    b = asyncio.create_task(work("b", True), eager_start=True, name="B")
    print("b", b.done())
    c = asyncio.create_task(work("c", True))
    print(await b, await c)


asyncio.run(main())
