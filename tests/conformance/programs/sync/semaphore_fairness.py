# Who came first is served first, even if another asks just as it is released.
import asyncio


async def patient(semaphore):
    await semaphore.acquire()
    print("patient", semaphore.locked())
    semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(patient(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    print("released", semaphore.locked())
    await semaphore.acquire()
    print("main has it again")
    semaphore.release()
    await task


asyncio.run(main())
