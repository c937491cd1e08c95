import asyncio
import random


class FlakyError(Exception):
    """The service was not in the mood."""


async def flaky(name, attempts):
    attempts[name] = attempts.get(name, 0) + 1
    await asyncio.sleep(0.05)
    if random.random() < 0.6:
        raise FlakyError(f"{name} failed on attempt {attempts[name]}")
    return f"{name} ok"


async def retry(make, *, tries=4, base=0.1):
    for attempt in range(1, tries + 1):
        try:
            return await make()
        except FlakyError as error:
            if attempt == tries:
                raise
            delay = base * 2 ** (attempt - 1)
            print(f"{error}; again in {delay:.1f}s")
            await asyncio.sleep(delay)


async def main():
    attempts = {}
    results = await asyncio.gather(
        *(retry(lambda n=n: flaky(n, attempts)) for n in ("alpha", "beta", "gamma")),
        return_exceptions=True,
    )
    for result in results:
        print(type(result).__name__, result)
    print(attempts, f"{asyncio.get_running_loop().time():.2f}")


asyncio.run(main())
