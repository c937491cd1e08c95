import asyncio
import threading


async def talk(name, delay):
    for turn in range(3):
        await asyncio.sleep(delay)
        print(name, turn)
    return name


def run(name, delay):
    print("result", asyncio.run(talk(name, delay)))


threads = [threading.Thread(target=run, args=args) for args in (("first", 0.2), ("second", 0.5))]
for thread in threads:
    thread.start()
asyncio.run(talk("main", 0.31))
for thread in threads:
    thread.join()
