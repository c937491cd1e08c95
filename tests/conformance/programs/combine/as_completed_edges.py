import asyncio


async def after(seconds, value, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(value)
    return value


async def main():
    tasks = [asyncio.create_task(after(s, s, s == 2), name=f"t{s}") for s in (3, 1, 2)]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task in tasks, repr(task.exception()))
    starts = [after(2, "two"), after(1, "one", True), after(3, "three")]
    for coroutine in asyncio.as_completed([asyncio.create_task(each) for each in starts]):
        try:
            print(await coroutine)
        except ValueError as error:
            print("failed", error)
    late = [asyncio.create_task(after(s, f"after {s}")) for s in (1, 5)]
    try:
        async for task in asyncio.as_completed(late, timeout=2):
            print(task.result())
    except TimeoutError as error:
        print(repr(error))
    one = asyncio.create_task(after(1, "same"))
    print([await each for each in asyncio.as_completed([one, one])])
    print(list(asyncio.as_completed([])))
    iterator = asyncio.as_completed([one])
    print(iterator is iter(iterator), iterator is aiter(iterator))
    print(await next(iterator))
    try:
        next(iterator)
    except StopIteration:
        print("stop")
    try:
        await anext(iterator)
    except StopAsyncIteration:
        print("stop")
    for wrong in (one, after(1, 1), 5):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(wrong):
            wrong.close()


asyncio.run(main())
