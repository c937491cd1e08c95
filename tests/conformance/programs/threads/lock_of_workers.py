"""Workers that take a lock for a moment do not hold each other up, in whatever order they are run."""
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock, again = threading.Lock(), threading.RLock()
order = []


def work(n):
    time.sleep(n / 10)
    with lock, again:
        order.append(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=3) as pool:
        for done in asyncio.as_completed([loop.run_in_executor(pool, work, n) for n in (3, 1, 2)]):
            print(await done, round(loop.time(), 1))
    print(order, lock.locked())
    print(await asyncio.gather(*(asyncio.to_thread(work, n) for n in (2, 1))), round(loop.time(), 1))
    with lock:
        print(lock.locked(), lock.acquire(blocking=False))

asyncio.run(main())
