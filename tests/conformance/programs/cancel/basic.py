import asyncio


async def work():
    try:
        print("begins")
        await asyncio.sleep(10)
        print("never")
    except asyncio.CancelledError as error:
        print("cancelled with", error.args)
        raise
    finally:
        print("finally")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    print(task.cancel("enough"), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args, task.cancelled())
    print(task.cancel())


asyncio.run(main())
