import asyncio
import logging
import sys
import time
from concurrent.futures import ThreadPoolExecutor

logging.basicConfig(
    level=logging.INFO,
    format="%(asctime)s.%(msecs)03d [%(levelname)-7s] %(threadName)s %(taskName)s: %(message)s",
    datefmt="%H:%M:%S",
    stream=sys.stdout,
)
log = logging.getLogger(__name__)


def blocking(n):
    log.info("blocking %d", n)
    time.sleep(n / 10)
    return n * n


async def main():
    log.info("main")
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, blocking, n) for n in (3, 1, 2))))
    print(await asyncio.to_thread(blocking, 4))


asyncio.run(main())
