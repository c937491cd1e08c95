# Who awaits a task, as the call graph tells it.
import asyncio


async def leaf():
    await asyncio.sleep(1)


async def waits_for(task):
    await task


async def main():
    task = asyncio.create_task(leaf(), name="leaf")
    print(task._asyncio_awaited_by)
    first = asyncio.create_task(waits_for(task), name="first")
    await asyncio.sleep(0.1)
    print([waiter.get_name() for waiter in task._asyncio_awaited_by])
    graph = asyncio.capture_call_graph(task)
    print([(one.future.get_name(), len(one.call_stack)) for one in graph.awaited_by])
    second = asyncio.create_task(waits_for(task), name="second")
    limited = asyncio.create_task(asyncio.wait_for(task, 5), name="limited")
    await asyncio.sleep(0)
    print(sorted(waiter.get_name() for waiter in task._asyncio_awaited_by))
    await asyncio.gather(first, second, limited)
    print(sorted(waiter.get_name() for waiter in task._asyncio_awaited_by or ()))


asyncio.run(main())
