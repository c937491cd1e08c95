"""A pending task that is destroyed and kept by the exception handler: it goes once that lets it go, and is told of once."""
import asyncio
import gc


async def waits(loop):
    await loop.create_future()


def main():
    loop = asyncio.new_event_loop()
    kept = []
    for keep in (True, False, True):
        loop.set_exception_handler(lambda loop, context: (print(context["message"]), kept.append(context) if keep else None))
        loop.create_task(waits(loop))
        loop.run_until_complete(asyncio.sleep(0))
        gc.collect()
        print(len(kept), len(asyncio.all_tasks(loop)))
        kept.clear()
        gc.collect()
        print(len(asyncio.all_tasks(loop)))
    loop.close()


main()
