import asyncio


async def main():
    condition = asyncio.Condition()
    for method in (condition.notify, condition.notify_all, condition.release):
        try:
            method()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    order = []

    async def waiter(name, limit=None):
        async with condition:
            try:
                async with asyncio.timeout(limit):
                    await condition.wait()
                order.append(name)
            except TimeoutError:
                order.append(f"{name} gave up, holds {condition.locked()}")
            except asyncio.CancelledError:
                order.append(f"{name} cancelled, holds {condition.locked()}")
                raise

    tasks = [asyncio.create_task(waiter(n)) for n in ("a", "b", "c", "d")]
    tasks.append(asyncio.create_task(waiter("e", 1)))
    await asyncio.sleep(0.5)
    print(str(condition).split("[")[1])
    tasks[1].cancel()
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
        print(condition.locked(), str(condition).split("[")[1])
    await asyncio.sleep(1)
    async with condition:
        condition.notify(0)
        condition.notify_all()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(order)
    value = 0

    async def raise_value():
        nonlocal value
        for value in range(1, 4):
            await asyncio.sleep(1)
            async with condition:
                condition.notify()

    task = asyncio.create_task(raise_value())
    async with condition:
        print(await condition.wait_for(lambda: value >= 2 and f"value {value}"))
    await task
    shared = asyncio.Lock()
    one, other = asyncio.Condition(shared), asyncio.Condition(lock=shared)
    async with one:
        print(other.locked(), shared.locked())
    # Notified and cancelled at once: the notification goes to another.
    first = asyncio.create_task(waiter("first"))
    second = asyncio.create_task(waiter("second"))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        first.cancel()
    print(await asyncio.gather(first, second, return_exceptions=True), order[-2:])


asyncio.run(main())
