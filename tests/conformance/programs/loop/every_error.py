# What a loop refuses, and in which words.
import asyncio


def attempt(what, *args, **keywords):
    try:
        print("ok", what(*args, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


async def work():
    pass


async def main():
    loop = asyncio.get_running_loop()
    attempt(loop.run_forever)
    attempt(loop.run_until_complete, loop.create_future())
    attempt(loop.close)
    attempt(loop.call_later, None, print)
    attempt(loop.call_at, None, print)
    attempt(loop.call_later, "1", print)
    attempt(loop.call_soon)
    attempt(loop.call_later, 1)
    attempt(loop.set_exception_handler, 5)
    attempt(loop.set_task_factory, 5)
    attempt(loop.set_default_executor, 5)
    print(loop.get_exception_handler(), loop.get_task_factory(), loop.get_debug())
    other = asyncio.new_event_loop()
    attempt(other.run_until_complete, other.create_future())
    attempt(other.run_forever)
    attempt(asyncio.ensure_future, other.create_future(), loop=loop)
    other.close()


asyncio.run(main())
loop = asyncio.new_event_loop()
print(str(loop).split(" ", 1)[1])
attempt(loop.run_until_complete, 5)
attempt(loop.run_until_complete, None)
loop.close()
loop.close()
print(str(loop).split(" ", 1)[1], loop.is_closed(), loop.is_running())
attempt(loop.call_soon, print)
attempt(loop.call_later, 1, print)
attempt(loop.call_soon_threadsafe, print)
attempt(loop.run_forever)
attempt(loop.run_in_executor, None, print)
coroutine = work()
attempt(loop.create_task, coroutine)
attempt(loop.run_until_complete, coroutine)
coroutine.close()
attempt(asyncio.set_event_loop, 5)
