# Callbacks are scheduled in the order in which they were added, and run in the next iteration.
import asyncio


def note(name):
    return lambda future: print(name, future.result())


async def waiter(name, future):
    print(name, await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    first, third = note("first"), note("third")
    future.add_done_callback(first)
    task = asyncio.create_task(waiter("task", future))
    await asyncio.sleep(0)
    future.add_done_callback(third)
    future.add_done_callback(first)
    print("removed", future.remove_done_callback(first))
    future.set_result("ready")
    future.add_done_callback(note("late"))
    print("set")
    await task


asyncio.run(main())
