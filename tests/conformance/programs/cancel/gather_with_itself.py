"""A task that gathers itself: to cancel it goes round in a circle until the limit of recursion."""

import asyncio

tasks = []


async def circular():
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        print("cancelled at last")
        raise


async def main():
    tasks.append(asyncio.create_task(circular(), name="circle"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        tasks[0].cancel()
    except RecursionError as error:
        print(error)
    print(tasks[0].done(), tasks[0].cancelling() > 100)
    tasks.append(asyncio.create_task(asyncio.sleep(0, "another")))
    print(await tasks[1])


asyncio.run(main())
