import asyncio


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    coroutine = task.get_coro()
    print(coroutine.__qualname__, coroutine.cr_await.__name__, coroutine.cr_frame.f_lineno)
    print([frame.f_code.co_name for frame in task.get_stack()])
    print(task.get_loop() is asyncio.get_running_loop(), task.done())
    await task
    print(task.get_stack(), coroutine.cr_frame, coroutine.cr_await)


asyncio.run(main())
