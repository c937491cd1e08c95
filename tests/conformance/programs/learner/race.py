import asyncio


async def fetch(mirror, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ConnectionError(mirror)
        return mirror
    except asyncio.CancelledError:
        print("cancelled", mirror)
        raise


async def first_success(*coroutines):
    pending = {asyncio.create_task(c) for c in coroutines}
    errors = []
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.exception():
                errors.append(task.exception())
                continue
            for other in pending:
                other.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
            return task.result()
    raise ExceptionGroup("all failed", errors)


async def main():
    print(await first_success(fetch("a", 3), fetch("b", 1, True), fetch("c", 2)))
    try:
        await first_success(fetch("d", 1, True), fetch("e", 2, True))
    except ExceptionGroup as group:
        print(group.message, [str(e) for e in group.exceptions])


asyncio.run(main())
