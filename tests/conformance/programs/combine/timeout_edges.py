import asyncio


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.timeout(5)
    print(limit, limit.when(), limit.expired())
    async with limit:
        print(limit, limit.expired())
        limit.reschedule(loop.time() + 1)
        print(round(limit.when(), 1))
        limit.reschedule(None)
        print(limit, limit.when())
    print(limit, limit.expired())
    for again in (limit.reschedule, lambda when: asyncio.timeout(when).reschedule(when)):
        try:
            again(1)
        except RuntimeError as error:
            print(error)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)
    for past in (0, -1):
        try:
            async with asyncio.timeout(past) as limit:
                print("body begins", past)
                await asyncio.sleep(0)
                print("and goes on")
                await asyncio.sleep(0)
        except TimeoutError as error:
            print(repr(error), repr(error.__cause__), limit)
    async with asyncio.timeout(0):
        print("no await, no timeout")
    async with asyncio.timeout_at(loop.time() + 1) as limit:
        pass
    print(limit)
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            finally:
                raise ValueError("in its place")
    except ValueError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                print("swallowed")
        print("no error", limit.expired(), asyncio.current_task().cancelling())
    except TimeoutError:
        print("not here")
    try:
        async with asyncio.timeout(1) as outer:
            async with asyncio.timeout(1) as inner:
                await asyncio.sleep(2)
    except TimeoutError:
        print(outer, inner, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(9))
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    try:
        await asyncio.wait_for(asyncio.sleep(2, "late"), 1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(1, "in time"), None))
    done = loop.create_future()
    done.set_result("already")
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(done, -1))


asyncio.run(main())
