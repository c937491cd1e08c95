import asyncio


async def countdown(name, n):
    while n > 0:
        print(f"{name}: {n}")
        await asyncio.sleep(1)
        n -= 1
    print(f"{name}: liftoff!")


async def main():
    t1 = asyncio.create_task(countdown("A", 2))
    t2 = asyncio.create_task(countdown("B", 3))
    print("started")
    await t1
    print("A done, B done:", t2.done())
    await t2


if __name__ == "__main__":
    asyncio.run(main())
