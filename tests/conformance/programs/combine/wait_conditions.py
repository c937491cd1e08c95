import asyncio


async def work(n, fail=False):
    await asyncio.sleep(n)
    if fail:
        raise ValueError(n)
    return n


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    for condition in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = [asyncio.create_task(work(n, n == 2), name=f"w{n}") for n in (1, 2, 3)]
        done, pending = await asyncio.wait(tasks, return_when=condition)
        print(condition, names(done), names(pending))
        await asyncio.wait(tasks)
        print(tasks[1].exception())
    done, pending = await asyncio.wait([asyncio.create_task(work(5), name="x")], timeout=1)
    print(names(done), names(pending))


asyncio.run(main())
