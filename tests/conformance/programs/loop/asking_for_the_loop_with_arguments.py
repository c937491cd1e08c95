"""The functions that give the running event loop take nothing, and say so."""
import asyncio
from asyncio import events


async def main():
    loop = asyncio.get_running_loop()
    for ask in [asyncio.get_running_loop, asyncio.get_event_loop, events._get_running_loop]:
        print(ask.__name__, ask() is loop)
        for args, names in [((loop,), {}), ((1, 2), {}), ((), {"loop": loop})]:
            try:
                print(ask(*args, **names) is loop)
            except TypeError as error:
                print(f"  {error}")


asyncio.run(main())
try:
    asyncio.get_running_loop(None)
except (RuntimeError, TypeError) as error:
    print(error)
asyncio.get_event_loop()
