"""A coroutine that is both given to a task and awaited or driven by hand: whose lines are they, and who fails."""

import asyncio


async def say(word, pauses=0):
    print(word, asyncio.current_task().get_name())
    for _ in range(pauses):
        await asyncio.sleep(0)
        print(word, "again", asyncio.current_task().get_name())
    return word


async def awaited_first(pauses):
    coroutine = say("first", pauses)
    task = asyncio.create_task(coroutine, name="beside")
    try:
        print(await coroutine)
    except RuntimeError as error:
        print("await:", error)
    try:
        print(await task)
    except RuntimeError as error:
        print("task:", error)


async def started_by_task():
    coroutine = say("second", 2)
    task = asyncio.create_task(coroutine, name="owner")
    await asyncio.sleep(0)
    try:
        await coroutine
    except RuntimeError as error:
        print("await:", error)
    print(await task)


async def driven_by_hand():
    coroutine = say("third")
    task = asyncio.create_task(coroutine, name="late")
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("returned", stop.value)
    print(repr((await asyncio.gather(task, return_exceptions=True))[0]))


async def twice_in_gather():
    coroutine = say("fourth", 1)
    print(await asyncio.gather(coroutine, coroutine))
    print(repr((await asyncio.gather(coroutine, return_exceptions=True))[0]))


async def started_eagerly():
    loop = asyncio.get_running_loop()
    coroutine = say("fifth", 1)
    task = asyncio.Task(coroutine, loop=loop, name="eager", eager_start=True)
    try:
        await coroutine
    except RuntimeError as error:
        print("await:", error)
    print(await task)


async def main():
    await awaited_first(0)
    await awaited_first(2)
    await started_by_task()
    await driven_by_hand()
    await twice_in_gather()
    await started_eagerly()


asyncio.run(main())
