import asyncio


async def worker(name, jobs, results):
    while True:
        try:
            job = jobs.get_nowait()
        except asyncio.QueueEmpty:
            return name
        await asyncio.sleep(job / 10)
        results.append((name, job))
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for n in (3, 1, 2, 5, 1):
        jobs.put_nowait(n)
    results = []
    names = await asyncio.gather(*(worker(f"w{i}", jobs, results) for i in range(2)))
    print(names)
    for name, job in results:
        print(f"{name:>4} | {job:<3}|")
    print({name: sum(j for n, j in results if n == name) for name in names})


asyncio.run(main())
