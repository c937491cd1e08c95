# Every way to ask a future for what it cannot give.
import asyncio


def attempt(what, *args):
    try:
        print(what(*args))
    except BaseException as error:
        print(type(error).__name__, "|", error)


async def main():
    loop = asyncio.get_running_loop()
    pending, done, failed, cancelled = (loop.create_future() for _ in range(4))
    attempt(pending.result)
    attempt(pending.exception)
    done.set_result(1)
    attempt(done.set_result, 2)
    attempt(done.set_exception, ValueError())
    attempt(done.exception)
    attempt(done.cancel)
    failed.set_exception(ValueError("bad"))
    attempt(failed.result)
    attempt(failed.exception)
    cancelled.cancel("why")
    attempt(cancelled.result)
    attempt(cancelled.exception)
    attempt(cancelled.set_result, 3)
    attempt(pending.set_exception, StopIteration)
    attempt(pending.set_exception, StopIteration())


asyncio.run(main())
