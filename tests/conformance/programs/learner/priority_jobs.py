import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    payload: Any = field(default=None, compare=False, repr=False)


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in ((5, "low"), (1, "urgent"), (3, "normal"), (1, "urgent too")):
        await queue.put(Job(priority, name))
    while not queue.empty():
        job = await queue.get()
        print(job, job.name.upper())
    print(Job(1, "a") == Job(1, "b"), Job(1, "a") < Job(2, "a"))


asyncio.run(main())
