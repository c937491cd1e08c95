# What Control-C does to asyncio.run(), where the script sends it to itself.
import asyncio
import os
import signal


async def interrupted():
    loop = asyncio.get_running_loop()
    loop.call_later(0.2, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as exc:
        print("cancelled", exc.args, asyncio.current_task().cancelling())
        raise
    finally:
        print("cleaned up")


try:
    asyncio.run(interrupted())
except KeyboardInterrupt as exc:
    print("interrupted, from", repr(exc.__context__))


async def goes_on():
    os.kill(os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("goes on all the same")
    return "a result"


print(asyncio.run(goes_on()))


async def impatient():
    signal.raise_signal(signal.SIGINT)
    print("first")
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        print("the second is at once")
    await asyncio.sleep(0)


try:
    asyncio.run(impatient())
except BaseException as exc:
    print(type(exc).__name__)


async def probe():
    handler = signal.getsignal(signal.SIGINT)
    return type(handler).__name__, handler.func.__name__


print(asyncio.run(probe()))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


def own(number, frame):
    print("own handler", number)


print(signal.signal(signal.SIGINT, own) is signal.default_int_handler)


async def undisturbed():
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(0.1)
    print("undisturbed", asyncio.current_task().cancelling())


asyncio.run(undisturbed())
print(signal.getsignal(signal.SIGINT) is own)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.raise_signal(signal.SIGTERM)
try:
    signal.signal(signal.SIGUSR1, "neither")
except TypeError as exc:
    print(exc)
with asyncio.Runner() as runner:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        runner.run(interrupted())
    except KeyboardInterrupt:
        print("the runner lives on")
    print(runner.run(asyncio.sleep(0, "more")))
