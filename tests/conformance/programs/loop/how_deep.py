"""How deep a recursion may go: what runs in the loop has the loop's own frames below it."""

import asyncio

depth = 0


def deeper():
    global depth
    depth += 1
    deeper()


def measure(where):
    global depth
    depth = 0
    try:
        deeper()
    except RecursionError as error:
        print(f"{where}: {depth} ({error})")


async def down():
    global depth
    depth += 1
    await down()


async def main():
    global depth
    measure("main")
    await asyncio.create_task(asyncio.to_thread(print, "a thread"))
    asyncio.get_running_loop().call_soon(measure, "callback")
    await asyncio.sleep(0)
    depth = 0
    try:
        await down()
    except RecursionError:
        print("coroutines", depth)


measure("module")
asyncio.run(main())
with asyncio.Runner() as runner:
    runner.run(main())
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
measure("module again")
