import asyncio


async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print("no!", i, e.args, asyncio.current_task().cancelling())
            if i == 1:
                asyncio.current_task().uncancel()
    return "finally"


async def nested():
    try:
        try:
            await asyncio.sleep(5)
        finally:
            print("inner cleanup")
            await asyncio.sleep(0.1)
            print("inner done")
    finally:
        print("outer cleanup")
        await asyncio.shield(asyncio.sleep(0.1))


async def parent():
    c = asyncio.create_task(nested(), name="child")
    try:
        await c
    except asyncio.CancelledError:
        print("parent sees", c.cancelled(), c.cancelling(), asyncio.current_task().cancelling())
        raise


async def main():
    t = asyncio.create_task(stubborn())
    for i in range(3):
        await asyncio.sleep(0.1)
        print(t.cancel(f"msg {i}"), t.cancelling(), t)
    print(await t, t.cancelled(), t.cancel())
    p = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    p.cancel("stop it")
    try:
        await p
    except asyncio.CancelledError as e:
        print(repr(e), p.cancelled(), p)
    f = asyncio.gather(asyncio.sleep(1), nested())
    await asyncio.sleep(0)
    f.cancel()
    try:
        await f
    except asyncio.CancelledError:
        print("gather cancelled", f)
    await asyncio.sleep(0.3)
    f = asyncio.get_running_loop().create_future()
    f.cancel("fut")
    try:
        f.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(repr(e))
    t = asyncio.create_task(asyncio.sleep(0, "v"))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("never started")
    async with asyncio.timeout(0.1):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("t/o")
    print("not reached?")


asyncio.run(main())
