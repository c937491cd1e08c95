import asyncio
import contextvars
import threading

name = contextvars.ContextVar("name", default="none")


def worker():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    before = name.get()
    name.set("worker")
    return before, threading.current_thread().name


async def main():
    name.set("main")
    print(await asyncio.to_thread(worker), name.get(), threading.current_thread().name)


asyncio.run(main())
