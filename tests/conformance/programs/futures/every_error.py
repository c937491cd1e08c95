# What a future refuses, and in which words.
import asyncio


def attempt(what, *args, **keywords):
    try:
        print("ok", what(*args, **keywords))
    except BaseException as error:
        print(type(error).__module__, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    attempt(future.result)
    attempt(future.exception)
    attempt(future.set_exception, 5)
    attempt(future.set_exception, StopIteration("no"))
    attempt(future.set_result)
    attempt(future.set_result, 1, 2)
    attempt(future.add_done_callback)
    attempt(asyncio.Future, 5)
    attempt(asyncio.Future, wrong=5)
    future = loop.create_future()
    attempt(future.set_result, 1)
    attempt(future.set_result, 2)
    attempt(future.set_exception, ValueError)
    attempt(future.cancel)
    attempt(future.cancelled)
    attempt(future.result)
    attempt(future.exception)
    failed = loop.create_future()
    attempt(failed.set_exception, ValueError)
    attempt(failed.result)
    print(repr(failed.exception()), failed)
    attempt(failed.set_result, 3)
    cancelled = loop.create_future()
    attempt(cancelled.cancel, "why")
    attempt(cancelled.cancel, msg="again")
    attempt(cancelled.result)
    attempt(cancelled.exception)
    attempt(cancelled.set_result, 1)
    print(cancelled, cancelled.cancelled(), cancelled.done())
    heard = []
    done = loop.create_future()
    done.add_done_callback(heard.append)
    done.add_done_callback(heard.append)
    print(done.remove_done_callback(heard.append), done.remove_done_callback(print))
    done.set_result(None)
    done.add_done_callback(heard.append)
    print(heard)
    await asyncio.sleep(0)
    print(heard == [done], done.get_loop() is loop)


asyncio.run(main())
attempt(asyncio.Future)
loop = asyncio.new_event_loop()
attempt(asyncio.Future, loop=loop)
loop.close()
attempt(asyncio.Future(loop=loop).set_result, 1)
print(asyncio.isfuture(asyncio.Future(loop=loop)), asyncio.isfuture(5), asyncio.isfuture(asyncio.Future))
